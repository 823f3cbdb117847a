import { foldPhrase } from '../../text/fold.ts';
import type { Article } from '../article.ts';
import { readQuestion } from '../search/read-question.ts';
import {
  buildSearchEngine,
  DEFAULT_SETTINGS,
  type SearchEngine,
  searchByWords,
  splitText,
} from '../search/search-engine.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { KIND_COUNT } from './asked-kinds.ts';
import {
  CIRCUMSTANCE_NAMES,
  type Circumstances,
  confidenceOf,
  leadsOf,
  RANK_WEIGHTS,
  weighFeatures,
} from './confidence.ts';
import {
  type ArticleForm,
  askFormOf,
  compareArticle,
  countRarities,
  type Features,
  formOf,
  openWeigher,
  type Rarities,
  shareOfUnknown,
  shareOfUnknownPairs,
  weighQuestion,
} from './features.ts';
import { findNamed } from './find-named.ts';
import { findNearest, type OutsideForms } from './find-nearest.ts';
import { findMessageKind, type KindModel, learnMessageKinds, type MessageKind } from './message-kind/message-kind.ts';
import { WISH_EXAMPLES } from './message-kind/wish-examples.ts';
import { isDocumentOf, listDocumentKeys, type NamedDocument } from './named-documents.ts';
import { hasCue } from './outside.ts';
import type { OutsideTopic } from './outside-topic.ts';
import { OUTSIDE_TOPICS } from './outside-topics.ts';
import { compilePhrase, hasPhrase, type PhrasePattern } from './phrase-pattern.ts';
import { plainForm } from './plain-form.ts';
import { findSubjects, learnFromGroups } from './subject/find-subjects.ts';
import type { SubjectModel } from './subject/subject-model.ts';

export type Candidate = { article: Article; confidence: number; features: Features; lead: number };

export type Ranked = {
  /** The question as it was read. */
  read: string;
  circumstances: Circumstances;
  /** The same as numbers, in the order of `CIRCUMSTANCE_NAMES`. */
  extra: number[];
  /** Best first. */
  candidates: Candidate[];
  /** Where else this is asked, when it is near to a topic that no article answers and another office does. */
  referral?: Article;
};

/** Plain data: it can be cloned out of the thread that built it, and in pieces: articles are named by their place. */
export type ArticleIndex = {
  /** The articles first, then the topics that no article answers. */
  engine: SearchEngine;
  rarities: Rarities;
  /** One an article, in its order. */
  forms: ArticleForm[];
  knownSyllables: Set<number>;
  knownPairs: Set<number>;
  commonKinds: number[];
  outside: OutsideForms[];
  /** What kind of message a text is. */
  kinds: KindModel;
  /** Which article a text is about, or that it is about none. */
  subjects: SubjectModel;
  /** Folded names of places, each as its syllables. */
  placeNames: string[][];
  /** By folded text. Several when one stands in another's place on some days. */
  byTitle: Map<string, number[]>;
  byAsk: Map<string, number[]>;
  byName: Map<string, number[]>;
  /** The texts of law that each article rests on or speaks of, by `listDocumentKeys`. */
  documentKeys: string[][];
  decisive: { place: number; pattern: PhrasePattern }[];
};

export type ArticleFinder = {
  /** What was meant by what was typed, before everyday words are read as those of the knowledge. */
  mend: (text: string) => Syllable[];
  /** What kind of message this is; over syllables with slips mended. */
  findKind: (syllables: readonly Syllable[]) => MessageKind;
  /** `mended` spares reading the text twice where it is known. */
  rank: (text: string, isAllowed: (article: Article) => boolean, mended?: readonly Syllable[]) => Ranked;
  /** The articles whose title this is, word for word; officers' last. */
  findByTitle: (text: string) => readonly Article[];
  /** Those that have this among their ways of asking, word for word; officers' last. */
  findByAsk: (text: string) => readonly Article[];
  /** The articles of the thing that is named, where nothing else is said. */
  findByName: (syllables: readonly Syllable[]) => readonly Article[];
  /** Whether an article rests on one of these texts of law, or speaks of it. */
  hasDocument: (article: Article, documents: readonly NamedDocument[]) => boolean;
  findByDocument: (documents: readonly NamedDocument[]) => readonly Article[];
  /** Articles that have a phrase which decides by itself. */
  findDecisive: (syllables: readonly Syllable[], isAccented: boolean) => Article[];
};

