import type { AnswerIndex } from './answer-index.ts';
import type { ArticleIndex } from './asking/article-finder.ts';
import type { ArticleForm } from './asking/features.ts';
import type { SearchEngine } from './search/search-engine.ts';

/**
 * An index in pieces, so that a thread can hand it over bit by bit: taking it over whole would hold up the event loop of
 * whoever receives it. Nothing in one piece refers to an object in another.
 */
export type IndexPieces = {
  rest: Omit<AnswerIndex, 'articles'>;
  articles: Omit<ArticleIndex, 'engine' | 'forms' | 'byAsk' | 'outside' | 'kinds' | 'subjects'>;
  byAsk: ArticleIndex['byAsk'];
  engine: Omit<SearchEngine, 'vocabulary' | 'documents' | 'index' | 'store'>;
  vocabulary: SearchEngine['vocabulary'];
  documents: SearchEngine['documents'];
  grams: SearchEngine['index'];
  store: SearchEngine['store'];
  kinds: ArticleIndex['kinds'];
  subjects: ArticleIndex['subjects'];
  outside: ArticleIndex['outside'];
  /** The largest part, cut further. */
  forms: ArticleForm[][];
};

const FORMS_A_PIECE = 20;

export function cutIndex({ articles: whole, ...rest }: AnswerIndex): IndexPieces {
  const { engine: found, forms, byAsk, outside, kinds, subjects, ...articles } = whole;
  const { vocabulary, documents, index: grams, store, ...engine } = found;
  const slices = Array.from({ length: Math.ceil(forms.length / FORMS_A_PIECE) }, (_, at) =>
    forms.slice(at * FORMS_A_PIECE, (at + 1) * FORMS_A_PIECE),
  );
  return {
    rest,
    articles,
    byAsk,
    engine,
    vocabulary,
    documents,
    grams,
    store,
    kinds,
    subjects,
    outside,
    forms: slices,
  };
}

export function joinIndex(pieces: IndexPieces): AnswerIndex {
  const { rest, articles, byAsk, engine, vocabulary, documents, grams, store, forms, outside, kinds, subjects } =
    pieces;
  return {
    ...rest,
    articles: {
      ...articles,
      byAsk,
      engine: { ...engine, vocabulary, documents, index: grams, store },
      forms: forms.flat(),
      outside,
      kinds,
      subjects,
    },
  };
}
