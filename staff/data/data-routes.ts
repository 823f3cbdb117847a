import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { latestExtension } from '../../core/people-data/data-request-clock.ts';
import { getDoTerm } from '../../core/people-data/legal-terms.ts';
import { holidaysAhead } from '../../core/schedule/holidays-ahead.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { addAuditEntry, addReadAudit } from '../../records/audit.ts';
import { countDataRequests, findDataRequest, listDataRequests } from '../../records/data-request-list.ts';
import type { StaffEnv } from '../auth/session.ts';
import { toWebStream } from '../http/to-web-stream.ts';
import { idParam, messageText, requestId, validate } from '../http/validate.ts';
import { getAddressee, planSending } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { packCopy } from './copy/pack-copy.ts';
import { answerDataRequest, closeDataRequest, putOffDataRequest } from './data-request-deeds.ts';
import { eraseForPerson, foreseeDeletion } from './erase-for-person.ts';

const MOST = 200;
const isoDay = z.iso.date().transform((text) => Temporal.PlainDate.from(text));

/** What people ask about their data, with the law's clocks; for every officer. */
export const dataRoutes = (deps: StaffDeps) => {
  const { db, clock, ids } = deps;
  return new Hono<StaffEnv>()
    .get('/', validate('query', z.object({ state: z.enum(['open', 'done']).default('open') })), async (c) => {
      const now = clock.now();
      const { missingYears, undecided } = holidaysAhead(deps.holidays(), now);
      const isOpen = c.req.valid('query').state === 'open';
      return c.json({
        items: await listDataRequests(db, { isOpen, now, limit: MOST }),
        counts: await countDataRequests(db, now),
        holidays: { missingYears, undecided: undecided.map(({ day, name }) => ({ day, name })) },
      });
    })
    .get('/:id', validate('param', idParam), async (c) => {
      const now = clock.now();
      const request = await findDataRequest(db, { ...c.req.valid('param'), now });
      if (request === undefined) throw new AppError('not-found');
      await addReadAudit(db, {
        ...{ id: ids.next(), now, actorId: c.get('officer').id, action: 'data-request.read' },
        ...{ subjectKind: 'DataSubjectRequest', subjectId: request.id },
      });
      const { doBy, kind, extendedTo } = request;
      const latest = doBy === null ? null : latestExtension({ kind, doBy, holidays: deps.holidays() });
      const { document, article } = getDoTerm(kind);
      return c.json({
        request,
        /** ISO days between which it may be put off; null when that is over. */
        putOff:
          latest === null || doBy === null || extendedTo !== null
            ? null
            : { from: officeDay(doBy).add({ days: 1 }).toString(), to: officeDay(latest).toString() },
        source: { document, article },
        sending: planSending(await getAddressee(db, request.personId), now),
      });
    })
    .get('/:id/deletion', validate('param', idParam), async (c) =>
      c.json(await foreseeDeletion(deps, c.req.valid('param').id)),
    )
    .post(
      '/:id/erase',
      validate('param', idParam),
      validate('json', z.object({ requestId, mark: z.string().max(64), reason: messageText })),
      async (c) => {
        await eraseForPerson(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    )
    .get('/:id/copy', validate('param', idParam), async (c) => {
      const now = clock.now();
      const request = await findDataRequest(db, { ...c.req.valid('param'), now });
      const packed = request && (await packCopy(deps, { personId: request.personId, now }));
      if (request === undefined || packed === undefined) throw new AppError('not-found');
      await addAuditEntry(db, {
        ...{ id: ids.next(), now, actorId: c.get('officer').id, action: 'person.copied' },
        ...{ subjectKind: 'Person', subjectId: request.personId },
      });
      packed.file.once('error', (error) => deps.log.error({ name: error.name }, 'a copy of data broke off'));
      return c.body(toWebStream(packed.file), 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${packed.fileName}"`,
      });
    })
    .post(
      '/:id/answer',
      validate('param', idParam),
      validate('json', z.object({ requestId, text: messageText })),
      async (c) => {
        await answerDataRequest(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    )
    .post(
      '/:id/extend',
      validate('param', idParam),
      validate('json', z.object({ requestId, to: isoDay, reason: messageText })),
      async (c) => {
        await putOffDataRequest(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    )
    .post(
      '/:id/finish',
      validate('param', idParam),
      validate('json', z.object({ requestId, as: z.enum(['done', 'refused']), text: messageText })),
      async (c) => {
        await closeDataRequest(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    );
};
