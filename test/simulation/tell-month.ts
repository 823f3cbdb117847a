import type { Month } from './play-month.ts';

const MOST_BREACHES = 12;
const MOST_ROWS = 12;

/** What a month came to; of one in which a promise was broken, what shows it and how to play it again. */
export function tellMonth(
  { seed, days, people, breaches, tally }: Month,
  { startOn, tookMs }: { startOn?: string; tookMs: number },
): string {
  const seconds = (tookMs / 1000).toFixed(1);
  const counts = Object.entries(tally)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => `${name} ${count}`);
  const lines = [
    `seed ${seed}, ${people} people: ${breaches.length} breaches, ${seconds} s`,
    `  ${counts.join(' · ')}`,
  ];
  for (const { promise, person, day, rows } of breaches.slice(0, MOST_BREACHES)) {
    lines.push(`  BREACH on day ${day}${person === undefined ? '' : `, ${person}`}: ${promise}`);
    lines.push(...rows.slice(0, MOST_ROWS).map((row) => `    ${JSON.stringify(row)}`));
  }
  if (breaches.length > 0) {
    const start = startOn === undefined ? '' : ` --start ${startOn}`;
    lines.push(`  again: npm run simulate -- --seed ${seed} --days ${days} --people ${people}${start}`);
  }
  return lines.join('\n');
}
