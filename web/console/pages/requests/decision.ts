import type { InferRequestType } from 'hono/client';
import type { api } from '../../api/client.ts';

/** What an officer decides, as the API takes it. */
export type Decision = InferRequestType<(typeof api.requests)[':id']['decisions']['$post']>['json']['decision'];