const ASKS_WEIGHT = 3;
const TITLE_WEIGHT = 2;
const TEXT_WEIGHT = 1;
/** How many of the search's best are looked at closely. */
const CLOSE_LOOKS = 12;
/** …and of what no article answers. */
const OUTSIDE_LOOKS = 5;
/** How near a question must be to something of another office to be sent there. */
const LEAST_LIKENESS = 0.45;
/** Being nearer to something else by more than this says no more. */
const MOST_OUTSIDE = 2;
/** …and being likelier of another kind by more than e to the power of this. */
const MOST_ODDS = 5;

export type BuildOptions = {
  outsideTopics?: readonly OutsideTopic[];
  wishes?: typeof WISH_EXAMPLES;
  /** Names of provinces: alone they say nothing of what is asked. */
  placeNames?: readonly string[];
};

/** Indexes articles, with the topics that no article answers and examples of wishes beside them. */
export function buildArticleIndex(
  articles: readonly Article[],
  { outsideTopics = OUTSIDE_TOPICS, wishes = WISH_EXAMPLES, placeNames = [] }: BuildOptions = {},
): ArticleIndex {
  const engine = buildSearchEngine(
    [
      ...articles.map((article) => ({
        id: article.id,
        fields: [article.asks, [article.title], article.text.split('\n')],
        passages: [article.title, ...article.asks],
      })),
      ...outsideTopics.map(({ name, items }) => ({ id: `outside ${name}`, fields: [items, [], []], passages: items })),
      // So that their words are known, and slips in them read as they were meant.
      ...wishes.map(({ intent, texts }) => ({ id: `wish ${intent}`, fields: [texts, [], []], passages: texts })),
    ],
    { ...DEFAULT_SETTINGS, fieldWeights: [ASKS_WEIGHT, TITLE_WEIGHT, TEXT_WEIGHT], readsConcepts: true },
  );
  const bare = articles.map((article) => formOf(engine, article));
  const rarities = countRarities(engine, bare);
  const weigh = openWeigher(rarities);
  const forms: ArticleForm[] = bare.map(({ texts, ...form }) => ({
    ...form,
    asks: texts.map((text) => askFormOf(engine, text, weigh)),
  }));
  return {
    engine,
    rarities,
    forms,
    knownSyllables: new Set(bare.flatMap(({ folded }) => [...folded])),
    commonKinds: Array.from(
      { length: KIND_COUNT },
      (_, kind) => forms.reduce((sum, { kinds }) => sum + (kinds[kind] ?? 0), 0) / (forms.length || 1),
    ),
    knownPairs: new Set(bare.flatMap(({ pairs }) => [...pairs])),
    outside: outsideTopics.map(({ items, referral }) => ({
      asks: items.map((text) => askFormOf(engine, text, weigh)),
      referral,
    })),
    kinds: learnMessageKinds({
      inside: articles.flatMap(({ title, asks }) => [title, ...asks]),
      outside: outsideTopics.flatMap(({ items }) => items),
      wishes,
    }),
    subjects: learnFromGroups(
      [
        ...articles.map(({ title, asks }) => [title, ...asks]),
        ...outsideTopics.map(({ items }) => items),
        ...wishes.map(({ texts }) => texts),
      ].map((texts) => texts.map((text) => splitText(text, engine.settings))),
    ),
    placeNames: placeNames.map((name) => foldPhrase(name).split(' ')).filter((name) => name.length > 1),
    byTitle: placesOf(articles, ({ title }) => [title]),
    byAsk: placesOf(articles, ({ asks }) => asks),
    byName: placesOf(articles, ({ names = [] }) => names),
    documentKeys: articles.map(listDocumentKeys),
    decisive: articles.flatMap((article, place) =>
      article.decisive.map((phrase) => ({ place, pattern: compilePhrase(phrase) })),
    ),
  };
}

