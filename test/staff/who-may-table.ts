import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../host/project-root.ts';
import { CERTIFICATE } from '../support/certificates.ts';
import { BOOKS } from '../support/courses.ts';
import { DRAFTS } from '../support/officer-knowledge.ts';
import { ANNOUNCEMENT_ROWS } from './who-may-announcements.ts';
import { BUDGET_ROWS } from './who-may-budget.ts';
import { CORRECTION_ROWS } from './who-may-corrections.ts';
import { DATA_ROWS } from './who-may-data.ts';
import { REPORT_ROWS } from './who-may-reports.ts';
import type { Row } from './who-may-row.ts';

/** Other dates than those of the window that is there. */
const WINDOW = {
  ...{ programme: 'support-request', note: '' },
  opensAt: '2026-12-01T01:00:00.000Z',
  closesAt: '2026-12-24T10:00:00.000Z',
};

const DAY_OFF = {
  ...{ kind: 'holiday', first: '2027-02-12', last: '2027-02-12', as: 'off' },
  ...{ name: 'Tết Đinh Mùi', document: 'Quyết định thử', isConfirmed: true },
};
const { provinceCode: _, ...COURSE } = BOOKS;
const PROPOSE = { action: 'propose', data: { planYear: 2027, fund: 'national' } };
const TEMPLATE = readFileSync(join(projectRoot, 'staff/papers/template/project-outline.docx')).toString('base64');

const KEEP = {
  ...{ title: 'Hỏi gì', question: 'hỏi', text: 'Trả lời.', source: { document: 'Trả lời của Trung tâm' } },
  publish: false,
};
const text = 'Chào anh/chị';
const once = () => ({ requestId: randomUUID() });

