import lunr from 'lunr';
import type { Engine } from '../engine.ts';
import { foldedWordsAndPairs } from '../tokens.ts';

export const engine: Engine = {
  setUp: 'folded words and pairs by `tokenizer`; no stemmer, no stop words; title ×2; OR',
  build: (passages) => {
    const tokenizer = (text: unknown): lunr.Token[] =>
      foldedWordsAndPairs(String(text ?? '')).map((word, index) => new lunr.Token(word, { index }));
    const index = lunr((builder) => {
      builder.pipeline.reset();
      builder.searchPipeline.reset();
      builder.tokenizer = Object.assign(tokenizer, { separator: /\s/ });
      builder.ref('id');
      builder.field('title', { boost: 2 });
      builder.field('law');
      builder.field('text');
      for (const passage of passages) builder.add(passage);
    });
    return {
      find: (question, limit) => {
        const terms = foldedWordsAndPairs(question);
        // By `query`, since `search` would read what was typed as its own language.
        const results = index.query((query) => {
          for (const term of terms) query.term(term, { usePipeline: false });
        });
        return results.slice(0, limit).map(({ ref, score }) => ({ id: ref, score }));
      },
    };
  },
};