/** Finds the articles that answer a question, each with how likely it is the right one. Opening costs nothing. */
export function openArticleFinder(index: ArticleIndex, articles: readonly Article[]): ArticleFinder {
  const { engine, forms, knownSyllables, commonKinds, knownPairs, outside, byTitle, byAsk, decisive, kinds } = index;
  const weigh = openWeigher(index.rarities);
  const take = (places: readonly number[] = []): Article[] =>
    places.map((place) => articles[place]).filter((article) => article !== undefined);

  const keysOf = new Map(articles.map((article, place) => [article, index.documentKeys[place] ?? []]));

  const hasDocument: ArticleFinder['hasDocument'] = (article, documents) =>
    documents.some((document) => isDocumentOf(keysOf.get(article) ?? [], document));

  const mend = (text: string): Syllable[] =>
    readQuestion(engine.vocabulary, text).syllables.map(({ form, typed }) => ({ exact: typed ?? form, folded: form }));

  return {
    mend,
    findKind: (syllables) => findMessageKind(kinds, syllables),
    rank: (text, isAllowed, mended = mend(text)) => {
      const { reading, hits } = searchByWords(engine, text);
      const question = weighQuestion(reading, weigh, index.placeNames);
      const kind = findMessageKind(kinds, mended);
      const subjects = findSubjects(index.subjects, reading.syllables, {
        articleCount: articles.length,
        isAllowed: (place) => articles[place] !== undefined && isAllowed(articles[place]),
      });
      const looked: { article: Article; features: Features; score: number }[] = [];
      const look = (place: number, relativeScore: number): void => {
        const article = articles[place];
        const form = forms[place];
        if (article === undefined || form === undefined || !isAllowed(article)) return;
        const features = compareArticle(question, form, {
          relativeScore,
          commonKinds,
          subjectShare: subjects.ofArticle(place),
        });
        looked.push({ article, features, score: weighFeatures(features, RANK_WEIGHTS) });
      };
      let best: number | undefined;
      const beside = hits
        .filter(({ document }) => document >= articles.length && document < articles.length + outside.length)
        .slice(0, OUTSIDE_LOOKS);
      for (const { document, score } of hits) {
        const article = articles[document];
        if (article === undefined || !isAllowed(article)) continue;
        best ??= score;
        look(document, score / best);
        if (looked.length === CLOSE_LOOKS) break;
      }
      for (const place of subjects.likely) {
        if (looked.some(({ article }) => article === articles[place])) continue;
        look(place, (hits.find(({ document }) => document === place)?.score ?? 0) / (best ?? 1));
      }
      looked.sort((a, b) => b.score - a.score);

      const nearest = findNearest(
        question,
        beside.flatMap(({ document }) => outside[document - articles.length] ?? []),
      );
      const circumstances: Circumstances = {
        unknownShare: shareOfUnknown(question, knownSyllables),
        unknownPairs: shareOfUnknownPairs(question, knownPairs),
        outsideScore: Math.min(MOST_OUTSIDE, (beside[0]?.score ?? 0) / (best || 1)),
        outsideAsk: nearest.likeness,
        outsideOdds: Math.max(-1, Math.min(1, Math.log((kind.outside + 1e-6) / (kind.inside + 1e-6)) / MOST_ODDS)),
        wishShare: 1 - kind.inside - kind.outside,
        subjectOutside: subjects.outside,
        cue: hasCue(plainForm(splitSyllables(text))) ? 1 : 0,
      };
      const leads = leadsOf(looked.map(({ score }) => score));
      const candidates = looked.map(({ article, features }, at) => {
        const lead = leads[at] ?? 0;
        return { article, features, lead, confidence: confidenceOf(features, { lead, circumstances }) };
      });
      return {
        read: reading.syllables.map((syllable) => syllable.form).join(' '),
        circumstances,
        extra: CIRCUMSTANCE_NAMES.map((name) => circumstances[name]),
        candidates,
        referral:
          nearest.likeness < LEAST_LIKENESS
            ? undefined
            : articles.findLast((article) => article.id === nearest.referral && isAllowed(article)),
      };
    },
    findByTitle: (text) => take(byTitle.get(foldPhrase(text))),
    findByAsk: (text) => take(byAsk.get(foldPhrase(text))),
    hasDocument,
    findByDocument: (documents) => articles.filter((article) => hasDocument(article, documents)),
    findByName: (syllables) => take(findNamed(index.byName, syllables)),
    findDecisive: (syllables, isAccented) => {
      const found = decisive.filter(({ pattern }) => hasPhrase(syllables, isAccented, pattern));
      return take([...new Set(found.map(({ place }) => place))]);
    },
  };
}

/** The places of the articles that say each text, by its folded form. */
function placesOf(
  articles: readonly Article[],
  listSaid: (article: Article) => readonly string[],
): Map<string, number[]> {
  const said = articles.flatMap((article, place) =>
    listSaid(article).map((text) => ({ key: foldPhrase(text), place })),
  );
  return new Map([...Map.groupBy(said, ({ key }) => key)].map(([key, here]) => [key, here.map(({ place }) => place)]));
}
