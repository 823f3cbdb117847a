import * as z from 'zod';
import { RATE_KINDS } from '../core/answers/rate.ts';

// What an entry says, as it is stored and as it comes from the console. Texts in one form of Unicode, without stray blanks.

const line = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max));
const text = z
  .string()
  .max(2000)
  .transform((typed) =>
    typed
      .normalize('NFC')
      .split('\n')
      .map((one) => one.replace(/\s+/g, ' ').trim())
      .filter((one) => one !== '')
      .join('\n'),
  );
const isoDate = z.iso.date();
const provinceCode = z.string().regex(/^\d{2}$/);

const MOST_ASKS = 150;

const source = z.object({
  document: line(200),
  article: line(200).optional(),
  effectiveFrom: isoDate.optional(),
  effectiveTo: isoDate.optional(),
  superseded: z.boolean().optional(),
});

/** An article as officers write it. Its certainty is always `officer`. */
export const articleContent = z.object({
  title: line(120),
  /** How people ask for it, as they type. */
  asks: z.array(line(300)).max(MOST_ASKS).default([]),
  decisive: z.array(line(100)).max(60).default([]),
  topics: z
    .array(z.string().regex(/^[a-z-]{1,40}$/))
    .max(10)
    .default([]),
  province: provinceCode.optional(),
  sources: z.array(source).max(6).default([]),
  /** Which source each figure in the text comes from; those that are left out are taken to come from the first. */
  figures: z
    .array(z.object({ figure: line(60), source: line(200) }))
    .max(30)
    .default([]),
  text,
  effectiveFrom: isoDate.optional(),
  effectiveTo: isoDate.optional(),
});
export type ArticleContent = z.output<typeof articleContent>;

/** A rate as officers enter it. Its certainty is always `officer`. */
export const rateContent = z.object({
  kind: z.enum(RATE_KINDS),
  scope: z.enum(['national', 'local']),
  province: provinceCode.optional(),
  percent: z.number().positive().max(100).optional(),
  percentIsAssumed: z.boolean().default(false),
  ceilingVnd: z.int().positive().optional(),
  multiplier: z.number().positive().optional(),
  document: line(200),
  article: line(200).optional(),
  effectiveFrom: isoDate.optional(),
  effectiveTo: isoDate.optional(),
  /** The article that tells it in words. */
  articleId: z.string().max(60),
  /** Who of the centre confirmed it; without it, who published it. */
  confirmedBy: line(100).optional(),
  /** The rate that it takes the place of from its first day on. */
  supersedes: z.string().max(60).optional(),
});
export type RateContent = z.output<typeof rateContent>;

export type KnowledgeContent = { kind: 'article'; content: ArticleContent } | { kind: 'rate'; content: RateContent };
export type KnowledgeKind = KnowledgeContent['kind'];

/** What a stored row says. Throws when it is none of what was ever stored. */
export function readContent(kind: string, content: unknown): KnowledgeContent {
  if (kind === 'rate') return { kind, content: rateContent.parse(content) };
  return { kind: 'article', content: articleContent.parse(content) };
}
