import { fold } from '../core/text/fold.ts';
import { Prisma } from '../generated/prisma/client.ts';

const MAX_WORDS = 8;

/** SQL for what `fold` does in core: no marks, no capitals. A test holds the two together. */
export function foldedSql(text: Prisma.Sql): Prisma.Sql {
  // The pattern is sent as a value: inside the statement its backslashes would be read twice.
  return Prisma.sql`translate(regexp_replace(normalize(lower(${text}), NFD), ${'[\\u0300-\\u036f]'}, '', 'g'), 'đ', 'd')`;
}

/** The words that must all occur. A telephone number counts as one word, without its first 0 or +84 and without gaps. */
export function searchWords(query: string): string[] {
  const text = fold(query).trim();
  const digits = text.replace(/[\s.+-]/g, '');
  if (/^\d{8,12}$/.test(digits)) return [digits.replace(/^(84|0)/, '')];
  return text.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
}

/** True in SQL when every word occurs somewhere in the text. */
export function containsAllSql(text: Prisma.Sql, words: string[]): Prisma.Sql {
  // OFFSET 0 keeps the planner from folding the text again for each word.
  return Prisma.sql`(SELECT bool_and(strpos(folded, word) > 0) FROM (SELECT ${foldedSql(text)} AS folded OFFSET 0) f, unnest(${words}::text[]) word)`;
}
