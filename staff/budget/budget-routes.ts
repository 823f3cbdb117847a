import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';
import { quotaContent } from '../../core/budget/quota.ts';
import { officeDay } from '../../core/time.ts';
import { keepQuota } from '../../records/message-quotas.ts';
import { requireAdministrator, type StaffEnv } from '../auth/session.ts';
import { requestId, validate } from '../http/validate.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { describeBudget, describeCalls } from './describe-budget.ts';

const quotaBody = z.object({
  requestId,
  channel: z.string().max(40),
  account: z.string().max(100),
  quota: quotaContent,
});

/** The month's messages (hạn mức tin nhắn), for every officer; what the quota is, is an administrator's to write down. */
export const budgetRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .get('/', async (c) => c.json(await describeBudget(deps)))
    .get('/calls', async (c) => c.json(await describeCalls(deps, { officerId: c.get('officer').id })))
    .put('/', requireAdministrator, validate('json', quotaBody), async (c) => {
      const { requestId: id, channel, account, quota } = c.req.valid('json');
      const { id: officerId } = c.get('officer');
      // A day that has not come is a slip, and would keep the warning away for ever.
      if (quota.checkedOn > officeDay(deps.clock.now())) throw new AppError('request.invalid');
      const { limit, reserve, certainty, checkedOn } = quota;
      const data = { limit, reserve: reserve ?? 'suggested', certainty, checkedOn };
      const deed = { requestId: id, actorId: officerId, action: 'quota.kept', data };
      await writeOnce(
        deps,
        { ...deed, subjectKind: 'MessageQuota', subjectId: `${channel}/${account}` },
        async (tx, now) => {
          if (!(await keepQuota(tx, { channel, account, ...quota, officerId, now }))) throw new AppError('not-found');
        },
      );
      return c.json({});
    });
