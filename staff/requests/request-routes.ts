import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { projectOf } from '../../core/applications/project.ts';
import { lastReturnedItems } from '../../core/applications/returned-items.ts';
import { addReadAudit } from '../../records/audit.ts';
import { findRequest } from '../../records/request-detail.ts';
import { countRequests, countRequestsOf, listRequests, REQUEST_STATUSES } from '../../records/request-list.ts';
import type { StaffEnv } from '../auth/session.ts';
import { readerLocale } from '../http/reader-locale.ts';
import { idParam, messageText, paging, requestId, searchQuery, validate } from '../http/validate.ts';
import { requestFrame } from '../messages/frames.ts';
import { nameDossier } from '../messages/name-dossier.ts';
import { toLocale } from '../messages/to-locale.ts';
import { getAddressee } from '../messages/write-to-person.ts';
import { tellOverlaps } from '../projects/tell-overlaps.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { actionsFor } from './actions-for.ts';
import { correct, previewCorrection } from './correct.ts';
import { correctionDraftSchema, correctionSchema } from './correction.ts';
import { decide, isReturnable, previewDecision } from './decide.ts';
import { decisionSchema } from './decision.ts';
import { describeItems, summarizeAnswers } from './describe-answers.ts';
import { tellAdvice } from './tell-advice.ts';
import { listEntries, tellEvents } from './tell-corrections.ts';
import { tellEstablishment } from './tell-establishment.ts';
import { tellPhotoMarks } from './tell-photo-marks.ts';
import { writeAboutRequest } from './write-about-request.ts';

const listQuery = z.object({
  ...paging,
  status: z.enum(REQUEST_STATUSES).optional(),
  /** Only what the officer who asks has in hand. */
  mine: z.literal('1').optional(),
  q: searchQuery,
});

export const requestRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .get('/', validate('query', listQuery), async (c) => {
      const { q, mine, ...rest } = c.req.valid('query');
      const officer = c.get('officer');
      const holderId = mine === undefined ? undefined : officer.id;
      const [page, counts, mineCount] = await Promise.all([
        listRequests(deps.db, { ...rest, query: q, holderId }),
        countRequests(deps.db),
        countRequestsOf(deps.db, officer.id),
      ]);
      const locale = readerLocale(c);
      const items = page.items.map(({ answers, ...item }) => ({
        ...item,
        summary: summarizeAnswers({ ...item, answers }, locale),
      }));
      return c.json({ ...page, items, counts: { ...counts, mine: mineCount } });
    })
    .get('/:id', validate('param', idParam), async (c) => {
      const { db, clock, ids } = deps;
      const officer = c.get('officer');
      const request = await findRequest(db, c.req.valid('param').id);
      if (request === undefined) throw new AppError('not-found');
      const { locale } = await getAddressee(db, request.personId);
      await addReadAudit(db, {
        id: ids.next(),
        now: clock.now(),
        actorId: officer.id,
        action: 'request.read',
        subjectKind: 'Application',
        subjectId: request.id,
      });
      const { answers, holder = null, ...told } = request;
      const isMine = holder?.id === officer.id;
      const actions = actionsFor(request, officer.id);
      const described = describeItems(request, readerLocale(c));
      const marks = await tellPhotoMarks(db, described, { programme: request.programme, locale: toLocale(locale) });
      const reading = { mayCorrectNow: actions.includes('correct'), locale: readerLocale(c) };
      const entries = listEntries(request, reading);
      const items = described.map((item) => ({
        ...item,
        /** How this officer may enter it anew; null where they may not. */
        entry: entries.get(item.id) ?? null,
        ...(marks.get(item.id) ?? { photoMarks: {}, retakeReason: null }),
        isReturnable: isReturnable(item),
        answeredAt: answers[item.id]?.answeredAt ?? null,
      }));
      const returned = lastReturnedItems(request.events, answers);
      const frame = requestFrame({ locale, officerName: officer.name, code: await nameDossier(db, request, locale) });
      const advice = await tellAdvice(deps, request, readerLocale(c));
      const establishment = await tellEstablishment(deps, request, readerLocale(c));
      const overlaps = await tellOverlaps(db, request);
      /** It stands, or stood when it was refused or withdrawn, in a plan. */
      const hasProject = projectOf(request.events) !== undefined;
      return c.json({
        ...told,
        events: tellEvents(request, reading),
        hasProject,
        holder,
        isMine,
        items,
        returned,
        actions,
        frame,
        advice,
        establishment,
        overlaps,
      });
    })
    .post(
      '/:id/preview',
      validate('param', idParam),
      validate('json', z.object({ decision: decisionSchema })),
      async (c) => {
        const asked = { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') };
        return c.json(await previewDecision(deps, asked));
      },
    )
    .post(
      '/:id/decisions',
      validate('param', idParam),
      validate('json', z.object({ requestId, decision: decisionSchema })),
      async (c) => {
        await decide(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    )
    .post(
      '/:id/corrections/preview',
      validate('param', idParam),
      validate('json', z.object({ correction: correctionDraftSchema })),
      async (c) => {
        const asked = { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') };
        return c.json(await previewCorrection(deps, asked, readerLocale(c)));
      },
    )
    .post(
      '/:id/corrections',
      validate('param', idParam),
      validate('json', z.object({ requestId, correction: correctionSchema })),
      async (c) => {
        await correct(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    )
    .post(
      '/:id/messages',
      validate('param', idParam),
      validate('json', z.object({ requestId, text: messageText })),
      async (c) => {
        await writeAboutRequest(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    );
