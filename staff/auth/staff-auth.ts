import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import type { Log } from '../../core/log.ts';
import type { Db } from '../../records/database.ts';
import { findOfficer } from '../../records/officers.ts';
import { CLIENT_ADDRESS_HEADER } from '../http/client-address.ts';

export const AUTH_PATH = '/staff/auth';
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;

const MINUTE_S = 60;
const DAY_S = 24 * 60 * MINUTE_S;

export type StaffAuth = ReturnType<typeof createStaffAuth>;

/**
 * Sessions and passwords of officers, by better-auth. Nobody signs up by themselves: accounts are made by
 * the setup page. Its own routes are not mounted; `authRoutes` offers the three that we need.
 * `secret` signs the cookies (at least 32 characters).
 */
export function createStaffAuth(options: { db: Db; secret: string; publicUrl: string; log: Log }) {
  const { db, secret, publicUrl, log } = options;
  return betterAuth({
    appName: 'khuyen-cong',
    baseURL: publicUrl,
    basePath: AUTH_PATH,
    secret,
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'officer' },
        disabledAt: { type: 'date', input: false, required: false },
      },
    },
    session: { expiresIn: 7 * DAY_S, updateAge: DAY_S },
    rateLimit: {
      enabled: true,
      window: MINUTE_S,
      max: 60,
      customRules: {
        '/sign-in/email': { window: 5 * MINUTE_S, max: 10 },
        '/change-password': { window: 5 * MINUTE_S, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'khuyen-cong',
      useSecureCookies: publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/staff' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const officer = await findOfficer(db, session.userId);
            if (officer === undefined || officer.disabledAt !== null) {
              throw new APIError('FORBIDDEN', { code: 'OFFICER_DISABLED', message: 'This officer is disabled' });
            }
          },
        },
      },
    },
    // The messages name no account; what comes with them may, so it is dropped.
    logger: { level: 'warn', log: (level, message) => log[level === 'error' ? 'error' : 'warn']({}, message) },
  });
}
