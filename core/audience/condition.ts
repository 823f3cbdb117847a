import * as z from 'zod';
import { productWords } from './product-words.ts';

/**
 * Whom a message is meant for, as data that can be kept and shown. `all` of nothing holds for everybody, `any` of nothing
 * for nobody. Programmes are ids of core/programmes, places codes of the statistics office, topics those of the articles.
 */
export type Condition =
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  /** Has a dossier of one of these programmes: a draft counts, one that is over does not. */
  | { kind: 'programme'; isOneOf: string[] }
  /** Lives there, or has such a dossier that names it. */
  | { kind: 'commune'; isOneOf: string[] }
  | { kind: 'province'; isOneOf: string[] }
  /** Asked about it. */
  | { kind: 'topic'; isOneOf: string[] }
  /** Follows news of it, by a word of their own (core/announcements/topics.ts). */
  | { kind: 'follows'; isOneOf: string[] }
  /** Asked to be reminded of one of these programmes, or of any. */
  | { kind: 'reminder-wish'; isOneOf: string[] }
  /** Has a dossier of the programme that was not sent, or whose papers are missing. */
  | { kind: 'unfinished'; programme: string }
  /** Has a dossier that stands so, a draft too. */
  | { kind: 'status'; isOneOf: string[] }
  /** Works in it, by what a dossier says or else its establishment. */
  | { kind: 'sector'; isOneOf: string[] }
  /** Makes it: a dossier names a product with these words in it, one after the other, with or without marks. */
  | { kind: 'product'; isOneOf: string[] }
  /** Reads it. */
  | { kind: 'language'; isOneOf: string[] }
  /** Would be written to on it: of the channels that reach them, they wrote there last. */
  | { kind: 'channel'; isOneOf: string[] }
  /** Wrote at `since` or later; did not write from `before` on. */
  | { kind: 'last-seen'; since?: string; before?: string }
  | { kind: 'wants-news' };

/** What a person may have asked to be reminded of instead of one programme. */
export const ANY_PROGRAMME = 'any';

const MAX_VALUES = 500;
const MAX_PARTS = 20;
const MAX_DEPTH = 5;

const isOneOf = z.array(z.string().min(1).max(64)).min(1).max(MAX_VALUES);

const instant = z.iso.datetime();
const LISTS = [
  ...(['programme', 'commune', 'province', 'topic', 'follows', 'reminder-wish'] as const),
  ...(['status', 'sector', 'language', 'channel'] as const),
] as const;
/** Words of nothing but marks would be in every product. */
const isProductWord = (words: string): boolean => productWords(words).trim() !== '';

const tree: z.ZodType<Condition> = z.lazy(() => {
  const of = z.array(tree).max(MAX_PARTS);
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all'), of }),
    z.object({ kind: z.literal('any'), of }),
    z.object({ kind: z.enum(LISTS), isOneOf }),
    z.object({ kind: z.literal('product'), isOneOf: isOneOf.refine((words) => words.every(isProductWord)) }),
    z
      .object({ kind: z.literal('last-seen'), since: instant.optional(), before: instant.optional() })
      .refine(({ since, before }) => since !== undefined || before !== undefined),
    z.object({ kind: z.literal('unfinished'), programme: z.string().min(1).max(64) }),
    z.object({ kind: z.literal('wants-news') }),
  ]);
});

/** Reads a condition from outside, or from where it was kept. It is no deeper and no wider than a person could have meant. */
export const conditionSchema: z.ZodType<Condition> = z
  .unknown()
  .refine((value) => depthOf(value) <= MAX_DEPTH)
  .pipe(tree);

/** Looked at before the tree is read, so that no depth of nesting can exhaust the stack. */
function depthOf(value: unknown): number {
  let level = [value];
  let depth = 0;
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth += 1;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null && 'of' in each && Array.isArray(each.of) ? each.of : [],
    );
  }
  return depth;
}
