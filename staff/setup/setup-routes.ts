import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { findOpenLink } from '../../records/admin-links.ts';
import { PASSWORD_LENGTH } from '../auth/staff-auth.ts';
import { requestId, validate } from '../http/validate.ts';
import { officerEmail, officerName } from '../officers/officer-routes.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { acceptLink } from './accept-link.ts';

const token = z.string().min(20).max(100);
const password = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);

/** Open to whoever holds a one-time link; the token comes in the body, so that no log of addresses has it. */
export const setupRoutes = (deps: StaffDeps) =>
  new Hono()
    .post('/check', validate('json', z.object({ token })), async (c) => {
      const link = await findOpenLink(deps.db, { ...c.req.valid('json'), now: deps.clock.now() });
      if (link === undefined) throw new AppError('link.not-open');
      const { officer } = link;
      return c.json({ officer: officer === undefined ? null : { name: officer.name, email: officer.email } });
    })
    .post(
      '/',
      validate('json', z.object({ requestId, token, name: officerName, email: officerEmail, password })),
      async (c) => {
        await acceptLink(deps, c.req.valid('json'));
        return c.json({});
      },
    );
