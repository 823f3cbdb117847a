import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import { findKnowledgeProblems } from '../../core/answers/check-knowledge.ts';
import { AppError } from '../../core/app-error.ts';

export type KnowledgeReport = {
  articles: number;
  rates: number;
  /** One line each: the file, what is wrong, what to do. Empty when all is well. */
  problems: string[];
};

const named = z.array(z.object({ id: z.string() }));

/** Checks the articles and rates under `root` as they would be told on `today` (ISO date). */
export async function checkKnowledge(options: { root: string; today: string }): Promise<KnowledgeReport> {
  const { root, today } = options;
  try {
    const knowledge = await readKnowledge({ root });
    const files = await findRateFiles(join(root, 'knowledge/rates'));
    const problems = findKnowledgeProblems(knowledge, today, {
      ofArticle: (id) => `knowledge/articles/${id}.md`,
      ofRate: (id) => `knowledge/rates/${files.get(id) ?? '?'}, rate ${id}`,
    });
    return { articles: knowledge.articles.length, rates: knowledge.rates.length, problems };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { file, problem } = z.object({ file: z.string(), problem: z.string() }).parse(error.values);
    return { articles: 0, rates: 0, problems: [`${file} cannot be read: ${problem}; correct that line`] };
  }
}

/** In which file each rate stands. */
async function findRateFiles(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const entries = await Promise.all(
    names.map(async (name) => {
      const rates = named.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
      return rates.map(({ id }): [string, string] => [id, name]);
    }),
  );
  return new Map(entries.flat());
}
