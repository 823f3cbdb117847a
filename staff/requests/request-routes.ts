import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { allowedActions } from '../../core/applications/actions.ts';
import { addReadAudit } from '../../records/audit.ts';
import { findRequest } from '../../records/request-detail.ts';
import { countRequests, listRequests } from '../../records/request-list.ts';
import type { StaffEnv } from '../auth/session.ts';
import { readerLocale } from '../http/reader-locale.ts';
import { idParam, messageText, paging, requestId, searchQuery, validate } from '../http/validate.ts';
import { requestFrame, seenText } from '../messages/frames.ts';
import { getAddressee } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { describeAnswers, summarizeAnswers } from './describe-answers.ts';
import { markSeen } from './mark-seen.ts';
import { writeAboutRequest } from './write-about-request.ts';

const listQuery = z.object({
  ...paging,
  status: z.enum(['submitted', 'in-review', 'needs-papers', 'accepted', 'declined', 'withdrawn', 'erased']).optional(),
  q: searchQuery,
});

export const requestRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .get('/', validate('query', listQuery), async (c) => {
      const { q, ...rest } = c.req.valid('query');
      const [page, counts] = await Promise.all([listRequests(deps.db, { ...rest, query: q }), countRequests(deps.db)]);
      const locale = readerLocale(c);
      const items = page.items.map(({ answers, ...item }) => ({
        ...item,
        summary: summarizeAnswers({ ...item, answers }, locale),
      }));
      return c.json({ ...page, items, counts });
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
      const words = { locale, officerName: officer.name, code: request.code };
      const actions = allowedActions(request.status, 'officer');
      const answers = describeAnswers(request, readerLocale(c));
      return c.json({ ...request, answers, actions, frame: requestFrame(words), seenText: seenText(words) });
    })
    .post('/:id/seen', validate('param', idParam), validate('json', z.object({ requestId })), async (c) => {
      await markSeen(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post(
      '/:id/messages',
      validate('param', idParam),
      validate('json', z.object({ requestId, text: messageText })),
      async (c) => {
        await writeAboutRequest(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    );
