import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Passage } from './engine.ts';
import { seeded } from './seeded.ts';

/** The four ways in which every question is typed. */
export const TYPINGS = ['orig', 'nodia', 'noisy', 'noisy_nodia'] as const;
export type Typing = (typeof TYPINGS)[number];

const typed = { orig: z.string(), nodia: z.string(), noisy: z.string(), noisy_nodia: z.string() };
const question = z.object({ id: z.string(), rel: z.array(z.string()), ...typed });
const unanswerable = z.object({ id: z.string(), near: z.boolean(), ...typed });
const text = z.string().nullish();
const passage = z.object({ id: z.string(), law: text, title: text, text: z.string() });

export type Question = z.output<typeof question>;
export type Unanswerable = z.output<typeof unanswerable>;
export type DataSet = { name: string; passages: Passage[]; questions: Question[]; unanswerable: Unanswerable[] };

export const DATA_SETS = ['vnlaw', 'xquad-vi'] as const;

/** Reads one set of the retrieval bench; its README tells the form. */
export async function readDataSet(folder: string, name: string): Promise<DataSet> {
  const path = (file: string): string => join(folder, name, file);
  const passages = await readLines(path('corpus.jsonl.gz'), passage);
  const refused = path('dev.unanswerable.jsonl');
  return {
    name,
    passages: passages.map(({ law, title, ...rest }) => ({ law: law ?? '', title: title ?? '', ...rest })),
    questions: await readLines(path('dev.jsonl'), question),
    unanswerable: existsSync(refused) ? await readLines(refused, unanswerable) : [],
  };
}

async function readLines<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>[]> {
  const bytes = await readFile(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => schema.parse(JSON.parse(line)));
}

/** The same few of a list in every run. */
export function sampleOf<Item>(items: readonly Item[], count: number | undefined): Item[] {
  if (count === undefined || count >= items.length) return [...items];
  const random = seeded(20_261_122);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ item }) => item);
}