/** Who may do what, once for every route there is. A route that is missing here fails the first test. */
export const TABLE: Row[] = [
  {
    route: 'POST /setup/check',
    body: () => ({ token: 'x'.repeat(43) }),
    stranger: 410,
    officer: 410,
    administrator: 410,
  },
  { route: 'POST /setup', body: () => ({}), stranger: 400, officer: 400, administrator: 400 },
  { route: 'GET /me', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /counts', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /requests', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /requests/:id', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /requests/:id/preview',
    body: () => ({ decision: { action: 'claim' } }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The administrator takes it over from the officer.
    route: 'POST /requests/:id/decisions',
    body: () => ({ ...once(), decision: { action: 'claim' } }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  ...CORRECTION_ROWS,
  {
    route: 'POST /requests/:id/messages',
    body: () => ({ ...once(), text }),
    stranger: 401,
    officer: 200,
    administrator: 200,
  },
  { route: 'GET /projects', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /projects/:id', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /projects/:id/preview',
    body: () => ({ deed: PROPOSE }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The officer has it; the administrator would have to take it over.
    route: 'POST /projects/:id/deeds',
    body: () => ({ ...once(), deed: PROPOSE }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  { route: 'GET /papers/requests', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /papers/requests/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /papers/requests/:id/document', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /papers/templates', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /papers/templates/:paper/file', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /papers/templates/:paper/fields', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /papers/templates/:paper/check',
    body: () => ({ file: TEMPLATE }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    route: 'POST /papers/templates/:paper/sample',
    body: () => ({}),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The officer puts it in place; the administrator saw what was there before.
    route: 'POST /papers/templates/:paper',
    body: () => ({ ...once(), version: 0, file: TEMPLATE, fileName: 'mau.docx' }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    route: 'POST /papers/templates/:paper/ours',
    body: () => ({ ...once(), version: 1 }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  { route: 'GET /papers/requests/:id/summary', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /papers/requests/:id/outline', stranger: 401, officer: 200, administrator: 200 },
  ...REPORT_ROWS,
  { route: 'GET /questions', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /questions/:id', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /questions/:id/answer',
    body: () => ({ ...once(), text }),
    stranger: 401,
    officer: 200,
    administrator: 409,
  },
  {
    route: 'POST /questions/:id/messages',
    body: () => ({ ...once(), text }),
    stranger: 401,
    officer: 200,
    administrator: 200,
  },
  {
    // It was answered above; the administrator finds it kept, and then taken back.
    route: 'POST /questions/:id/keep',
    body: () => ({ ...once(), keep: KEEP }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    route: 'POST /questions/:id/keep/undo',
    body: () => ({ ...once(), revision: 1 }),
    ...{ stranger: 401, officer: 200, administrator: 404 },
  },
  { route: 'POST /questions/:id/close', body: once, stranger: 401, officer: 409, administrator: 409 },
  ...ANNOUNCEMENT_ROWS,
  ...BUDGET_ROWS,
  { route: 'GET /windows', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /windows/choices', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /windows/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'POST /windows/preview', body: () => WINDOW, stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /windows',
    body: () => ({ ...once(), ...WINDOW }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The officer changes it; the administrator saw an earlier version.
    route: 'POST /windows/:id/change',
    body: () => ({ ...once(), ...WINDOW, version: 1 }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    route: 'POST /windows/:id/withdraw',
    body: once,
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  { route: 'GET /calendar', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /calendar/preview',
    body: () => ({ content: DAY_OFF }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The officer enters it; the administrator saw the calendar before.
    route: 'POST /calendar',
    body: () => ({ ...once(), version: 1, content: DAY_OFF }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    route: 'POST /calendar/:id/withdraw',
    body: () => ({ ...once(), version: 2 }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  { route: 'GET /certificates/ending', stranger: 401, officer: 200, administrator: 200 },
  {
    // There is no such establishment.
    route: 'POST /certificates',
    body: () => ({ ...once(), establishmentId: randomUUID(), ...CERTIFICATE }),
    ...{ stranger: 401, officer: 404, administrator: 404 },
  },
  // The officer corrects it, ends it and takes that back; the administrator saw what was there before.
  ...[
    { deed: 'correct', more: { ...CERTIFICATE, revision: 1 } },
    { deed: 'end', more: { revision: 2, why: 'mistaken' } },
    { deed: 'resume', more: { revision: 3 } },
  ].map(
    ({ deed, more }): Row => ({
      route: `POST /certificates/:id/${deed}`,
      body: () => ({ ...once(), ...more }),
      ...{ stranger: 401, officer: 200, administrator: 409 },
    }),
  ),
  { route: 'GET /establishments', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /establishments/communes', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /establishments/:id', stranger: 401, officer: 200, administrator: 200 },
  // There is no other to merge it with.
  ...['merge-preview', 'merge', 'undo-merge', 'not-same'].map((deed) => ({
    route: `POST /establishments/:id/${deed}`,
    body: () => ({ ...once(), mergedId: randomUUID(), mergeId: randomUUID(), otherId: randomUUID(), mark: '' }),
    ...{ stranger: 401, officer: 404, administrator: 404 },
  })),
  {
    route: 'POST /establishments/:id/undo-not-same',
    body: () => ({ ...once(), otherId: randomUUID() }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  { route: 'GET /courses', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /courses/choices', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /courses/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'POST /courses/preview', body: () => ({ fields: COURSE }), stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /courses',
    body: () => ({ ...once(), fields: COURSE }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    route: 'POST /courses/:id/cancel-preview',
    body: () => ({ reason: '' }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The officer changes it; the administrator saw an earlier revision.
    route: 'POST /courses/:id/change',
    body: () => ({ ...once(), revision: 2, fields: { ...COURSE, places: 31 } }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    route: 'POST /courses/:id/deeds',
    body: () => ({ ...once(), revision: 3, deed: 'cancel' }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  { route: 'GET /knowledge', stranger: 401, officer: 200, administrator: 200 },
  ...(['articles', 'rates'] as const).flatMap((kind): Row[] => [
    { route: `GET /${kind}`, stranger: 401, officer: 200, administrator: 200 },
    { route: `GET /${kind}/shipped/:name`, stranger: 401, officer: 404, administrator: 404 },
    { route: `GET /${kind}/:id`, stranger: 401, officer: 200, administrator: 200 },
    {
      route: `POST /${kind}/preview`,
      body: () => ({ content: DRAFTS[kind] }),
      ...{ stranger: 401, officer: 200, administrator: 200 },
    },
    {
      route: `POST /${kind}`,
      body: () => ({ ...once(), content: DRAFTS[kind] }),
      ...{ stranger: 401, officer: 200, administrator: 200 },
    },
    {
      route: `POST /${kind}/:id/foresee`,
      body: () => ({ deed: 'published' }),
      ...{ stranger: 401, officer: 200, administrator: 200 },
    },
    {
      // The officer reviews it; the administrator saw what was there before.
      route: `POST /${kind}/:id/deeds`,
      body: () => ({ ...once(), revision: 1, deed: { kind: 'reviewed' } }),
      ...{ stranger: 401, officer: 200, administrator: 409 },
    },
  ]),
  { route: 'GET /cases', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /cases',
    body: () => ({ ...once(), question: 'lò sấy chung', articleId: 'lo-say' }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  { route: 'POST /cases/:id/remove', body: once, stranger: 401, officer: 200, administrator: 404 },
  { route: 'GET /people/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /people/:id/sending', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /people/:id/conversation', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /files/:id', stranger: 401, officer: 200, administrator: 200 },
  // One of them takes that photo away.
  ...DATA_ROWS,
  { route: 'GET /officers', stranger: 401, officer: 403, administrator: 200 },
  { route: 'GET /audit', stranger: 401, officer: 403, administrator: 200 },
  { route: 'GET /audit/choices', stranger: 401, officer: 403, administrator: 200 },
  {
    route: 'POST /officers',
    body: () => ({ ...once(), name: 'Trần Văn Nam', email: `${randomUUID()}@example.vn`, role: 'officer' }),
    ...{ stranger: 401, officer: 403, administrator: 200 },
  },
  { route: 'POST /officers/:id/link', body: once, stranger: 401, officer: 403, administrator: 200 },
  {
    route: 'POST /officers/:id/disabled',
    body: () => ({ ...once(), disabled: true }),
    ...{ stranger: 401, officer: 403, administrator: 200 },
  },
  { route: 'GET /events', stranger: 401, officer: 200, administrator: 200 },
];
