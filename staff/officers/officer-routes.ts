import { Hono } from 'hono';
import * as z from 'zod';
import { listOfficers } from '../../records/officers.ts';
import { requireAdministrator, type StaffEnv } from '../auth/session.ts';
import { requestId, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { inviteOfficer } from './invite-officer.ts';
import { makeOfficerLink } from './make-officer-link.ts';
import { setOfficerDisabled } from './set-officer-disabled.ts';

const officerParam = z.object({ id: z.string().min(1).max(64) });
const role = z.enum(['administrator', 'officer']);
export const officerName = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(2).max(80));
export const officerEmail = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email().max(200));

/** For administrators: who works here. */
export const officerRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .use(requireAdministrator)
    .get('/', async (c) => c.json({ officers: await listOfficers(deps.db) }))
    .post('/', validate('json', z.object({ requestId, name: officerName, email: officerEmail, role })), async (c) => {
      const id = await inviteOfficer(deps, { ...c.req.valid('json'), by: c.get('officer') });
      return c.json({ id });
    })
    .post('/:id/link', validate('param', officerParam), validate('json', z.object({ requestId })), async (c) => {
      const token = await makeOfficerLink(deps, {
        ...c.req.valid('param'),
        ...c.req.valid('json'),
        by: c.get('officer'),
      });
      return c.json({ token });
    })
    .post(
      '/:id/disabled',
      validate('param', officerParam),
      validate('json', z.object({ requestId, disabled: z.boolean() })),
      async (c) => {
        await setOfficerDisabled(deps, { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('officer') });
        return c.json({});
      },
    );
