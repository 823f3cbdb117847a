import { readTable } from '../typing/read-table.ts';

/** `referral` is the article that tells whom to ask instead. */
export type OutsideTopic = { name: string; items: string[]; referral?: string };

/** Reads a table of topics, as `readTable` does; "name > id" names the article that tells whom to ask instead. */
export function readOutsideTopics(table: string): OutsideTopic[] {
  return readTable(table).map(({ name, items }) => {
    const [topic = '', referral] = name.split(' > ');
    return referral === undefined ? { name: topic, items } : { name: topic, items, referral };
  });
}
