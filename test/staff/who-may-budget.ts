import { randomUUID } from 'node:crypto';
import type { Row } from './who-may-row.ts';

export const BUDGET_ROWS: Row[] = [
  { route: 'GET /budget', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /budget/calls', stranger: 401, officer: 200, administrator: 200 },
  {
    // There is no such account: nobody who may not gets so far.
    route: 'PUT /budget',
    body: () => ({
      ...{ requestId: randomUUID(), channel: 'zalo-bot', account: 'none' },
      quota: { limit: 3000, reserve: null, certainty: 'verified', checkedOn: '2020-01-01' },
    }),
    ...{ stranger: 401, officer: 403, administrator: 404 },
  },
];
