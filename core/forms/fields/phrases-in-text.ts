import { fold } from '../../text/fold.ts';

/** Where the first of several phrases stands in a folded text; -1 where none does. */
function firstAt(text: string, phrases: readonly string[]): number {
  const found = phrases.filter((phrase) => phrase !== '').map((phrase) => ` ${text} `.indexOf(` ${phrase} `));
  const there = found.filter((at) => at >= 0);
  return there.length === 0 ? -1 : Math.min(...there);
}

/** "Đào tạo 30 thợ" as "đào tạo thợ": how many stands in between. */
export function firstWithOrWithoutCounts(text: string, phrases: readonly string[]): number {
  const at = firstSaidAt(text, phrases);
  return at >= 0 ? at : firstSaidAt(text.replace(/(?<= )\d+ /g, ''), phrases);
}

/** Of "chưa có thợ" the words "có thợ" are denied. */
function firstSaidAt(text: string, phrases: readonly string[]): number {
  const denied = /(?<= (?:chua|khong|ko) )(?:co|duoc|phai) \S+/g;
  const hidden = ` ${text} `.replace(denied, (words) => '·'.repeat(words.length)).trim();
  const there = phrases.flatMap((phrase) => {
    const isDenial = /^(?:chua|khong|ko) /.test(phrase);
    const at = firstAt(isDenial || phrase.includes(' chua ') ? text : hidden, [phrase]);
    return at >= 0 ? [at] : [];
  });
  return there.length === 0 ? -1 : Math.min(...there);
}

/** Words that have the letters of a marked one and other marks are left out. */
export function withoutOtherWords(text: string, marked: readonly string[] = []): string {
  if (marked.length === 0) return text;
  return text.normalize('NFC').replace(/\p{L}+/gu, (word) => {
    const isBare = fold(word) === word.toLowerCase();
    const isOther = !isBare && marked.some((each) => fold(each) === fold(word) && each !== word.toLowerCase());
    return isOther ? '·' : word;
  });
}

/** Blots phrases out, so that nothing is found in them. */
export function hide(text: string, phrases: readonly string[] = []): string {
  return phrases.reduce(
    (left, phrase) => ` ${left} `.replaceAll(` ${phrase} `, ` ${'·'.repeat(phrase.length)} `).trim(),
    text,
  );
}

/** Whether a phrase stands in a folded text, word by word. */
export function hasPhrase(text: string, phrase: string): boolean {
  return firstAt(text, [phrase]) >= 0;
}
