import { Hono } from 'hono';
import * as z from 'zod';
import { wordsFor } from '../../locales/words.ts';
import { REQUEST_STATUSES } from '../../records/request-list.ts';
import type { StaffEnv } from '../auth/session.ts';
import { readerLocale } from '../http/reader-locale.ts';
import { toWebStream } from '../http/to-web-stream.ts';
import { idParam, searchQuery, validate } from '../http/validate.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { asFile, DOCX, XLSX } from './as-file.ts';
import { exportRequests } from './export/export-requests.ts';
import { readForm } from './form/read-form.ts';
import { readOutline } from './outline/read-outline.ts';
import { readSummary } from './summary/read-summary.ts';
import { readTemplate } from './template/read-template.ts';
import { templateRoutes } from './template/template-routes.ts';
import { fillInThread } from './template/template-thread.ts';

/** As the list of requests is filtered. */
const exportQuery = z.object({
  status: z.enum(REQUEST_STATUSES).optional(),
  mine: z.literal('1').optional(),
  q: searchQuery,
});

/** What officers take along of requests: the list as a workbook, one request as a paper. */
export const paperRoutes = (deps: StaffDeps) =>
  new Hono<StaffEnv>()
    .route('/templates', templateRoutes(deps))
    .get('/requests', validate('query', exportQuery), async (c) => {
      const { status, mine, q } = c.req.valid('query');
      const officerId = c.get('officer').id;
      const filter = { status, query: q, holderId: mine === undefined ? undefined : officerId };
      const { file, fileName, count } = await exportRequests(deps, { filter, officerId, locale: readerLocale(c) });
      file.once('error', (error) => deps.log.error({ name: error.name }, 'an export of requests broke off'));
      return c.body(toWebStream(file), 200, { ...asFile(fileName, XLSX), 'x-requests': String(count) });
    })
    .get('/requests/:id', validate('param', idParam), async (c) => {
      const asked = { ...c.req.valid('param'), officerId: c.get('officer').id, locale: readerLocale(c) };
      return c.json(await readForm(deps, { ...asked, action: 'request.printed' }));
    })
    .get('/requests/:id/summary', validate('param', idParam), async (c) => {
      const asked = { ...c.req.valid('param'), officerId: c.get('officer').id, locale: readerLocale(c) };
      return c.json({ summary: await readSummary(deps, asked) });
    })
    .get('/requests/:id/document', validate('param', idParam), async (c) => {
      const locale = readerLocale(c);
      const asked = { ...c.req.valid('param'), officerId: c.get('officer').id, locale };
      const { code, form } = await readForm(deps, { ...asked, action: 'request.exported' });
      const document = await fillInThread(await readTemplate(deps, 'request-form'), form, deps);
      return c.body(document, 200, asFile(`phieu-${code}.docx`, DOCX));
    })
    .get('/requests/:id/outline', validate('param', idParam), async (c) => {
      const { code, outline } = await readOutline(deps, { ...c.req.valid('param'), officerId: c.get('officer').id });
      const document = await fillInThread(await readTemplate(deps, 'project-outline'), outline, deps);
      const fileName = wordsFor(readerLocale(c)).t('outline:fileName', { code });
      return c.body(document, 200, asFile(fileName, DOCX));
    });
