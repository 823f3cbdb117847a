import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import { search } from '../../core/answers/search/search.ts';
import { buildSearchEngine, type SearchDocument } from '../../core/answers/search/search-engine.ts';
import { AppError } from '../../core/app-error.ts';

export const passageSchema = z.object({
  id: z.string(),
  law: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string(),
});
const query = z.object({ id: z.string(), q: z.string() });

/**
 * Indexes a corpus and answers queries with the engine that answers people: `{"id","hits":[{"id","score"}]}` a query.
 * One line of figures goes to `report`: how long indexing took, what memory it needs, how long queries took.
 */
export async function retrieve(options: {
  corpus: string;
  queries: string;
  k: number;
  output: Writable;
  report: Writable;
}): Promise<void> {
  const passages = await readLines(options.corpus, passageSchema);
  const queries = await readLines(options.queries, query);

  const memoryBefore = process.memoryUsage().rss;
  const indexStartedAt = performance.now();
  const find = openCorpus(passages);
  const indexMs = performance.now() - indexStartedAt;
  const memoryBytes = process.memoryUsage().rss - memoryBefore;

  const times: number[] = [];
  for (const { id, q } of queries) {
    const startedAt = performance.now();
    const hits = find(q, options.k);
    times.push(performance.now() - startedAt);
    options.output.write(`${JSON.stringify({ id, hits })}\n`);
  }
  options.report.write(
    `${JSON.stringify({
      passages: passages.length,
      queries: queries.length,
      indexMs: Math.round(indexMs),
      memoryMb: Math.round(memoryBytes / 1e6),
      p50Ms: percentile(times, 50),
      p95Ms: percentile(times, 95),
      p99Ms: percentile(times, 99),
    })}\n`,
  );
}

export type Passage = z.output<typeof passageSchema>;
export type FoundPassage = { id: string; score: number };

/** Indexes passages with the engine that answers people, and finds the best for a question. */
export function openCorpus(passages: readonly Passage[]): (question: string, k: number) => FoundPassage[] {
  const engine = buildSearchEngine(passages.map(toDocument));
  return (question, k) =>
    search(engine, question, k).hits.map(({ document, score }) => ({
      id: engine.documents[document]?.id ?? '',
      score,
    }));
}

export function toDocument({ id, law, title, text }: Passage): SearchDocument {
  const clauses = text.split('\n');
  return {
    id,
    fields: [[law ?? ''], [title ?? ''], clauses],
    // A clause by itself often leaves out what its article is about.
    passages: clauses.map((clause) => [title ?? '', clause]),
  };
}

async function readLines<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>[]> {
  const bytes = await readFile(file);
  const text = (file.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      try {
        return schema.parse(JSON.parse(line));
      } catch (error) {
        throw new AppError('retrieve.bad-line', { file, line: at + 1 }, { cause: error });
      }
    });
}

function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
  return Math.round(value * 100) / 100;
}
