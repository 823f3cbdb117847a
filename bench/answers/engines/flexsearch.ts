import { Index } from 'flexsearch';
import type { Engine } from '../engine.ts';
import { foldedWords } from '../tokens.ts';

// It takes pairs into account by itself (context), and tells no scores.
export const engine: Engine = {
  setUp: 'folded words; title twice; context of depth 1; suggest',
  build: (passages) => {
    const index = new Index({
      tokenize: 'strict',
      resolution: 20,
      context: { resolution: 9, depth: 1, bidirectional: false },
      encoder: { normalize: false, cache: false, split: ' ', prepare: (text) => foldedWords(text).join(' ') },
    });
    for (const { id, law, title, text } of passages) index.add(id, `${title} ${title} ${law} ${text}`);
    return {
      find: (question, limit) => index.search(question, { limit, suggest: true }).map((id) => ({ id: String(id) })),
    };
  },
};
