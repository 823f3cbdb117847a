import { randomUUID } from 'node:crypto';
import { EVERYBODY } from '../support/announced.ts';
import type { Row } from './who-may-row.ts';

const text = 'Chào anh/chị';
const once = () => ({ requestId: randomUUID() });

export const ANNOUNCEMENT_ROWS: Row[] = [
  { route: 'GET /announcements', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /announcements/choices', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /announcements/communes', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /announcements/rules', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'PUT /announcements/rules',
    body: () => ({ ...once(), approvalAbove: 500 }),
    ...{ stranger: 401, officer: 403, administrator: 200 },
  },
  { route: 'GET /announcements/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /announcements/:id/calls', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /announcements/:id/calls/ahead', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /announcements/:id/calls/ahead/workbook', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /announcements/:id/calls/workbook', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /announcements/pictures/:id', stranger: 401, officer: 404, administrator: 404 },
  {
    // What arrives is JSON, which is no picture.
    route: 'POST /announcements/pictures',
    body: () => once(),
    ...{ stranger: 401, officer: 400, administrator: 400 },
  },
  {
    route: 'POST /announcements/count',
    body: () => ({ audience: EVERYBODY }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    route: 'POST /announcements/preview',
    body: () => ({ text }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    route: 'POST /announcements',
    body: () => ({ ...once(), text, audience: EVERYBODY }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The officer takes it back; then there is nothing more to take back.
    route: 'POST /announcements/:id/deeds',
    body: () => ({ ...once(), deed: { kind: 'taken-back' } }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
];
