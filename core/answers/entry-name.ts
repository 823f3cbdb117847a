import { foldPhrase } from '../text/fold.ts';

/** Short enough for the keys of buttons: a platform allows 64 bytes in all. */
const LONGEST = 44;

/** An id for an officers' article, from its title: "Mua máy sấy" → "mua-may-say". Never one that is taken. */
export function nameEntry(title: string, isTaken: (name: string) => boolean): string {
  const words = foldPhrase(title)
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter((word) => word !== '');
  let base = '';
  for (const word of words) if (`${base}-${word}`.length <= LONGEST) base = base === '' ? word : `${base}-${word}`;
  if (base === '') base = 'bai';
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? base : `${base}-${copy}`;
    if (!isTaken(name)) return name;
  }
}
