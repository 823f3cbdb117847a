import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '../../../core/app-error.ts';
import type { Problem, ProblemCode } from './protocol.ts';

const STATUS: Record<ProblemCode, ContentfulStatusCode> = {
  'session.missing': 401,
  'session.too-many': 429,
  'request.invalid': 400,
  'request.too-large': 413,
  'request.foreign': 403,
  'request.too-many': 429,
  'message.too-many': 429,
  'photo.too-many': 429,
  'photo.too-large': 413,
  'photo.heic': 415,
  'photo.not-an-image': 415,
  'photo.broken': 422,
  'photo.store-full': 507,
  'photo.person-full': 507,
  'file.missing': 404,
  'server.away': 503,
  'server.failed': 500,
};

/** An error that the page is told about as it is. */
export function problem(code: ProblemCode, values: { retryAfterSeconds?: number } = {}): AppError {
  return new AppError(code, { ...values });
}

export function answerProblem(c: Context, { code, retryAfterSeconds }: Problem): Response {
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds));
  return c.json({ code, retryAfterSeconds } satisfies Problem, STATUS[code]);
}

/** The problem that an error is, if it was thrown by `problem`. */
export function findProblem(error: unknown): Problem | undefined {
  if (!(error instanceof AppError) || !isProblemCode(error.code)) return undefined;
  const { retryAfterSeconds } = error.values;
  return typeof retryAfterSeconds === 'number' ? { code: error.code, retryAfterSeconds } : { code: error.code };
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(STATUS, code);
