import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api, read } from '../../api/client.ts';

export type TemplateData = InferResponseType<typeof api.papers.templates.$get, 200>['papers'][number];

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: () => read(api.papers.templates.$get()),
});
