import type { DeliveryFacts } from '../delivery-facts.ts';
import type { Evidence } from '../evidence.ts';
import { DAY_MS, sayInstant } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, nameOf, sentOf, showDelivery } from './facts.ts';
import { heardBy } from './free.ts';

const MOST = 'A draft is spoken of at most three times, never twice within three days, and not before its time';
const TOLD = 'A draft left lying is told of after 3 and after 14 days';
const OVER = 'Nothing is said of a draft that was sent, has ended, or of which its person wants to hear no more';
const END = 'What is said of the end of a draft is true: it lives 90 days from the last touch';

const AFTER_DAYS = { first: 3, second: 14, ending: 83 } as const;
const QUIET_MS = 3 * DAY_MS;
const LIFE_MS = 90 * DAY_MS;
const SILENCES = ['submitted', 'withdrawn', 'discarded', 'expired', 'erased', 'reminders-off'];

type Draft = Evidence['applications'][number];

export function checkDrafts(evidence: Evidence): Breach[] {
  const breaches: Breach[] = [];
  const sent = sentOf(evidence);
  for (const draft of evidence.applications) {
    const words = evidence.deliveries.filter(
      ({ key }) => key.startsWith(`reminder/draft/${draft.id}/`) && !key.includes('/again-'),
    );
    const person = nameOf(evidence, draft.personId);
    const breach = (promise: string, why: string, rows: DeliveryFacts[]): void => {
      const facts = { why, created: sayInstant(draft.createdAt), touched: draft.touches.map(sayInstant) };
      breaches.push({ promise, person, rows: [facts, ...rows.map(showDelivery)] });
    };
    for (const which of ['first', 'second', 'ending'] as const) {
      const same = words.filter((word) => nameOfWord(word) === which);
      if (same.length > 1 && which !== 'ending') breach(MOST, 'the same word twice', same);
      for (const word of same) {
        const touched = touchedBefore(draft, word.createdAt);
        if (isNearClockChange(evidence, word.createdAt) || isNearClockChange(evidence, touched)) continue;
        if (word.createdAt < touched + AFTER_DAYS[which] * DAY_MS) breach(MOST, 'too early', [word]);
        const isTrue = which !== 'second' || !isLastTouch(draft, touched) || tellsDay(word, touched + LIFE_MS);
        if (!isTrue) breach(END, `it ends ${sayInstant(touched + LIFE_MS)}`, [word]);
      }
    }
    for (const [index, word] of words.entries()) {
      const before = words[index - 1];
      if (before === undefined || isNearClockChange(evidence, word.createdAt)) continue;
      if (word.createdAt - before.createdAt < QUIET_MS) breach(MOST, 'within three days', [before, word]);
    }
    const silentAt = evidence.events.find(
      ({ applicationId, kind }) => applicationId === draft.id && SILENCES.includes(kind),
    )?.at;
    for (const { arrival, delivery } of sent) {
      if (silentAt === undefined || !words.includes(delivery) || arrival.at <= silentAt) continue;
      if (!isNearClockChange(evidence, silentAt)) breach(OVER, `silent since ${sayInstant(silentAt)}`, [delivery]);
    }
    if (silentAt === undefined) breaches.push(...checkTold(evidence, { draft, words, person }));
  }
  return breaches;
}

function checkTold(
  evidence: Evidence,
  { draft, words, person }: { draft: Draft; words: DeliveryFacts[]; person: string },
): Breach[] {
  const { personId, touches, createdAt } = draft;
  const isHere = evidence.people.some(({ id, erasedAt }) => id === personId && erasedAt === undefined);
  const touched = Math.max(createdAt, ...touches);
  // Without an answer there is nothing to go on with.
  if (!isHere || !draft.hasAnswers || !mayBeKept(evidence, personId)) return [];
  const told = words.filter((word) => ['first', 'second'].includes(nameOfWord(word)));
  const last = told.at(-1);
  const isDone = (which: 'first' | 'second') =>
    told.some((word) => nameOfWord(word) === which || nameOfWord(word) === 'second');
  for (const which of ['first', 'second'] as const) {
    if (isDone(which)) continue;
    const quietUntil = last === undefined ? 0 : last.createdAt + QUIET_MS;
    const by = heardBy(evidence, personId, Math.max(touched + AFTER_DAYS[which] * DAY_MS, quietUntil));
    if (by === undefined) return [];
    const facts = { why: `no ${which} word`, by: sayInstant(by), touched: sayInstant(touched) };
    return [{ promise: TOLD, person, rows: [facts, ...words.map(showDelivery)] }];
  }
  return [];
}

function mayBeKept({ consents }: Evidence, personId: string): boolean {
  const last = consents.findLast((one) => one.personId === personId && one.purpose === 'request');
  return last?.granted === true && last.withdrawnAt === undefined;
}

/** The last touch before an instant, of those that can be known: an answer that was given anew hides when it was given first. */
function touchedBefore({ createdAt, touches }: Draft, at: number): number {
  return Math.max(createdAt, ...touches.filter((touch) => touch <= at));
}

function isLastTouch({ createdAt, touches }: Draft, touched: number): boolean {
  return Math.max(createdAt, ...touches) === touched;
}

/** "thứ Hai 3/5" */
function tellsDay({ text }: DeliveryFacts, at: number): boolean {
  if (text === '') return true;
  const [day, month] = sayInstant(at).slice(0, 5).split('/').map(Number);
  return text.includes(` ${day}/${month}`);
}

function nameOfWord({ key }: DeliveryFacts): string {
  return (key.split('/')[3] ?? '').split('-')[0] ?? '';
}
