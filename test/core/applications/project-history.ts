import type { HappenedEvent } from '../../../core/applications/event.ts';

export const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 2, minute));
export const history = (...events: [kind: string, data?: object][]): HappenedEvent[] =>
  events.map(([kind, data = {}], minute) => ({ kind, at: at(minute), actorId: 'hoa', data }));

export const PROPOSED = { planYear: 2027, fund: 'national', amountVnd: 300_000_000 };
export const APPROVED = {
  ...{ nationalVnd: 200_000_000, localVnd: 0, counterpartVnd: 250_000_000 },
  decision: { number: '12/QĐ', date: '2027-01-15' },
};
export const SIGNED = { number: '01/HĐ', signedOn: '2027-02-01', endsOn: '2027-11-30' };
export const PAID = {
  paidNationalVnd: 180_000_000,
  paidLocalVnd: 0,
  counterpartVnd: 240_000_000,
  settledOn: '2027-12-20',
};
export const accepted = [['started'], ['submitted'], ['claimed'], ['accepted']] satisfies [string][];
export const signed = [...accepted, ['proposed', PROPOSED], ['approved', APPROVED], ['contracted', SIGNED]] satisfies [
  string,
  object?,
][];
