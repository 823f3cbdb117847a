import type { Evidence } from '../evidence.ts';
import type { Breach } from './breach.ts';
import { nameOf, sentOf, showArrival } from './facts.ts';

const ONCE = 'Where we cannot know whether a message arrived, a reply is sent once more, and nothing else ever is';
const ROUND_ONCE = 'Each round of reminders is told once to each person';
const NEWS_ONCE = 'Whoever is meant gets an announcement once';

/** Nothing twice, but a reply of which nobody could know. */
export function checkTwice(evidence: Evidence): Breach[] {
  const breaches: Breach[] = [];
  const sent = sentOf(evidence);
  const add = (promise: string, most: number, groups: Map<string, typeof sent>): void => {
    for (const [, group] of groups) {
      const [first] = group;
      if (first === undefined || group.length <= most) continue;
      const person = nameOf(evidence, first.delivery.personId);
      breaches.push({ promise, person, rows: group.map(({ arrival }) => showArrival(arrival)) });
    }
  };
  const isAgain = ({ delivery }: (typeof sent)[number]) => delivery.kind === 'reply' && delivery.resentAt !== undefined;
  const byPart = ({ arrival, delivery }: (typeof sent)[number]) => `${delivery.id}/${arrival.text}`;
  add(
    ONCE,
    1,
    Map.groupBy(
      sent.filter((one) => !isAgain(one)),
      byPart,
    ),
  );
  add(ONCE, 2, Map.groupBy(sent.filter(isAgain), byPart));
  const ofWindows = sent.filter(({ delivery }) => delivery.windowId !== null);
  add(
    ROUND_ONCE,
    1,
    Map.groupBy(ofWindows, ({ delivery }) => `${delivery.personId}/${delivery.key.split('/').slice(0, 5).join('/')}`),
  );
  const news = sent.filter(({ delivery }) => delivery.announcementId !== null);
  add(
    NEWS_ONCE,
    1,
    Map.groupBy(news, ({ delivery }) => `${delivery.personId}/${delivery.announcementId}`),
  );
  return breaches;
}
