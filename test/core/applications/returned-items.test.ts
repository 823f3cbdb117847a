import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HappenedEvent } from '../../../core/applications/event.ts';
import { lastReturnedItems, returnedItems } from '../../../core/applications/returned-items.ts';
import { statusOf } from '../../../core/applications/status.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 2, minute));
const back = (minute: number, ...questionIds: string[]): HappenedEvent => ({
  kind: 'returned',
  at: at(minute),
  data: { items: questionIds.map((questionId) => ({ questionId, remark: `${questionId} at ${minute}` })) },
});
const event = (kind: string, minute: number): HappenedEvent => ({ kind, at: at(minute), actorId: 'hoa' });
const begun = [event('started', 0), event('submitted', 1), event('claimed', 2)];
const idsOf = (items: { questionId: string }[]) => items.map(({ questionId }) => questionId);

describe('what came back', () => {
  it('is open until its answer is newer than the return', () => {
    const events = [...begun, back(5, 'phone', 'price')];
    const answers = { phone: { answeredAt: at(5) }, price: { answeredAt: at(6) } };
    expect(returnedItems(events, answers)).toEqual([
      { questionId: 'phone', remark: 'phone at 5', returnedAt: at(5), isOpen: true },
      { questionId: 'price', remark: 'price at 5', returnedAt: at(5), isOpen: false },
    ]);
  });

  it('adds up, with the last remark about each, whoever has the dossier', () => {
    const events = [...begun, back(5, 'phone'), event('released', 6), event('claimed', 7), back(8, 'price', 'phone')];
    const items = returnedItems(events, { phone: { answeredAt: at(6) } });
    expect(items.map(({ remark, isOpen }) => [remark, isOpen])).toEqual([
      ['phone at 8', true],
      ['price at 8', true],
    ]);
  });

  it('before the last sending is no more asked for, but can be looked at', () => {
    const events = [...begun, back(5, 'phone'), event('resubmitted', 6)];
    expect(returnedItems(events, {})).toEqual([]);
    expect(idsOf(lastReturnedItems(events, {}))).toEqual(['phone']);
    expect(idsOf(returnedItems([...events, back(9, 'price')], {}))).toEqual(['price']);
  });

  it('is nothing where the words were deleted', () => {
    expect(returnedItems([...begun, { kind: 'returned', at: at(5), data: {} }], {})).toEqual([]);
  });

  it('is there only while papers are missing, whatever happened', () => {
    const kinds = [
      'claimed',
      'released',
      'resubmitted',
      'accepted',
      'declined',
      'reopened',
      'withdrawn',
      'reminders-off',
    ];
    const any = fc.oneof(fc.constantFrom(...kinds), fc.constant('returned'));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 10 }), (happened) => {
        const events = [
          ...begun,
          ...happened.map((kind, index) => (kind === 'returned' ? back(index + 3, 'phone') : event(kind, index + 3))),
        ];
        expect(returnedItems(events, {}).length > 0).toBe(statusOf(events) === 'needs-papers');
      }),
    );
  });
});
