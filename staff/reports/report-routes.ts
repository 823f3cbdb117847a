import { Hono } from 'hono';
import * as z from 'zod';
import { reportTarget } from '../../core/reports/target.ts';
import type { StaffEnv } from '../auth/session.ts';
import { readerLocale } from '../http/reader-locale.ts';
import { toWebStream } from '../http/to-web-stream.ts';
import { idParam, requestId, validate } from '../http/validate.ts';
import { asFile, XLSX } from '../papers/as-file.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { describeReport } from './describe-report.ts';
import { describeTargets } from './describe-targets.ts';
import { describeOwners, sayOwner } from './owners.ts';
import { reportQuery, toAsked } from './report-query.ts';
import { reportWorkbook } from './report-workbook.ts';
import { keepTarget } from './target-deeds.ts';

const targetParam = z.object({ id: z.string().regex(/^[a-z0-9-]{1,60}$/) });
const seen = { requestId, version: z.number().int().min(0) };
/** One form of Unicode, without stray blanks; numbers and certainty as they are. */
const typed = z.string().transform((words) => words.normalize('NFC').replace(/\s+/g, ' ').trim());
const words = typed.pipe(z.string().min(1).max(300));
const target = reportTarget.extend({
  ...{ name: words, document: words, note: typed.pipe(z.string().max(300)).default('') },
  parts: z
    .array(reportTarget.shape.parts.unwrap().element.extend({ name: words }))
    .max(12)
    .default([]),
});

/** Reports of requests and projects, what the office sets out to reach, and who owns the supported establishments. */
export const reportRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .get('/', validate('query', reportQuery), async (c) =>
      c.json(await describeReport(deps, { ...toAsked(c.req.valid('query')), locale: readerLocale(c) })),
    )
    .get('/workbook', validate('query', reportQuery), async (c) => {
      const asked = { ...toAsked(c.req.valid('query')), officerId: c.get('officer').id, locale: readerLocale(c) };
      const { file, fileName } = await reportWorkbook(deps, asked);
      file.once('error', (error) => deps.log.error({ name: error.name }, 'a report broke off'));
      return c.body(toWebStream(file), 200, asFile(fileName, XLSX));
    })
    .get('/targets', async (c) => c.json(await describeTargets(deps, readerLocale(c))))
    .put('/targets/:id', validate('param', targetParam), validate('json', z.object({ ...seen, target })), async (c) => {
      await keepTarget(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
      return c.json({});
    })
    .delete('/targets/:id', validate('param', targetParam), validate('json', z.object(seen)), async (c) => {
      const removed = { ...c.req.valid('param'), ...c.req.valid('json'), target: null };
      await keepTarget(deps, { ...removed, officer: c.get('officer') });
      return c.json({});
    })
    .get('/owners', async (c) => c.json({ owners: await describeOwners(deps, readerLocale(c)) }))
    .put(
      '/owners/:id',
      validate('param', idParam),
      validate('json', z.object({ requestId, womanOwned: z.boolean().nullable() })),
      async (c) => {
        await sayOwner(deps, { ...c.req.valid('param'), ...c.req.valid('json'), officer: c.get('officer') });
        return c.json({});
      },
    );
