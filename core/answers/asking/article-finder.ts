import { foldPhrase } from '../../text/fold.ts';
import type { Article } from '../article.ts';
import { buildSearchEngine, DEFAULT_SETTINGS, search } from '../search/search-engine.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { confidenceOf, leadsOf, RANK_WEIGHTS, weighFeatures } from './confidence.ts';
import {
  type ArticleForm,
  askFormOf,
  compareArticle,
  createWeigher,
  type Features,
  formOf,
  shareOfUnknown,
  weighQuestion,
} from './features.ts';
import { hasCue } from './outside.ts';
import { compilePhrase, hasPhrase } from './phrase-pattern.ts';
import { plainForm } from './plain-form.ts';

export type Candidate = { article: Article; confidence: number; features: Features; lead: number };

export type Ranked = {
  /** The question as it was read. */
  read: string;
  /** Share of the question's weight that no article knows. */
  unknownShare: number;
  /** 1 when the question speaks of support, papers and the like. */
  cue: number;
  /** Best first. */
  candidates: Candidate[];
};

export type ArticleFinder = {
  rank: (text: string, isAllowed: (article: Article) => boolean) => Ranked;
  /** The article whose title this is, word for word. */
  findByTitle: (text: string) => Article | undefined;
  /** Articles that have a phrase which decides by itself. */
  findDecisive: (syllables: readonly Syllable[], isAccented: boolean) => Article[];
};

const ASKS_WEIGHT = 3;
const TITLE_WEIGHT = 2;
const TEXT_WEIGHT = 1;
/** How many of the search's best are looked at closely. */
const CLOSE_LOOKS = 12;

/** Indexes articles, and finds those that answer a question, each with how likely it is the right one. */
export function createArticleFinder(articles: readonly Article[]): ArticleFinder {
  const engine = buildSearchEngine(
    articles.map((article) => ({
      id: article.id,
      fields: [article.asks, [article.title], article.text.split('\n')],
      passages: [article.title, ...article.asks],
    })),
    { ...DEFAULT_SETTINGS, fieldWeights: [ASKS_WEIGHT, TITLE_WEIGHT, TEXT_WEIGHT] },
  );
  const bare = articles.map((article) => formOf(engine, article));
  const weigh = createWeigher(engine, bare);
  const forms: ArticleForm[] = bare.map(({ texts, ...form }) => ({
    ...form,
    asks: texts.map((text) => askFormOf(engine, text, weigh)),
  }));
  const byTitle = new Map(articles.map((article) => [foldPhrase(article.title), article]));
  const decisive = articles.flatMap((article) =>
    article.decisive.map((phrase) => ({ article, pattern: compilePhrase(phrase) })),
  );

  return {
    rank: (text, isAllowed) => {
      const { reading, hits } = search(engine, text, articles.length);
      const question = weighQuestion(reading, weigh);
      const looked: { article: Article; features: Features; score: number }[] = [];
      let best: number | undefined;
      for (const { document, score } of hits) {
        const article = articles[document];
        const form = forms[document];
        if (article === undefined || form === undefined || !isAllowed(article)) continue;
        best ??= score;
        const features = compareArticle(question, form, score / best);
        looked.push({ article, features, score: weighFeatures(features, RANK_WEIGHTS) });
        if (looked.length === CLOSE_LOOKS) break;
      }
      looked.sort((a, b) => b.score - a.score);

      const unknownShare = shareOfUnknown(question);
      const cue = hasCue(plainForm(splitSyllables(text))) ? 1 : 0;
      const leads = leadsOf(looked.map(({ score }) => score));
      const candidates = looked.map(({ article, features }, at) => {
        const lead = leads[at] ?? 0;
        return { article, features, lead, confidence: confidenceOf(features, { lead, unknownShare, cue }) };
      });
      return { read: reading.syllables.map((syllable) => syllable.form).join(' '), unknownShare, cue, candidates };
    },
    findByTitle: (text) => byTitle.get(foldPhrase(text)),
    findDecisive: (syllables, isAccented) => [
      ...new Set(
        decisive.filter(({ pattern }) => hasPhrase(syllables, isAccented, pattern)).map(({ article }) => article),
      ),
    ],
  };
}
