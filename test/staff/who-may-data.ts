import { randomUUID } from 'node:crypto';
import type { Row } from './who-may-row.ts';

const LEAK = { kinds: ['contacts'], fromAt: '2026-11-22T00:00:00Z', toAt: '2026-11-23T00:00:00Z' };

const text = 'Chào anh/chị';
const once = () => ({ requestId: randomUUID() });

/** Of what people ask about their data, leaks of it, and photos that may not be kept. */
export const DATA_ROWS: Row[] = [
  { route: 'GET /data', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /data/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /people', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /people/:id/data', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /people/:id/data',
    body: () => ({ ...once(), kind: 'see', way: 'phone', check: 'met', text: '', askedOn: '2026-11-23' }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    route: 'POST /people/:id/news-off',
    body: () => ({ ...once(), way: 'phone' }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  // The one that is there asks for a copy.
  { route: 'GET /data/:id/deletion', stranger: 401, officer: 409, administrator: 409 },
  {
    route: 'POST /data/:id/erase',
    body: () => ({ ...once(), mark: '', reason: text }),
    ...{ stranger: 401, officer: 409, administrator: 409 },
  },
  { route: 'GET /data/:id/copy', stranger: 401, officer: 200, administrator: 200 },
  {
    // The officer has answered; it is answered once.
    route: 'POST /data/:id/answer',
    body: () => ({ ...once(), text }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    // Once, by the officer.
    route: 'POST /data/:id/extend',
    body: () => ({ ...once(), to: '2026-12-11', reason: text }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    route: 'POST /data/:id/finish',
    body: () => ({ ...once(), as: 'done', text }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  { route: 'GET /incidents', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /incidents/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'POST /incidents/count', body: () => LEAK, stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /incidents',
    body: () => ({ ...once(), ...LEAK, isDrill: true, what: text, discoveredAt: LEAK.toAt }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The officer notes it; it is noted once.
    route: 'POST /incidents/:id/step',
    body: () => ({ ...once(), step: 'authority' }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    // Gone with the first.
    route: 'POST /files/:id/remove',
    body: () => ({ ...once(), why: 'identity-card' }),
    ...{ stranger: 401, officer: 200, administrator: 404 },
  },
];
