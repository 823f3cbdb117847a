import type { Article } from '../article.ts';
import type { ReadSyllable } from '../search/list-arcs.ts';
import { type SearchEngine, splitText } from '../search/search-engine.ts';
import { pairKey } from '../search/vocabulary.ts';
import { agreeKinds, findKinds, profileKinds } from './asked-kinds.ts';
import { classWeight } from './word-weights.ts';

/** A way of asking, ready to be compared. */
export type AskForm = { exact: number[]; folded: number[]; isAccented: boolean; weights: number[]; total: number };

/** What an article is compared by. */
export type ArticleForm = {
  asks: AskForm[];
  folded: Set<number>;
  /** Exact forms, from texts written with accents. */
  accented: Set<number>;
  /** Folded forms, from ways of asking typed without accents: what their accents were is not known. */
  unaccented: Set<number>;
  pairs: Set<number>;
  /** How common each kind of question is among its ways of asking. */
  kinds: number[];
};

/** How well a question and an article agree, each 0 to 1. */
export type Features = {
  /** The best way of asking: shared weight of syllables and pairs, both ways round (Dice). */
  bestAsk: number;
  /** Share of the question's weight that the best way of asking covers. */
  askCoverage: number;
  /** Share of the question's weight that the whole article covers. */
  coverage: number;
  /** The same without names of places: they bring in an article of theirs whatever is asked. */
  topicCoverage: number;
  /** The same for pairs of syllables. */
  pairCoverage: number;
  /** Search score beside the best document's. */
  relativeScore: number;
  /** How much of the question the article has never heard, not as a share: so a long story is not weighed as a short question. */
  missing: number;
  /** How well the kind of thing asked (how much, when, where, which papers…) suits the article. */
  kindAgreement: number;
  /** How likely the question is about this article, by what its ways of asking have that others do not. */
  subjectShare: number;
  /** The same as a logarithm, squeezed to 0…1: it tells the unlikely from the hardly likely. */
  subjectLog: number;
};

/** Less likely than e to the power of minus this is all the same. */
const LEAST_LOG = 7;

const PAIR_WEIGHT = 0.6;
/** So much weight missing (about two rare syllables) is most of what can be missed. */
const MISSING_SCALE = 8;
/** What agreeing letters are worth when both were typed with accents and these differ ("buồn", "buôn"). */
const OTHER_ACCENT = 0.25;
/** …and when the article's side was typed without accents. */
const UNKNOWN_ACCENT = 0.8;

/** So that no message takes long; nobody asks one thing in more. */
const MOST_WEIGHED = 120;

export type WeighSyllable = (syllable: { folded: number; form: string }) => number;

/** In how many articles each folded syllable stands, by its id: what `openWeigher` weighs by. Plain data. */
export type Rarities = { documentCounts: Uint32Array; articleCount: number };

export function countRarities(engine: SearchEngine, forms: readonly Pick<ArticleForm, 'folded'>[]): Rarities {
  const documentCounts = new Uint32Array(engine.vocabulary.foldedForms.length);
  for (const { folded } of forms) for (const id of folded) documentCounts[id] = (documentCounts[id] ?? 0) + 1;
  return { documentCounts, articleCount: forms.length };
}

/** Rarity in the articles, less for words that say little. */
export function openWeigher({ documentCounts, articleCount }: Rarities): WeighSyllable {
  const most = Math.log(articleCount + 1.5);
  return ({ folded, form }) => {
    const rarity = folded < 0 ? most : Math.log((articleCount + 1.5) / ((documentCounts[folded] ?? 0) + 0.5));
    return Math.max(rarity, 0.1) * classWeight(form, (documentCounts[folded] ?? 0) > 0);
  };
}

