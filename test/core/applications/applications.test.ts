import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedActions, needsClaim } from '../../../core/applications/actions.ts';
import { codeYear, findCode, formatCode } from '../../../core/applications/code.ts';
import type { ActorKind } from '../../../core/applications/event.ts';
import { type ApplicationStatus, statusOf } from '../../../core/applications/status.ts';

const statuses: ApplicationStatus[] = [
  'draft',
  'submitted',
  'in-review',
  'needs-papers',
  'accepted',
  'proposed',
  'approved',
  'contracted',
  'in-progress',
  'amendment-asked',
  'inspected',
  'settled',
  'closed',
  'stopped',
  'declined',
  'withdrawn',
  'discarded',
  'expired',
  'erased',
];
const actors: ActorKind[] = ['person', 'officer', 'system'];

describe('the status of a dossier', () => {
  it.each([
    ['started', 'draft'],
    ['started submitted', 'submitted'],
    ['started submitted claimed', 'in-review'],
    ['started submitted claimed released', 'submitted'],
    ['started submitted claimed returned', 'needs-papers'],
    ['started submitted claimed returned claimed', 'needs-papers'],
    ['started submitted claimed returned released', 'needs-papers'],
    ['started submitted claimed returned resubmitted', 'in-review'],
    ['started submitted claimed returned released resubmitted', 'submitted'],
    ['started submitted claimed accepted', 'accepted'],
    ['started submitted claimed declined', 'declined'],
    ['started submitted claimed declined reopened', 'in-review'],
    ['started submitted claimed returned withdrawn', 'withdrawn'],
    ['started submitted seen', 'in-review'],
    ['started discarded', 'discarded'],
    ['started expired', 'expired'],
    ['started submitted erased', 'erased'],
  ])('after %s is %s', (kinds, status) => {
    expect(statusOf(kinds.split(' ').map((kind) => ({ kind })))).toBe(status);
  });

  it('is not changed by an event that says nothing of it', () => {
    expect(statusOf([{ kind: 'started' }, { kind: 'reminders-off' }])).toBe('draft');
    expect(statusOf([{ kind: 'submitted' }, { kind: 'toString' }])).toBe('submitted');
  });

  it('without events is a draft', () => {
    expect(statusOf([])).toBe('draft');
  });
});

describe('what a dossier allows', () => {
  it('is exactly this table', () => {
    const table = Object.fromEntries(
      statuses.map((status) => [
        status,
        Object.fromEntries(actors.map((actor) => [actor, allowedActions(status, actor)])),
      ]),
    );
    const nothing = { person: [], officer: [], system: [] };
    expect(table).toEqual({
      draft: { person: ['answer', 'submit', 'discard'], officer: [], system: ['expire'] },
      submitted: { person: ['answer', 'withdraw'], officer: ['claim'], system: [] },
      'in-review': {
        person: ['answer', 'withdraw'],
        officer: ['claim', 'release', 'return', 'accept', 'decline', 'correct'],
        system: [],
      },
      'needs-papers': {
        person: ['answer', 'resubmit', 'withdraw'],
        officer: ['claim', 'release', 'return', 'decline', 'correct'],
        system: [],
      },
      accepted: {
        person: ['answer', 'withdraw'],
        officer: ['claim', 'release', 'reopen', 'propose', 'correct'],
        system: [],
      },
      proposed: {
        person: ['answer', 'withdraw'],
        officer: ['claim', 'release', 'approve', 'decline', 'step-back', 'correct'],
        system: [],
      },
      approved: { person: ['withdraw'], officer: ['claim', 'release', 'contract', 'step-back', 'correct'], system: [] },
      contracted: {
        person: ['ask-amendment'],
        officer: [
          'claim',
          'release',
          'begin',
          'pay-advance',
          'return-advance',
          'ask-amendment',
          'step-back',
          'correct',
        ],
        system: [],
      },
      'in-progress': {
        person: ['report-progress', 'ask-amendment'],
        officer: [
          ...['claim', 'release', 'report-progress', 'pay-advance', 'return-advance'],
          ...['ask-amendment', 'inspect', 'step-back', 'correct'],
        ],
        system: [],
      },
      'amendment-asked': {
        person: ['report-progress'],
        officer: [
          ...['claim', 'release', 'report-progress', 'pay-advance', 'return-advance'],
          ...['grant-amendment', 'refuse-amendment', 'step-back', 'correct'],
        ],
        system: [],
      },
      inspected: {
        person: [],
        officer: ['claim', 'release', 'pay-advance', 'return-advance', 'settle', 'step-back', 'correct'],
        system: [],
      },
      settled: { person: [], officer: ['claim', 'release', 'close', 'step-back', 'correct'], system: [] },
      closed: { person: [], officer: ['claim', 'release', 'step-back', 'correct'], system: [] },
      stopped: { person: [], officer: ['claim', 'release', 'return-advance', 'step-back', 'correct'], system: [] },
      declined: { person: [], officer: ['claim', 'reopen', 'step-back', 'correct'], system: [] },
      withdrawn: nothing,
      discarded: nothing,
      expired: nothing,
      erased: nothing,
    });
  });

  it('lets only the officer who has a dossier decide about it', () => {
    const officers = new Set(statuses.flatMap((status) => allowedActions(status, 'officer')));
    expect([...officers].filter((action) => !needsClaim(action)).toSorted()).toEqual(['claim', 'reopen']);
  });
});

describe('the code of a request', () => {
  it('carries the year of the office, not of the machine', () => {
    expect(codeYear(new Date('2026-12-31T16:59:59Z'))).toBe(2026);
    expect(codeYear(new Date('2026-12-31T17:00:00Z'))).toBe(2027);
  });

  it('has four digits, and more when the year needs them', () => {
    expect(formatCode({ year: 2026, number: 123 })).toBe('KC-2026-0123');
    expect(formatCode({ year: 2026, number: 12345 })).toBe('KC-2026-12345');
  });

  it.each(['KC-2026-0123', 'phiếu kc 2026 123 của tôi', 'kc2026-0123', 'KC–2026–0123.'])('is found in "%s"', (text) => {
    expect(findCode(text)).toBe('KC-2026-0123');
  });

  it('is not found where there is none', () => {
    for (const text of ['', 'kc', 'ockc-2026-0123', 'KC 2026']) expect(findCode(text)).toBeUndefined();
  });

  it('is found again whatever its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 99_999 }), (year, number) => {
        const code = formatCode({ year, number });
        expect(findCode(`Mã phiếu: ${code}`)).toBe(code);
      }),
    );
  });
});
