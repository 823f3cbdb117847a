import type { Article } from '../../core/answers/article.ts';
import { seeded } from '../answers/seeded.ts';

const ONSETS = ['b', 'ch', 'd', 'đ', 'gi', 'h', 'kh', 'l', 'm', 'n', 'nh', 'ph', 'qu', 's', 't', 'th', 'tr', 'v', 'x'];
const RHYMES = [
  'a',
  'ai',
  'an',
  'ang',
  'ao',
  'âm',
  'ê',
  'iên',
  'in',
  'o',
  'ôn',
  'ông',
  'ơi',
  'u',
  'uôn',
  'ưa',
  'ươi',
  'y',
];
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** Beside so many articles one more name of a place comes into use, as in a corpus that grows. */
const ARTICLES_A_NAME = 6;

/**
 * So many articles made of the ones that are shipped: ways of asking, titles and lines of one recombined with those of
 * others, with sums, years and names of places that no other has. The same seed gives the same articles.
 */
export function makeArticles(shipped: readonly Article[], { count, seed }: { count: number; seed: number }): Article[] {
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  const names = Array.from({ length: Math.ceil(count / ARTICLES_A_NAME) + 20 }, () => makeName(pick));
  const lines = shipped.flatMap(({ text }) => text.split('\n'));

  return Array.from({ length: count }, (_, at) => {
    const own = pick(shipped);
    const other = pick(shipped);
    const place = pick(names);
    const vary = (text: string): string =>
      text.replace(/\d+/g, () => String(1 + Math.floor(random() * 999))).concat(random() < 0.5 ? ` ở ${place}` : '');
    return {
      ...own,
      id: `made-${at}`,
      title: `${vary(mixed(own.title, other.title, random))} (${place})`,
      asks: [...own.asks.slice(0, 6), ...other.asks.slice(0, 2)].map((text) =>
        vary(mixed(text, pick(own.asks), random)),
      ),
      decisive: [],
      province: undefined,
      text: [vary(pick(own.text.split('\n'))), vary(pick(lines)), vary(pick(lines))].join('\n'),
    };
  });
}

/** The first half of one and the second half of the other, sometimes. */
function mixed(one: string, other: string, random: () => number): string {
  if (random() < 0.5) return one;
  const words = one.split(' ');
  const others = other.split(' ');
  return [...words.slice(0, Math.ceil(words.length / 2)), ...others.slice(Math.floor(others.length / 2))].join(' ');
}

function makeName(pick: <Item>(items: readonly Item[]) => Item): string {
  const syllable = (): string =>
    (pick(ONSETS) + pick(RHYMES).replace(/[aâêioôơuưy]/, `$&${pick(TONES)}`)).normalize('NFC');
  return `${capital(syllable())} ${capital(syllable())}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
