import type { Certainty } from '../../core/answers/article.ts';
import type { Words } from '../../locales/words.ts';

type Named = { document: string; article?: string };

/** "Thông tư 28/2018/TT-BTC, Điều 8, khoản 4" */
export function nameSource(words: Words, { document, article }: Named): string {
  return article === undefined ? document : words.t('ask:documentArticle', { document, article });
}

/** The same with a caution where it is not certain. */
export function phraseSource(words: Words, named: Named & { certainty: Certainty }): string {
  return withCaution(words, nameSource(words, named), named.certainty);
}

export function withCaution(words: Words, source: string, certainty: Certainty): string {
  if (certainty === 'verified' || certainty === 'officer') return source;
  return words.t('ask:withCaution', { source, caution: words.word(`ask:caution.${certainty}`) });
}

/** "2018-05-11" → "11/5/2018" */
export function sayIsoDate(iso: string): string {
  const { day, month, year } = Temporal.PlainDate.from(iso);
  return `${day}/${month}/${year}`;
}