export function formOf(engine: SearchEngine, article: Article): Omit<ArticleForm, 'asks'> & { texts: string[] } {
  const kinds = [...article.asks, article.title].map((text) => findKinds(plainOf(engine, text)));
  const folded = new Set<number>();
  const accented = new Set<number>();
  const unaccented = new Set<number>();
  const pairs = new Set<number>();
  for (const text of [...article.asks, article.title, ...article.text.split('\n')]) {
    const syllables = splitText(text, engine.settings);
    const hasAccents = syllables.some((syllable) => syllable.exact !== syllable.folded);
    let previous = -1;
    for (const syllable of syllables) {
      const id = engine.vocabulary.foldedIds.get(syllable.folded) ?? -1;
      folded.add(id);
      if (hasAccents) accented.add(engine.vocabulary.exactIds.get(syllable.exact) ?? -1);
      else unaccented.add(id);
      if (previous >= 0) pairs.add(pairKey(previous, id));
      previous = id;
    }
  }
  return { folded, accented, unaccented, pairs, kinds: profileKinds(kinds), texts: [article.title, ...article.asks] };
}

function plainOf(engine: SearchEngine, text: string): string {
  return splitText(text, engine.settings)
    .map((syllable) => syllable.folded)
    .join(' ');
}

export function askFormOf(engine: SearchEngine, text: string, weigh: WeighSyllable): AskForm {
  const syllables = splitText(text, engine.settings);
  const folded = syllables.map((syllable) => engine.vocabulary.foldedIds.get(syllable.folded) ?? -1);
  const weights = syllables.map((syllable, at) => weigh({ folded: folded[at] ?? -1, form: syllable.folded }));
  return {
    folded,
    exact: syllables.map((syllable) => engine.vocabulary.exactIds.get(syllable.exact) ?? -1),
    isAccented: syllables.some((syllable) => syllable.exact !== syllable.folded),
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0) + pairTotal(weights),
  };
}

function pairTotal(weights: readonly number[]): number {
  let total = 0;
  for (let at = 1; at < weights.length; at += 1) total += pairWeight(weights, at);
  return total;
}

function pairWeight(weights: readonly number[], at: number): number {
  return PAIR_WEIGHT * Math.min(weights[at - 1] ?? 0, weights[at] ?? 0);
}

/** A question, weighed once and compared with many articles. */
export type WeighedQuestion = {
  syllables: readonly ReadSyllable[];
  weights: number[];
  isAccented: boolean;
  total: number;
  kinds: boolean[];
  /** Which syllables are of a place's name. */
  isPlace: boolean[];
};

export function weighQuestion(
  reading: { syllables: readonly ReadSyllable[]; isAccented: boolean },
  weigh: WeighSyllable,
  placeNames: readonly (readonly string[])[] = [],
): WeighedQuestion {
  const syllables = reading.syllables.slice(0, MOST_WEIGHED);
  const weights = syllables.map(weigh);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const plain = syllables.map(({ form }) => form).join(' ');
  return {
    ...reading,
    syllables,
    weights,
    total: sum + pairTotal(weights),
    kinds: findKinds(plain),
    isPlace: findPlaces(syllables, placeNames),
  };
}

function findPlaces(syllables: readonly ReadSyllable[], placeNames: readonly (readonly string[])[]): boolean[] {
  const isPlace = syllables.map(() => false);
  for (const name of placeNames)
    for (let at = 0; at + name.length <= syllables.length; at += 1)
      if (name.every((part, ahead) => syllables[at + ahead]?.form === part)) isPlace.fill(true, at, at + name.length);
  return isPlace;
}

/** How much of a question no article knows, 0 to 1. */
export function shareOfUnknown({ syllables, weights }: WeighedQuestion, known: ReadonlySet<number>): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const unknown = weights.reduce((sum, weight, at) => sum + (known.has(syllables[at]?.folded ?? -1) ? 0 : weight), 0);
  return unknown / (all || 1);
}

/** The same for pairs of neighbouring syllables, 0 to 1. */
export function shareOfUnknownPairs({ syllables, weights }: WeighedQuestion, known: ReadonlySet<number>): number {
  let all = 0;
  let unknown = 0;
  for (let at = 1; at < syllables.length; at += 1) {
    const weight = pairWeight(weights, at);
    all += weight;
    if (!known.has(pairKey(syllables[at - 1]?.folded ?? -1, syllables[at]?.folded ?? -1))) unknown += weight;
  }
  return unknown / (all || 1);
}

