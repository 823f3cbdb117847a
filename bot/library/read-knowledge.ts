import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import matter from 'gray-matter';
import { z } from 'zod';
import type { Article } from '../../core/answers/article.ts';
import type { Knowledge, ProvinceNames } from '../../core/answers/knowledge.ts';
import { RATE_KINDS, type RateRecord } from '../../core/answers/rate.ts';
import { AppError } from '../../core/app-error.ts';
import type { EligibilityRule } from '../../core/programmes/eligibility/rule.ts';
import { eligibilityRules, withWords, wordLists } from './read-eligibility.ts';

const nfc = z.string().transform((text) => text.normalize('NFC').trim());
const isoDate = z.iso.date();
const certainty = z.enum(['verified', 'verified-old', 'secondary', 'recalled', 'officer']);

const articleHead = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: nfc,
  asks: z.array(nfc).min(1),
  decisive: z.array(nfc).default([]),
  names: z.array(nfc).optional(),
  topics: z.array(z.string()).min(1),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  sources: z
    .array(
      z.strictObject({
        document: nfc,
        article: nfc.optional(),
        effectiveFrom: isoDate.optional(),
        effectiveTo: isoDate.optional(),
        superseded: z.boolean().optional(),
      }),
    )
    .min(1),
  figures: z.array(z.strictObject({ figure: nfc, source: nfc })).default([]),
  certainty,
  reviewedOn: isoDate,
});

const rates = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(RATE_KINDS),
    scope: z.enum(['national', 'local']),
    province: z.string().optional(),
    formerProvince: nfc.optional(),
    percent: z.number().positive().max(100).optional(),
    percentIsAssumed: z.boolean().default(false),
    ceilingVnd: z.int().positive().optional(),
    multiplier: z.number().positive().optional(),
    document: nfc,
    article: nfc.optional(),
    effectiveFrom: isoDate.optional(),
    effectiveTo: isoDate.optional(),
    certainty,
    confirmedBy: nfc.optional(),
    articleId: z.string(),
  }),
);

/** Beside the rules of eligibility. */
const WORDS = 'words.json';

const provinces = z.array(z.strictObject({ code: z.string(), name: nfc, names: z.array(nfc).min(1) }));

/**
 * Reads the articles, the rates, the rules of eligibility and the names of provinces that are shipped with the product.
 * Throws `knowledge.unreadable` with the file's name and the first thing wrong in it.
 */
export async function readKnowledge({ root }: { root: string }): Promise<Knowledge> {
  const [articles, ratesRead, eligibility, provincesRead] = await Promise.all([
    readArticles(join(root, 'knowledge/articles')),
    readRates(join(root, 'knowledge/rates')),
    readEligibility(join(root, 'knowledge/eligibility')),
    readProvinces(join(root, 'data/places/province-names.json')),
  ]);
  return { articles, rates: ratesRead, eligibility, provinces: provincesRead };
}

async function readArticles(folder: string): Promise<Article[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  return await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      // The empty options keep gray-matter from sharing one parse between callers.
      const { data, content } = unbroken(() => matter(text, {}), file);
      const head = parse(articleHead, data, file);
      if (`${head.id}.md` !== file) throw unreadable(file, `id: "${head.id}" is not the name of the file`);
      return { ...head, text: content.normalize('NFC').trim() };
    }),
  );
}

async function readRates(folder: string): Promise<RateRecord[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const read = await Promise.all(files.map(async (file) => parse(rates, await readJson(join(folder, file)), file)));
  return read.flat();
}

/** Each file is a list of rules; the words by which they know a product stand in `words.json`. */
async function readEligibility(folder: string): Promise<EligibilityRule[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json') && file !== WORDS).sort();
  const words = parse(wordLists, await readJson(join(folder, WORDS)), WORDS);
  const read = await Promise.all(
    files.map(async (file) => parse(eligibilityRules, await readJson(join(folder, file)), file)),
  );
  return withWords(read.flat(), words);
}

async function readProvinces(file: string): Promise<ProvinceNames[]> {
  return parse(provinces, await readJson(file), file);
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  return unbroken(() => JSON.parse(text), basename(file));
}

/** What a parser makes of a file; its complaint comes with the file's name. */
function unbroken<Value>(read: () => Value, file: string): Value {
  try {
    return read();
  } catch (error) {
    const [problem = ''] = String(error).split('\n');
    throw unreadable(file, problem);
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, file: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [problem] = parsed.error.issues;
  throw unreadable(file, `${problem?.path.join('.') ?? ''}: ${problem?.message ?? 'unreadable'}`);
}

function unreadable(file: string, problem: string): AppError {
  return new AppError('knowledge.unreadable', { file, problem });
}
