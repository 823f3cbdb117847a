import { Hono } from 'hono';
import * as z from 'zod';
import { OFFICE_ZONE } from '../../core/time.ts';
import { type AuditFilter, listAuditEntries, listAuditSubjects } from '../../records/audit-list.ts';
import { listOfficers } from '../../records/officers.ts';
import { requireAdministrator, type StaffEnv } from '../auth/session.ts';
import { paging, searchQuery, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';

const word = z.string().min(1).max(64).optional();
const listQuery = z.object({
  ...paging,
  by: word,
  what: z.enum(['looks', 'changes']).optional(),
  of: word,
  id: word,
  code: searchQuery,
  /** Days of the office, both of them meant. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

/** For administrators: who looked at what and who changed what. */
export const auditRoutes = ({ db }: Pick<StaffDeps, 'db'>) =>
  new Hono<StaffEnv>()
    .use(requireAdministrator)
    .get('/', validate('query', listQuery), async (c) => {
      const { cursor, limit, ...asked } = c.req.valid('query');
      return c.json(await listAuditEntries(db, { ...filterOf(asked), cursor, limit }));
    })
    .get('/choices', async (c) => {
      const [officers, subjects] = await Promise.all([listOfficers(db), listAuditSubjects(db)]);
      return c.json({ officers: officers.map(({ id, name }) => ({ id, name })), subjects });
    });

function filterOf(asked: Omit<z.infer<typeof listQuery>, 'cursor' | 'limit'>): AuditFilter {
  const { by, what, of, id, code, from, until } = asked;
  return {
    ...{ actorId: by, what, subjectKind: of, subjectId: id },
    code: code === '' ? undefined : code,
    from: from === undefined ? undefined : startOf(Temporal.PlainDate.from(from)),
    until: until === undefined ? undefined : startOf(Temporal.PlainDate.from(until).add({ days: 1 })),
  };
}

function startOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime(OFFICE_ZONE).epochMilliseconds);
}
