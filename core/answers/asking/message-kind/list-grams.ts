import { readTable } from '../../typing/read-table.ts';
import type { Syllable } from '../../typing/syllables.ts';

/** How many places grams are spread over, by their hash; two in one place do little harm. */
export const GRAM_PLACES = 1 << 16;

/** What says the same in any message: how people call themselves, and regional forms. What is before the colon stands for the rest. */
const SAME = new Map(
  readTable(`
ME: toi, tui, em, e, minh, chau, con, bac, chu, to, tau, me, t, ong, ba, co, anh, chi, o
-: a, ah, da, vang, nhe, nha, hi, ne, nhi, oi, u, thi, la, ma, cai, the, vay, rua, ha
giup: ho, gium, dum
khong: hong, ko, k, hok, nua, no, chang, cha
gi: chi, j
nao: mo
sao: rang
ad: admin, bot, shop, ban, mi
gio: chu
gui: goi, nap, nop
nay: ni
do: te
`).flatMap(({ name, items }) => items.map((item) => [item, name] as const)),
);

/**
 * What a message is told by: its syllables, pairs of neighbours in which what says the same is the same, and exact syllables
 * where accents were typed. As places, each once.
 */
export function listGrams(syllables: readonly Syllable[], places: number = GRAM_PLACES): number[] {
  const placeOf = (gram: string): number => hash(gram) % places;
  const isAccented = syllables.some(({ exact, folded }) => exact !== folded);
  const words = syllables.map(({ folded }) => (/^\d/.test(folded) ? '0' : (SAME.get(folded) ?? folded)));
  const said = words.filter((word, at) => word !== '-' && !(word === 'ME' && words[at - 1] === 'ME'));
  const grams = new Set<number>();
  for (const word of said) grams.add(placeOf(word));
  const framed = ['^', ...said, '$'];
  for (let at = 1; at < framed.length; at += 1) grams.add(placeOf(`${framed[at - 1]} ${framed[at]}`));
  if (isAccented) for (const { exact } of syllables) grams.add(placeOf(`=${exact}`));
  return [...grams];
}

/** FNV-1a. */
function hash(gram: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < gram.length; at += 1) value = Math.imul(value ^ gram.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
