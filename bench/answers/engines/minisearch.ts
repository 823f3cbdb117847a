import MiniSearch from 'minisearch';
import type { Engine } from '../engine.ts';
import { foldedWordsAndPairs } from '../tokens.ts';

export const engine: Engine = {
  setUp: 'folded words and pairs by `tokenize`; law weighs half; OR',
  build: (passages) => {
    const index = new MiniSearch({
      fields: ['law', 'title', 'text'],
      tokenize: foldedWordsAndPairs,
      processTerm: (term) => term,
      searchOptions: { boost: { law: 0.5 } },
    });
    index.addAll(passages);
    return {
      find: (question, limit) =>
        index
          .search(question)
          .slice(0, limit)
          .map(({ id, score }) => ({ id: String(id), score })),
    };
  },
};
