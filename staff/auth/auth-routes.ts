import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { addAuditEntry } from '../../records/audit.ts';
import { CLIENT_ADDRESS_HEADER, clientAddress } from '../http/client-address.ts';
import { errorResponse } from '../http/error-response.ts';
import { apiHeaders } from '../http/headers.ts';
import { originCheck } from '../http/origin-check.ts';
import { validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { findSignedIn } from './session.ts';
import { AUTH_PATH, PASSWORD_LENGTH } from './staff-auth.ts';

const password = z.string().min(1).max(PASSWORD_LENGTH.max);
const newPassword = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);

const signedInSchema = z.object({ user: z.object({ id: z.string() }) });
const refusedSchema = z.object({ code: z.string() });

export type AuthRoutes = ReturnType<typeof authRoutes>;

/** Mounted at /staff/auth: the three of better-auth's many routes that the console needs, and nothing else of it. */
export const authRoutes = (deps: StaffDeps) => {
  const { db, clock, ids, log, publicUrl } = deps;

  const note = async (officerId: string, action: string): Promise<void> =>
    addAuditEntry(db, {
      id: ids.next(),
      now: clock.now(),
      actorId: officerId,
      action,
      subjectKind: 'User',
      subjectId: officerId,
    });

  const app = new Hono()
    .use(apiHeaders, originCheck({ publicUrl }), bodyLimit({ maxSize: 4096 }))
    .post('/sign-in', validate('json', z.object({ email: z.email().max(200), password })), async (c) => {
      const answer = await askBetterAuth(deps, c, '/sign-in/email', c.req.valid('json'));
      await note(signedInSchema.parse(await answer.json()).user.id, 'session.started');
      return c.json({});
    })
    .post('/sign-out', async (c) => {
      const officer = await findSignedIn(deps.auth, c.req.raw.headers);
      await askBetterAuth(deps, c, '/sign-out', {});
      if (officer !== undefined) await note(officer.id, 'session.ended');
      return c.json({});
    })
    .post('/change-password', validate('json', z.object({ currentPassword: password, newPassword })), async (c) => {
      const officer = await findSignedIn(deps.auth, c.req.raw.headers);
      if (officer === undefined) throw new AppError('session.missing');
      // Whoever knew the old password may sit elsewhere: all other sessions end.
      await askBetterAuth(deps, c, '/change-password', { ...c.req.valid('json'), revokeOtherSessions: true });
      await note(officer.id, 'password.changed');
      return c.json({});
    });
  return app.onError(errorResponse(log)).notFound((c) => c.json({ code: 'not-found' }, 404));
};

/**
 * Asks better-auth's own handler, so that its limits hold, and passes its cookies on. Its body stays here: it repeats
 * the session's secret, which scripts have no business to read.
 */
async function askBetterAuth(deps: StaffDeps, c: Context, path: string, body: object): Promise<Response> {
  const { auth, publicUrl, trustProxy } = deps;
  const headers = new Headers({ 'content-type': 'application/json', origin: new URL(publicUrl).origin });
  for (const name of ['cookie', 'user-agent']) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  const address = clientAddress(c, { trustProxy });
  if (address !== undefined) headers.set(CLIENT_ADDRESS_HEADER, address);

  const url = new URL(`${AUTH_PATH}${path}`, publicUrl);
  const answer = await auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
  if (!answer.ok) throw await refusal(answer);
  for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
  return answer;
}

async function refusal(answer: Response): Promise<AppError> {
  if (answer.status === 429) return new AppError('request.too-many');
  const { data } = refusedSchema.safeParse(await answer.json().catch(() => undefined));
  if (data?.code === 'OFFICER_DISABLED') return new AppError('officer.disabled');
  if (answer.status === 401 || data?.code === 'INVALID_PASSWORD') return new AppError('password.wrong');
  return new AppError('auth.failed', { status: answer.status });
}
