import type { MiddlewareHandler } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import type { StaffAuth } from './staff-auth.ts';

const officerSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(['administrator', 'officer']),
  disabledAt: z.date().nullish(),
});

/** Who is signed in. */
export type Officer = z.infer<typeof officerSchema>;

/** What every route behind the door finds in its context. */
export type StaffEnv = { Variables: { officer: Officer } };

/** Lets only officers through who are signed in and not disabled. Renews the cookie when better-auth does. */
export function requireOfficer(auth: StaffAuth): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    const officer = await findSignedIn(auth, c.req.raw.headers, (cookie) =>
      c.header('set-cookie', cookie, { append: true }),
    );
    if (officer === undefined) throw new AppError('session.missing');
    c.set('officer', officer);
    await next();
  };
}

export async function findSignedIn(
  auth: StaffAuth,
  headers: Headers,
  setCookie: (cookie: string) => void = () => {},
): Promise<Officer | undefined> {
  const { headers: answered, response } = await auth.api.getSession({ headers, returnHeaders: true });
  if (response === null) return undefined;
  const officer = officerSchema.parse(response.user);
  if (officer.disabledAt != null) return undefined;
  for (const cookie of answered?.getSetCookie() ?? []) setCookie(cookie);
  return officer;
}

export const requireAdministrator: MiddlewareHandler<StaffEnv> = async (c, next) => {
  if (c.get('officer').role !== 'administrator') throw new AppError('role.not-allowed');
  await next();
};
