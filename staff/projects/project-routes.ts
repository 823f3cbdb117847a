import { Hono } from 'hono';
import * as z from 'zod';
import { FUNDS } from '../../core/applications/project-data.ts';
import type { StaffEnv } from '../auth/session.ts';
import { readerLocale } from '../http/reader-locale.ts';
import { idParam, requestId, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { deedSchema } from './deed.ts';
import { describeProject } from './describe-project.ts';
import { describeProjects } from './describe-projects.ts';
import { doDeed, previewDeed } from './do-deed.ts';

const listQuery = z.object({
  planYear: z.coerce.number().int().min(2000).max(2100).optional(),
  fund: z.enum(FUNDS).optional(),
});

/** Dossiers as projects (đề án): from the proposed plan to the settlement. Their ids are those of the requests. */
export const projectRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .get('/', validate('query', listQuery), async (c) =>
      c.json(await describeProjects(deps, { ...c.req.valid('query'), locale: readerLocale(c) })),
    )
    .get('/:id', validate('param', idParam), async (c) => {
      const asked = { ...c.req.valid('param'), officerId: c.get('officer').id, locale: readerLocale(c) };
      return c.json(await describeProject(deps, asked));
    })
    .post('/:id/preview', validate('param', idParam), validate('json', z.object({ deed: deedSchema })), async (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') };
      return c.json(await previewDeed(deps, asked));
    })
    .post(
      '/:id/deeds',
      validate('param', idParam),
      validate('json', z.object({ requestId, deed: deedSchema })),
      async (c) => {
        await doDeed(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    );
