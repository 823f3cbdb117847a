import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../../core/app-error.ts';
import { incidentReportBy } from '../../../core/people-data/data-request-clock.ts';
import { LEAKED_KINDS } from '../../../core/people-data/leaked-kinds.ts';
import { addReadAudit } from '../../../records/audit.ts';
import { findCentre } from '../../../records/centre.ts';
import {
  createIncident,
  describeAffected,
  findIncident,
  listAffected,
  listIncidents,
  noteIncidentStep,
} from '../../../records/incidents.ts';
import type { Officer, StaffEnv } from '../../auth/session.ts';
import { idParam, messageText, requestId, validate } from '../../http/validate.ts';
import { writeOnce } from '../../http/write-once.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import { draftNotices } from './draft-notices.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const scopeShape = {
  kinds: z.array(z.enum(LEAKED_KINDS)).min(1),
  channel: z.enum(['web-chat', 'zalo-bot', 'telegram']).optional(),
  fromAt: instant,
  toAt: instant,
};
const isInOrder = ({ fromAt, toAt }: { fromAt: Date; toAt: Date }): boolean => fromAt <= toAt;
const scopeBody = z.object(scopeShape).refine(isInOrder);
const newBody = z
  .object({ requestId, isDrill: z.boolean(), what: messageText, discoveredAt: instant, ...scopeShape })
  .refine(isInOrder);
const STEPS = { authority: 'authorityToldAt', people: 'peopleToldAt', close: 'closedAt' } as const;
const stepBody = z.object({ requestId, step: z.enum(['authority', 'people', 'close']) });

/** Leaks of people's data and drills of them: who is affected, by when it must be reported, drafts of the notices. Nothing is sent. */
export const incidentRoutes = (deps: StaffDeps) => {
  const { db, clock, ids } = deps;
  const deedOf = (what: string, id: string, request: string, { id: actorId }: Officer) => ({
    ...{ requestId: request, actorId, action: `incident.${what}`, subjectKind: 'IncidentReport', subjectId: id },
  });
  return new Hono<StaffEnv>()
    .get('/', async (c) => c.json({ incidents: await listIncidents(db), now: clock.now() }))
    .post('/count', validate('json', scopeBody), async (c) =>
      c.json({ affected: (await listAffected(db, c.req.valid('json'))).length }),
    )
    .post('/', validate('json', newBody), async (c) => {
      const { requestId: id, ...incident } = c.req.valid('json');
      const officer = c.get('officer');
      const reportBy = incidentReportBy(incident.discoveredAt);
      await writeOnce(deps, deedOf('reported', id, id, officer), async (tx, now) => {
        if (incident.discoveredAt > now) throw new AppError('request.invalid');
        await createIncident(tx, { ...incident, id, reportBy, createdById: officer.id, now });
      });
      return c.json({ id });
    })
    .get('/:id', validate('param', idParam), async (c) => {
      const incident = await findIncident(db, c.req.valid('param').id);
      if (incident === null) throw new AppError('not-found');
      await addReadAudit(db, {
        ...{ id: ids.next(), now: clock.now(), actorId: c.get('officer').id, action: 'incident.read' },
        ...{ subjectKind: 'IncidentReport', subjectId: incident.id },
      });
      const { affectedIds, ...rest } = incident;
      const centre = (await findCentre(db))?.name ?? '…';
      return c.json({
        incident: { ...rest, affected: affectedIds.length },
        people: await describeAffected(db, affectedIds),
        notices: draftNotices(incident, { centre }),
        now: clock.now(),
      });
    })
    .post('/:id/step', validate('param', idParam), validate('json', stepBody), async (c) => {
      const { id } = c.req.valid('param');
      const { requestId: request, step } = c.req.valid('json');
      await writeOnce(deps, deedOf(step, id, request, c.get('officer')), async (tx, now) => {
        if (!(await noteIncidentStep(tx, { id, step: STEPS[step], now }))) throw new AppError('data-request.over');
      });
      return c.json({});
    });
};