export function compareArticle(
  question: WeighedQuestion,
  form: ArticleForm,
  {
    relativeScore,
    commonKinds,
    subjectShare,
  }: { relativeScore: number; commonKinds: readonly number[]; subjectShare: number },
): Features {
  const { dice: bestAsk, coverage: askCoverage } = bestAskOf(question, form.asks);
  const { coverage, topicCoverage, pairCoverage, missing } = coverageBy(question, form);
  return {
    bestAsk,
    askCoverage,
    coverage,
    topicCoverage,
    pairCoverage,
    relativeScore,
    missing,
    kindAgreement: agreeKinds(question.kinds, form.kinds, commonKinds),
    subjectShare,
    subjectLog: Math.max(0, 1 + Math.log(subjectShare + 1e-9) / LEAST_LOG),
  };
}

/** The way of asking that is nearest to a question, and how near. */
export function bestAskOf(question: WeighedQuestion, asks: readonly AskForm[]): { dice: number; coverage: number } {
  let best = { dice: 0, coverage: 0 };
  for (const ask of asks) {
    const shared = sharedWeight(question, ask);
    const dice = (2 * shared) / (question.total + ask.total || 1);
    if (dice > best.dice) best = { dice, coverage: shared / (question.total || 1) };
  }
  return best;
}

function sharedWeight(question: WeighedQuestion, ask: AskForm): number {
  let shared = 0;
  const mindAccents = question.isAccented && ask.isAccented;
  const places = question.syllables.map((syllable) => (syllable.folded < 0 ? -1 : ask.folded.indexOf(syllable.folded)));
  places.forEach((place, at) => {
    if (place < 0) return;
    const typed = question.syllables[at];
    const differs = mindAccents && typed !== undefined && typed.exact >= 0 && !ask.exact.includes(typed.exact);
    shared += (question.weights[at] ?? 0) * (differs ? OTHER_ACCENT : 1);
  });
  for (let at = 1; at < places.length; at += 1) {
    const left = question.syllables[at - 1]?.folded ?? -1;
    const right = question.syllables[at]?.folded ?? -1;
    if (left < 0 || right < 0) continue;
    if (ask.folded.some((id, place) => id === right && place > 0 && ask.folded[place - 1] === left)) {
      shared += pairWeight(question.weights, at);
    }
  }
  return shared;
}

function coverageBy(
  question: WeighedQuestion,
  form: ArticleForm,
): Pick<Features, 'coverage' | 'topicCoverage' | 'pairCoverage' | 'missing'> {
  let all = 0;
  let covered = 0;
  let topic = 0;
  let coveredTopic = 0;
  let allPairs = 0;
  let coveredPairs = 0;
  question.syllables.forEach((syllable, at) => {
    const weight = question.weights[at] ?? 0;
    all += weight;
    const agreed = weight * agreement(question, syllable, form);
    covered += agreed;
    if (!question.isPlace[at]) {
      topic += weight;
      coveredTopic += agreed;
    }
    if (at === 0) return;
    const paired = pairWeight(question.weights, at);
    allPairs += paired;
    const left = question.syllables[at - 1]?.folded ?? -1;
    if (left >= 0 && form.pairs.has(pairKey(left, syllable.folded))) coveredPairs += paired;
  });
  return {
    coverage: covered / (all || 1),
    topicCoverage: topic === 0 ? covered / (all || 1) : coveredTopic / topic,
    pairCoverage: coveredPairs / (allPairs || 1),
    missing: 1 - Math.exp((covered - all) / MISSING_SCALE),
  };
}

/** 0 to 1: how surely an article has a syllable of the question. */
function agreement(question: WeighedQuestion, syllable: ReadSyllable, form: ArticleForm): number {
  if (!form.folded.has(syllable.folded)) return 0;
  if (!question.isAccented || syllable.exact < 0 || form.accented.has(syllable.exact)) return 1;
  return form.unaccented.has(syllable.folded) ? UNKNOWN_ACCENT : OTHER_ACCENT;
}
