import type { Evidence } from '../evidence.ts';
import { sayInstant } from '../office-time.ts';
import { isBlockedAt } from './announcements.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, nameOf, showDelivery } from './facts.ts';
import { heardBy } from './free.ts';
import { sayTime } from './time-told.ts';

const TOLD = 'What somebody wanted to hear of again is told once, at the time that was promised';
const KEPT = 'What was promised to be told again is kept, for the time that its person read';
const MISSED = 'What somebody wanted to hear of again is left out only when it is over by then';

export function checkAgain(evidence: Evidence): Breach[] {
  const breaches: Breach[] = [];
  const erased = new Set(evidence.people.flatMap(({ id, erasedAt }) => (erasedAt === undefined ? [] : [id])));
  for (const wish of evidence.again) {
    const { id, personId, dueAt, outcome, doneAt } = wish;
    if (erased.has(personId)) continue;
    const rows = evidence.deliveries.filter(({ key }) => key.includes(`/again-${id}/`));
    const breach = (promise: string, why: string): void => {
      const facts = { why, due: sayInstant(dueAt), outcome, subject: wish.subject };
      breaches.push({ promise, person: nameOf(evidence, personId), rows: [facts, ...rows.map(showDelivery)] });
    };
    if (rows.length !== (outcome === 'told' ? 1 : 0)) breach(TOLD, `${rows.length} messages`);
    if (rows.some((row) => row.createdAt < dueAt && !isNearClockChange(evidence, row.createdAt))) breach(TOLD, 'early');
    const by = outcome === null ? heardBy(evidence, personId, dueAt) : undefined;
    if (by !== undefined) breach(TOLD, `nothing by ${sayInstant(by)}`);
    if (outcome === 'missed' && doneAt !== undefined && mightHaveHelped(evidence, wish, doneAt)) {
      breach(MISSED, 'it was not over');
    }
  }
  for (const said of evidence.said) {
    if (said.kind !== 'again' || erased.has(said.personId)) continue;
    const wish = evidence.again.find(({ id }) => id === said.id);
    const reply = evidence.deliveries.find(({ seq }) => seq === said.n);
    if (wish !== undefined && reply?.text.includes(`lúc ${sayTime(wish.dueAt, said.at)}`)) continue;
    const rows = [
      { kept: wish === undefined ? 'nothing' : sayInstant(wish.dueAt) },
      ...(reply ? [showDelivery(reply)] : []),
    ];
    breaches.push({ promise: KEPT, person: nameOf(evidence, said.personId), rows });
  }
  return breaches;
}

/** Of a window that was open still, or of a request that was not sent yet. */
function mightHaveHelped(evidence: Evidence, { subject, personId }: Evidence['again'][number], at: number): boolean {
  if (isBlockedAt(evidence, personId, at) || isNearClockChange(evidence, at)) return false;
  const [kind, id] = subject.split('/');
  if (kind === 'window') {
    const story = evidence.windows.find((window) => window.id === id);
    const closesAt = story?.versions.findLast(({ since }) => since <= at)?.closesAt ?? 0;
    return closesAt > at && (story?.withdrawnAt ?? Number.POSITIVE_INFINITY) > at;
  }
  const isEnded = evidence.events.some(
    (event) => event.applicationId === id && event.at <= at && !['started', 'reminders-off'].includes(event.kind),
  );
  return kind === 'draft' && !isEnded && evidence.applications.some((application) => application.id === id);
}
