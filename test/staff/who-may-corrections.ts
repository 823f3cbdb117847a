import { randomUUID } from 'node:crypto';
import type { Row } from './who-may-row.ts';

const CORRECTION = {
  ...{ questionId: 'phone', seen: null, given: { text: '0900000002' } },
  ...{ askedBy: 'phone', reason: 'Ghi nhầm một số.' },
};

const once = () => ({ requestId: randomUUID() });

/** Of answers that officers put right. */
export const CORRECTION_ROWS: Row[] = [
  {
    route: 'POST /requests/:id/corrections/preview',
    body: () => ({ correction: CORRECTION }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The administrator has it by now, and saw that there was no answer.
    route: 'POST /requests/:id/corrections',
    body: () => ({ ...once(), correction: CORRECTION }),
    ...{ stranger: 401, officer: 409, administrator: 200 },
  },
];
