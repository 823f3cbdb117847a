import { Hono } from 'hono';
import type { StaffEnv } from '../auth/session.ts';
import { idParam, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { enterIntoCalendar, withdrawFromCalendar } from './calendar-deeds.ts';
import { describeCalendar } from './describe-calendar.ts';
import { previewCalendar } from './preview-calendar.ts';
import { enterBody, previewBody, withdrawBody } from './schemas.ts';

/** The dates of the plan year and the holidays, for every officer. */
export const calendarRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .get('/', async (c) => c.json(await describeCalendar(deps)))
    .post('/preview', validate('json', previewBody), async (c) =>
      c.json(await previewCalendar(deps, c.req.valid('json'))),
    )
    .post('/', validate('json', enterBody), async (c) => {
      await enterIntoCalendar(deps, { ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post('/:id/withdraw', validate('param', idParam), validate('json', withdrawBody), async (c) => {
      await withdrawFromCalendar(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    });
