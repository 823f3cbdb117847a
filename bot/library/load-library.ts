import type { AnswerIndex } from '../../core/answers/answer-index.ts';
import { openAnswerer } from '../../core/answers/answerer.ts';
import type { Thresholds } from '../../core/answers/asking/confidence.ts';
import type { Knowledge } from '../../core/answers/knowledge.ts';
import { getAnswerIndex } from './kept-index.ts';
import type { Library } from './library.ts';
import { versionOf } from './library-version.ts';
import { readKnowledge } from './read-knowledge.ts';

/** Builds the answer index from what is shipped under `root`: articles, rates, names of provinces. */
export async function loadLibrary(options: { root: string }): Promise<Library> {
  return buildLibrary(await readKnowledge(options));
}

/** One state of the knowledge, built here and now. */
export function buildLibrary(knowledge: Knowledge, thresholds?: Thresholds): Library {
  return openLibrary({ index: getAnswerIndex(knowledge), version: versionOf(knowledge) }, thresholds);
}

/** An index that was built before, ready to answer. A new state is a new library, swapped whole. */
export function openLibrary(
  { index, version }: { index: AnswerIndex; version: string },
  thresholds?: Thresholds,
): Library {
  const names = new Map(index.knowledge.provinces.map(({ code, name }) => [code, name]));
  return {
    ...openAnswerer(index, thresholds),
    findProvinceName: (code) => names.get(code),
    knowledge: index.knowledge,
    version,
  };
}
