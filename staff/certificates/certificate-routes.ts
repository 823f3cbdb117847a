import { Hono } from 'hono';
import { SOON_DAYS } from '../../core/schedule/certificate-reminders.ts';
import type { StaffEnv } from '../auth/session.ts';
import { readerLocale } from '../http/reader-locale.ts';
import { idParam, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { correct, end, enter, resume } from './certificate-deeds.ts';
import { describeEnding } from './describe-ending.ts';
import { correctBody, endBody, enterBody, resumeBody } from './schemas.ts';

/** Certificates of typical products (giấy chứng nhận), for every officer; those of one establishment stand on its own page. */
export const certificateRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .get('/ending', async (c) => c.json({ days: SOON_DAYS, items: await describeEnding(deps, readerLocale(c)) }))
    .post('/', validate('json', enterBody), async (c) =>
      c.json({ id: await enter(deps, { ...c.req.valid('json'), officer: c.get('officer') }) }),
    )
    .post('/:id/correct', validate('param', idParam), validate('json', correctBody), async (c) => {
      await correct(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post('/:id/end', validate('param', idParam), validate('json', endBody), async (c) => {
      await end(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .post('/:id/resume', validate('param', idParam), validate('json', resumeBody), async (c) => {
      await resume(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    });
