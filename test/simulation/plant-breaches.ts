import type { Evidence } from './evidence.ts';
import { HOUR_MS, startOfDay } from './office-time.ts';

/*
 * What spoils a month that was played, so that a check must notice; and what of the month can be spoilt. Each throws where
 * the month has nothing of the kind.
 */

type Row = Evidence['deliveries'][number];

/** A reminder of a window that came. */
export function reminderIn(of: Evidence): Evidence['arrivals'][number] {
  const ids = new Set(of.deliveries.filter(({ windowId }) => windowId !== null).map(({ id }) => id));
  const arrival = of.arrivals.find(({ deliveryId }) => deliveryId !== undefined && ids.has(deliveryId));
  if (arrival === undefined) throw new Error('Nobody was reminded of anything.');
  return arrival;
}

/** The window of such a reminder, and when the reminder came. */
export function windowTold(of: Evidence): { at: number; story: Evidence['windows'][number] | undefined } {
  const { at, deliveryId } = reminderIn(of);
  const windowId = of.deliveries.find(({ id }) => id === deliveryId)?.windowId;
  return { at, story: of.windows.find(({ id }) => id === windowId) };
}

/** The first word about a draft of somebody who is still here. */
export function draftWord(of: Evidence): Row {
  const word = of.deliveries.find(
    ({ key, personId }) => /^reminder\/draft\/[^/]+\/first\//.test(key) && isHere(of, personId),
  );
  if (word === undefined) throw new Error('Nobody was told of a draft.');
  return word;
}

/** What is reminded of before a day, and what is promised of it. */
export const OF_A_DAY = [
  {
    what: 'a certificate',
    isOfKind: ({ key }: Row): boolean => key.startsWith('reminder/certificate/'),
    told: 'Before a certificate ends its people are told 90, 30 and 7 days before, or of the right day',
    once: 'Each reminder of a certificate comes once, at its time, to who acts for its establishment',
    true: 'A reminder of a certificate tells the day that an officer read from the paper, and the time left',
  },
  {
    what: 'a report',
    isOfKind: ({ key }: Row): boolean => /^reminder\/dossier\/[^/]+\/progress\//.test(key),
    told: 'A progress report is reminded of 3 days and 1 day before the 25th, until it was told',
    once: 'Each reminder of a report comes once, at its time, and not once the report was told',
    true: 'A reminder of a report tells the 25th and the days that are left',
  },
] as const;

/** A reminder of that kind that came. */
export function wordOf(of: Evidence, isOfKind: (row: Row) => boolean): Row {
  const came = new Set(of.arrivals.map(({ deliveryId }) => deliveryId));
  const word = of.deliveries.find((row) => isOfKind(row) && came.has(row.id) && isHere(of, row.personId));
  if (word === undefined) throw new Error('Nobody was reminded of anything of this kind.');
  return word;
}

/** Somebody who neither writes nor is reminded of anything else, and so can be told at any time, is not told. */
export function askForPapersInSilence(of: Evidence): void {
  of.standstills = [];
  of.clockSets = [];
  of.events.push(askForPapers(of));
  of.inbound = [];
  of.said = [];
  of.deliveries = of.deliveries.filter(({ kind }) => kind === 'reply');
}

export function askForPapersAndHurry(of: Evidence): void {
  const event = askForPapers(of);
  of.events.push(event);
  const word = draftWord(of);
  const key = `reminder/dossier/${event.applicationId}/papers/${event.at}/3-after/x`;
  of.deliveries.push({ ...word, id: 'another', key, seq: word.seq + 0.5, createdAt: event.at + HOUR_MS });
  of.deliveries.push({ ...word, id: 'one more', key: `${key}y`, seq: word.seq + 0.6 });
}

/** What was promised to be told again of a window that is open still is left out. */
export function missWhatIsStillOpen(of: Evidence): void {
  const open = of.windows.find(
    ({ withdrawnAt, versions }) => !withdrawnAt && (versions.at(-1)?.closesAt ?? 0) > of.now,
  );
  const [first] = of.again;
  if (first === undefined) throw new Error('Nobody wanted to hear of anything again.');
  const missed = { id: 'another', subject: `window/${open?.id}`, outcome: 'missed', doneAt: of.now - HOUR_MS } as const;
  of.again.push({ ...first, ...missed });
}

export function tellBothPhones(of: Evidence): void {
  const joined = of.people.find(({ contacts }) => contacts.length > 1);
  const { deliveryId } = reminderIn(of);
  const word = of.deliveries.find(({ id }) => id === deliveryId);
  const arrival = of.arrivals.find((one) => one.deliveryId === deliveryId);
  if (joined === undefined || word === undefined || arrival === undefined) throw new Error('Nobody has two phones.');
  for (const { id, address, channel } of joined.contacts) {
    const key = word.key.replace(word.contactId, id);
    of.deliveries.push({ ...word, id: `on ${id}`, key, contactId: id, personId: joined.id });
    of.arrivals.push({ ...arrival, channel, address, deliveryId: `on ${id}` });
  }
}

function askForPapers(of: Evidence): Evidence['events'][number] {
  const { key } = draftWord(of);
  const at = startOfDay(of.now, -12) + 9 * HOUR_MS;
  return { applicationId: key.split('/')[2] ?? '', seq: 99, kind: 'returned', at };
}

function isHere(of: Evidence, personId: string): boolean {
  return of.people.some(({ id, erasedAt }) => id === personId && !erasedAt);
}

/** Its person wrote an hour before a reminder came. */
export function speakBefore(of: Evidence): void {
  const [first] = of.inbound;
  const receivedAt = reminderIn(of).at - HOUR_MS;
  if (first !== undefined) of.inbound.push({ ...first, personId: personOfReminder(of), receivedAt });
}

/** Its person said stop a moment before a reminder came. */
export function sayStopBefore(of: Evidence): void {
  const { at } = reminderIn(of);
  const stop = { kind: 'stop', programme: 'any' } as const;
  of.said.push({ n: Number.MAX_SAFE_INTEGER, at: at - 1, personId: personOfReminder(of), ...stop });
}

function personOfReminder(of: Evidence): string {
  const { deliveryId } = reminderIn(of);
  return of.deliveries.find(({ id }) => id === deliveryId)?.personId ?? '';
}
