import { Hono } from 'hono';
import * as z from 'zod';
import type { StaffEnv } from '../auth/session.ts';
import { idParam, searchQuery, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { describeEntries, describeEntry, getShipped } from './describe-entries.ts';
import { doToEntry, draftEntry } from './entry-deeds.ts';
import { foreseeDeed } from './foresee.ts';
import { previewEntry } from './preview-entry.ts';
import { deedBody, foreseeBody, nameParam, newBody, previewBody } from './schemas.ts';

const kind = 'article';

/** Officers' articles, and those that came with the product, for every officer. */
export const articleRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .get('/', validate('query', z.object({ q: searchQuery })), async (c) =>
      c.json({ ...(await describeEntries(deps, { kind, query: c.req.valid('query').q })), now: deps.clock.now() }),
    )
    .get('/shipped/:name', validate('param', nameParam), (c) =>
      c.json(getShipped(deps.library, kind, c.req.valid('param').name)),
    )
    .post('/preview', validate('json', previewBody[kind]), async (c) =>
      c.json(await previewEntry(deps, { kind, ...c.req.valid('json'), officer: c.get('officer') })),
    )
    .post('/', validate('json', newBody[kind]), async (c) =>
      c.json({ id: await draftEntry(deps, { kind, ...c.req.valid('json'), officer: c.get('officer') }) }),
    )
    .get('/:id', validate('param', idParam), async (c) =>
      c.json({ ...(await describeEntry(deps, { kind, ...c.req.valid('param') })), now: deps.clock.now() }),
    )
    .post('/:id/foresee', validate('param', idParam), validate('json', foreseeBody), async (c) =>
      c.json(
        await foreseeDeed(deps, { kind, ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') }),
      ),
    )
    .post('/:id/deeds', validate('param', idParam), validate('json', deedBody[kind]), async (c) => {
      await doToEntry(deps, { kind, ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    });
