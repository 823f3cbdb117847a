import { createHash } from 'node:crypto';
import { createAnswerer } from '../../core/answers/answerer.ts';
import type { Knowledge } from '../../core/answers/knowledge.ts';
import type { Library } from './library.ts';
import { readKnowledge } from './read-knowledge.ts';

/** Builds the answer index from what is shipped under `root`: articles, rates, names of provinces. */
export async function loadLibrary(options: { root: string }): Promise<Library> {
  return buildLibrary(await readKnowledge(options));
}

/** One state of the knowledge, ready to answer. A new state is a new library, swapped whole. */
export function buildLibrary(knowledge: Knowledge): Library {
  const answerer = createAnswerer(knowledge);
  const names = new Map(knowledge.provinces.map(({ code, name }) => [code, name]));
  return {
    ...answerer,
    findProvinceName: (code) => names.get(code),
    version: createHash('sha256').update(JSON.stringify(knowledge)).digest('hex').slice(0, 12),
  };
}
