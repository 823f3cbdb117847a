import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApplicationAction, allowedActions, EVENT_OF, isAllowed } from '../../../core/applications/actions.ts';
import { codeYear, findCode, formatCode } from '../../../core/applications/code.ts';
import type { ActorKind } from '../../../core/applications/event.ts';
import { type ApplicationStatus, statusOf } from '../../../core/applications/status.ts';

const statuses: ApplicationStatus[] = ['draft', 'submitted', 'seen', 'withdrawn', 'discarded', 'expired', 'erased'];
const actors: ActorKind[] = ['person', 'officer', 'system'];
const actions: ApplicationAction[] = ['answer', 'submit', 'discard', 'expire', 'see', 'withdraw'];

describe('the status of a dossier', () => {
  it('is that of its last event', () => {
    const kinds = ['started', 'submitted', 'seen', 'withdrawn'];
    const seen = kinds.map((_, last) => statusOf(kinds.slice(0, last + 1).map((kind) => ({ kind }))));
    expect(seen).toEqual(['draft', 'submitted', 'seen', 'withdrawn']);
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
      submitted: { person: ['withdraw'], officer: ['see'], system: [] },
      seen: { person: ['withdraw'], officer: [], system: [] },
      withdrawn: nothing,
      discarded: nothing,
      expired: nothing,
      erased: nothing,
    });
  });

  it('no action can follow itself, so doing it twice changes nothing', () => {
    for (const status of statuses) {
      for (const action of actions) {
        if (action === 'answer') continue;
        const after = statusOf([{ kind: EVENT_OF[action] }]);
        const again = actors.some((actor) => isAllowed({ action, status: after, actor }));
        expect(again, `${action} after ${action} from ${status}`).toBe(false);
      }
    }
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
