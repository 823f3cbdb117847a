import { create, insertMultiple, search } from '@orama/orama';
import type { Engine } from '../engine.ts';
import { foldedWordsAndPairs } from '../tokens.ts';

export const engine: Engine = {
  setUp: 'folded words and pairs by a tokenizer; title ×2; any word (threshold 1)',
  build: async (passages) => {
    const database = create({
      schema: { id: 'string', law: 'string', title: 'string', text: 'string' },
      components: {
        tokenizer: {
          language: 'english',
          normalizationCache: new Map(),
          tokenize: (text) => [...new Set(foldedWordsAndPairs(String(text)))],
        },
      },
    });
    await insertMultiple(database, [...passages], 500);
    return {
      find: async (question, limit) => {
        const { hits } = await search(database, {
          term: question,
          properties: ['law', 'title', 'text'],
          boost: { title: 2 },
          threshold: 1,
          limit,
        });
        return hits.map(({ id, score }) => ({ id, score }));
      },
    };
  },
};
