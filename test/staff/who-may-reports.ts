import { randomUUID } from 'node:crypto';
import type { Row } from './who-may-row.ts';

const once = () => ({ requestId: randomUUID() });
const TARGET = {
  ...{ name: 'Lượt máy', measure: 'doneProjects', fromYear: 2026, toYear: 2030, value: 25 },
  ...{ document: 'Kế hoạch của Trung tâm', certainty: 'officer' },
};

/** Who may read reports and say what the office sets out to reach. */
export const REPORT_ROWS: Row[] = [
  { route: 'GET /reports', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /reports/workbook', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /reports/targets', stranger: 401, officer: 200, administrator: 200 },
  {
    // The officer says it; the administrator saw what was there before.
    route: 'PUT /reports/targets/:id',
    body: () => ({ ...once(), version: 0, target: TARGET }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    route: 'DELETE /reports/targets/:id',
    body: () => ({ ...once(), version: 1 }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  { route: 'GET /reports/owners', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'PUT /reports/owners/:id',
    body: () => ({ ...once(), womanOwned: true }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
];
