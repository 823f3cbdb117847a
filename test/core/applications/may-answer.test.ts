import { describe, expect, it } from 'vitest';
import { mayAnswer } from '../../../core/applications/may-answer.ts';
import type { ApplicationStatus } from '../../../core/applications/status.ts';

/** A question of the request and one of the details, each answered or not, and each returned and answered anew or not. */
const CASES = {
  request: { questionId: 'phone', isAnswered: true, returnedIds: [] },
  'a new detail': { questionId: 'workers', isAnswered: false, returnedIds: [] },
  'an answered detail': { questionId: 'workers', isAnswered: true, returnedIds: [] },
  'a returned request': { questionId: 'phone', isAnswered: true, returnedIds: ['phone'] },
  'a returned detail': { questionId: 'workers', isAnswered: true, returnedIds: ['workers'] },
};
type Case = keyof typeof CASES;

const TABLE: Record<ApplicationStatus, readonly Case[]> = {
  draft: ['request', 'a new detail', 'an answered detail', 'a returned request', 'a returned detail'],
  submitted: ['a new detail', 'an answered detail', 'a returned detail'],
  'in-review': ['a new detail'],
  'needs-papers': ['a new detail', 'a returned request', 'a returned detail'],
  accepted: ['a new detail'],
  proposed: ['a new detail'],
  approved: [],
  contracted: [],
  'in-progress': [],
  'amendment-asked': [],
  inspected: [],
  settled: [],
  closed: [],
  stopped: [],
  declined: [],
  withdrawn: [],
  discarded: [],
  expired: [],
  erased: [],
};

describe('which question may be answered', () => {
  it.each(Object.entries(TABLE))('of a dossier that is %s is exactly this', (name, cases) => {
    const status = name as ApplicationStatus;
    const may = Object.entries(CASES).flatMap(([name, question]) => (mayAnswer({ status, ...question }) ? [name] : []));
    expect(may).toEqual(cases);
  });
});
