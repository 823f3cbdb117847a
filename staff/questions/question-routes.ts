import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { addReadAudit } from '../../records/audit.ts';
import { findKeptArticle } from '../../records/kept-articles.ts';
import { findQuestion } from '../../records/question-detail.ts';
import { countWaitingQuestions, listQuestions } from '../../records/question-list.ts';
import type { StaffEnv } from '../auth/session.ts';
import { idParam, messageText, paging, requestId, searchQuery, validate } from '../http/validate.ts';
import { answerFrame, moreFrame } from '../messages/frames.ts';
import { getAddressee } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { answerQuestion } from './answer-question.ts';
import { closeQuestion } from './close-question.ts';
import { keepAnswer, keepBody, takeBackKept } from './keep-answer.ts';
import { findWhy } from './why-answered.ts';
import { writeAboutQuestion } from './write-about-question.ts';

const listQuery = z.object({ ...paging, status: z.enum(['waiting', 'done']).default('waiting'), q: searchQuery });
const messageBody = z.object({ requestId, text: messageText });
const answerBody = messageBody.extend({ keep: keepBody.optional() });

export const questionRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .get('/', validate('query', listQuery), async (c) => {
      const { q, ...rest } = c.req.valid('query');
      const [page, counts] = await Promise.all([
        listQuestions(deps.db, { ...rest, query: q }),
        countWaitingQuestions(deps.db, deps.clock.now()),
      ]);
      return c.json({ ...page, counts });
    })
    .get('/:id', validate('param', idParam), async (c) => {
      const { db, clock, ids } = deps;
      const officer = c.get('officer');
      const question = await findQuestion(db, c.req.valid('param').id);
      if (question === undefined) throw new AppError('not-found');
      const { locale } = await getAddressee(db, question.personId);
      await addReadAudit(db, {
        id: ids.next(),
        now: clock.now(),
        actorId: officer.id,
        action: 'question.read',
        subjectKind: 'HumanHandoff',
        subjectId: question.id,
      });
      const words = { locale, officerName: officer.name, question };
      const frame = question.status === 'waiting' ? answerFrame(words) : moreFrame(words);
      const [why, kept] = await Promise.all([findWhy(db, question), findKeptArticle(db, question.id)]);
      return c.json({ ...question, frame, why, kept: kept ?? null });
    })
    .post('/:id/answer', validate('param', idParam), validate('json', answerBody), async (c) => {
      await answerQuestion(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post('/:id/messages', validate('param', idParam), validate('json', messageBody), async (c) => {
      await writeAboutQuestion(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post(
      '/:id/keep',
      validate('param', idParam),
      validate('json', z.object({ requestId, keep: keepBody })),
      async (c) => {
        await keepAnswer(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    )
    .post(
      '/:id/keep/undo',
      validate('param', idParam),
      validate('json', z.object({ requestId, revision: z.int() })),
      async (c) => {
        await takeBackKept(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    )
    .post('/:id/close', validate('param', idParam), validate('json', z.object({ requestId })), async (c) => {
      await closeQuestion(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    });
