import { type ClientResponse, hc } from 'hono/client';
import type { AuthRoutes } from '../../../staff/auth/auth-routes.ts';
import type { ErrorBody } from '../../../staff/http/error-response.ts';
import type { StaffRoutes } from '../../../staff/routes.ts';
import { pageLocale } from '../words/words.ts';

const headers = (): Record<string, string> => ({ 'accept-language': pageLocale() });

/** The office's API, typed by the server's own routes. */
export const api = hc<StaffRoutes>('/staff/api', { headers });
export const authApi = hc<AuthRoutes>('/staff/auth', { headers });

/** What was refused, by the server's code; `offline` when it never answered. */
export class ApiError extends Error {
  readonly code: string;
  /** What somebody else did meanwhile, where that is why. */
  readonly meanwhile: ErrorBody['meanwhile'];
  /** What must be mended first. */
  readonly faults: ErrorBody['faults'];

  constructor({ code, meanwhile, faults }: ErrorBody) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.meanwhile = meanwhile;
    this.faults = faults;
  }
}

/** Waits for an answer and reads it. Throws `ApiError`. */
export async function read<T>(pending: Promise<ClientResponse<T, number, 'json'>>): Promise<T> {
  const answer = await pending.catch(() => undefined);
  if (answer === undefined) throw new ApiError({ code: 'offline' });
  if (!answer.ok) throw new ApiError(await bodyOfError(answer));
  return await answer.json();
}

/** What an answer says that is a refusal. */
export async function bodyOfError(answer: { json: () => Promise<unknown> }): Promise<ErrorBody> {
  const body = await answer.json().catch(() => undefined);
  return isErrorBody(body) ? body : { code: 'failed' };
}

/** What stands in front of our server may answer in its place, with anything. */
function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

export function codeOfError(error: unknown): string {
  return error instanceof ApiError ? error.code : 'failed';
}
