import { foldPhrase } from '../../text/fold.ts';
import type { Knowledge, ProvinceNames } from '../knowledge.ts';
import type { Syllable } from '../typing/syllables.ts';
import { compilePhrase, hasPhrase, type PhrasePattern } from './phrase-pattern.ts';

export type FindProvince = (syllables: readonly Syllable[], isAccented: boolean) => ProvinceNames | undefined;

/** A name of a province, compiled. Plain data. */
export type ProvincePattern = { province: ProvinceNames; pattern: PhrasePattern; mark: PhrasePattern[] };

export function compileProvinces(provinces: readonly ProvinceNames[]): ProvincePattern[] {
  return provinces.flatMap((province) =>
    province.names.map((name) => ({
      province,
      pattern: compilePhrase(name),
      mark: ['ở', 'tỉnh', 'tại', 'trên', 'dưới', 'của', 'thành phố'].map((word) => compilePhrase(`${word} ${name}`)),
    })),
  );
}

/** Finds the province that a question names, by its name of today or one of before. */
export function openFindProvince(patterns: readonly ProvincePattern[]): FindProvince {
  return (syllables, isAccented) =>
    patterns.find(({ pattern, mark }) =>
      // A name of one syllable ("Huế") or one that may be common words without its accents needs a word before it.
      pattern.length > 1 && isAccented
        ? hasPhrase(syllables, isAccented, pattern)
        : mark.some((marked) => hasPhrase(syllables, isAccented, marked)) ||
          isNearlyAll(syllables, isAccented, pattern),
    )?.province;
}

/** "cao bang thi sao", "lai chau ho tro bao nhieu": the name opens the question. */
function isNearlyAll(syllables: readonly Syllable[], isAccented: boolean, pattern: PhrasePattern): boolean {
  return pattern.length > 1 && hasPhrase(syllables.slice(0, pattern.length + 1), isAccented, pattern);
}

const TRADE = 'mua|dat|nhap|ban|bay|mang|dua|cho hang|ship|lay|hoi cho|trien lam|trung bay|tham quan|hoc tap';
const GIVES = 'ho tro|cho|khuyen cong|muc|duoc may|tra';

/**
 * "mua máy ở Hà Nội", "bán hàng ở Sài Gòn": where one buys and sells, not the place whose rules are asked for. Only of a
 * province that the knowledge says nothing of: any other is taken to be meant.
 */
export function isOnlyTrade(
  syllables: readonly Syllable[],
  { code, names }: ProvinceNames,
  { articles, rates }: Knowledge,
): boolean {
  if ([...articles, ...rates].some(({ province }) => province === code)) return false;
  const plain = syllables.map(({ folded }) => folded).join(' ');
  return names.some((name) => {
    const said = foldPhrase(name);
    const at = plain.indexOf(said);
    if (at < 0) return false;
    const isTrade = new RegExp(
      `\\b(?:${TRADE})\\b(?: \\S+){0,6} (?:o|tai|tu|duoi|tren|ra|vao|vo|xuong|len|ngoai|trong) $`,
    );
    const isGiving = new RegExp(`^ (?:thi |co |la )*(?:${GIVES})\\b`);
    return isTrade.test(plain.slice(0, at)) && !isGiving.test(plain.slice(at + said.length));
  });
}
