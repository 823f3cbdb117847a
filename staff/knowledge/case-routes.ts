import { Hono } from 'hono';
import * as z from 'zod';
import { findPersonalNumbers } from '../../core/announcements/personal-numbers.ts';
import { AppError } from '../../core/app-error.ts';
import { addRegressionCase, removeRegressionCase } from '../../records/regression-cases.ts';
import type { StaffEnv } from '../auth/session.ts';
import { idParam, requestId, validate } from '../http/validate.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { describeCases } from './foresee.ts';
import { newCaseBody } from './schemas.ts';

/** Questions that an article must go on answering, for every officer. */
export const caseRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .get('/', async (c) => c.json({ cases: await describeCases(deps), now: deps.clock.now() }))
    .post('/', validate('json', newCaseBody), async (c) => {
      const { requestId: id, ...added } = c.req.valid('json');
      const { id: officerId } = c.get('officer');
      if (findPersonalNumbers(added.question).length > 0) throw new AppError('knowledge.personal');
      const deed = {
        requestId: id,
        actorId: officerId,
        action: 'case.created',
        subjectKind: 'RegressionCase',
        subjectId: id,
      };
      await writeOnce(deps, deed, (tx, now) => addRegressionCase(tx, { ...added, id, officerId, now }));
      return c.json({ id });
    })
    .post('/:id/remove', validate('param', idParam), validate('json', z.object({ requestId })), async (c) => {
      const { id } = c.req.valid('param');
      const deed = {
        ...c.req.valid('json'),
        actorId: c.get('officer').id,
        action: 'case.removed',
        subjectKind: 'RegressionCase',
        subjectId: id,
      };
      await writeOnce(deps, deed, async (tx) => {
        if (!(await removeRegressionCase(tx, id))) throw new AppError('not-found');
      });
      return c.json({});
    });
