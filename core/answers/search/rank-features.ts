import type { Comparison } from './compare-document.ts';
import type { Probe } from './probe.ts';

/** A document found by shared words, and read closely. */
export type Compared = { document: number; score: number; passageScore: number; comparison: Comparison };

/** What a document is weighed by, beside its rivals; in the order of the weights. Each about 0 to 1. */
export const RANK_FEATURES = [
  'relativeScore',
  'absoluteScore',
  'coverage',
  'pairCoverage',
  'tripleCoverage',
  'relativePassage',
  'passageCoverage',
  'passagePairs',
  'passageTriples',
  'longestRun',
  'headingShared',
  'headingCovers',
  'headingNamed',
  'otherNamed',
  'noTitle',
  'titleShared',
  'titlePairs',
  'titleCovers',
  'titleInside',
  'titleBoth',
  'defined',
  'definedAsked',
  'length',
  'passageLength',
  'groupShare',
  'rarestMissing',
  'accentsAgree',
  'numbersMissing',
  'relativeCoverage',
  'relativePairs',
  'relativeTitle',
  'relativeRun',
  'first',
  'tellingCoverage',
  'tellingPairs',
  'tellingPassage',
  'tellingPassagePairs',
  'tellingTitle',
  'tellingTitlePairs',
  'insideWeight',
] as const;

const HEADING = 0;
const TITLE = 1;
const ASKS_MEANING = new Set(['hieu', 'niem', 'nghia']);

/** One row of features for each of the documents found. */
export function rankFeatures(probe: Probe, found: readonly Compared[], groups: Uint32Array): number[][] {
  const most = (of: (one: Compared) => number): number => Math.max(1e-9, ...found.map(of));
  const bestScore = most(({ score }) => score);
  const bestPassage = most(({ passageScore }) => passageScore);
  const bestCoverage = most(({ comparison }) => comparison.shared[0]);
  const bestPairs = most(({ comparison }) => comparison.shared[1]);
  const bestTitle = most(({ comparison }) => comparison.fields[TITLE]?.covers ?? 0);
  const bestRun = most(({ comparison }) => comparison.longestRun);
  const named = found.map(({ comparison }) => {
    const heading = comparison.fields[HEADING];
    return heading !== undefined && heading.syllables > 2 && heading.sharedPairs >= heading.syllables - 1;
  });
  const anyNamed = named.some(Boolean);
  const masses = new Map<number, number>();
  let mass = 0;
  for (const { score, document } of found) {
    const part = (score / bestScore) ** 8;
    const group = groups[document] ?? 0;
    masses.set(group, (masses.get(group) ?? 0) + part);
    mass += part;
  }
  const [ones, twos, threes] = probe.totals.map((total) => total || 1) as [number, number, number];
  const asksMeaning =
    probe.forms.some((form) => ASKS_MEANING.has(form)) || probe.forms.join(' ').includes('la gi') ? 1 : 0;

  const telling = [1, 2].map((order) => tellingWeights(probe, found, order));

  return found.map(({ score, passageScore, comparison, document }, at) => {
    const { shared, passage, fields, exact } = comparison;
    const heading = fields[HEADING] ?? NOTHING;
    const title = fields[TITLE] ?? NOTHING;
    const titleShared = title.sharedWeight / (title.weight || 1);
    const titleCovers = title.covers / ones;
    return [
      score / bestScore,
      Math.min(2, score / (ones + twos + threes)),
      shared[0] / ones,
      shared[1] / twos,
      shared[2] / threes,
      passageScore / bestPassage,
      passage.shared[0] / ones,
      passage.shared[1] / twos,
      passage.shared[2] / threes,
      comparison.longestRun / ones,
      heading.sharedWeight / (heading.weight || 1),
      heading.covers / ones,
      named[at] ? 1 : 0,
      anyNamed && !named[at] ? 1 : 0,
      title.syllables === 0 ? 1 : 0,
      titleShared,
      title.sharedPairs / Math.max(1, title.syllables - 1),
      titleCovers,
      title.syllables > 1 && title.sharedPairs >= title.syllables - 1 ? 1 : 0,
      titleShared * titleCovers,
      comparison.defined / ones,
      (asksMeaning * comparison.defined) / ones,
      Math.log(1 + comparison.length) / 8,
      Math.log(1 + passage.length) / 6,
      (masses.get(groups[document] ?? 0) ?? 0) / mass,
      comparison.rarestMissing / 8,
      probe.isAccented ? exact / (shared[0] || 1) : 1,
      missingNumbers(probe, comparison.missingNumbers),
      shared[0] / bestCoverage,
      shared[1] / bestPairs,
      title.covers / bestTitle,
      comparison.longestRun / bestRun,
      at === 0 ? 1 : 0,
      ...[comparison.marks.document, comparison.marks.passage, comparison.marks.fields[TITLE]].flatMap((marks) =>
        telling.map((weights, rank) => shareOf(weights, marks, rank + 1)),
      ),
      title.syllables > 1 && title.sharedPairs >= title.syllables - 1 ? titleCovers : 0,
    ];
  });
}

/** How well each gram of the question tells the documents found apart: what all of them have says nothing. */
function tellingWeights(probe: Probe, found: readonly Compared[], order: number): Float64Array {
  return Float64Array.from(probe.folded, (_, place) => {
    const having = found.filter(({ comparison }) => (comparison.marks.document[place] ?? 0) >= order).length;
    if (having === 0) return 0;
    const rarity = (probe.weights[order - 1]?.[place] ?? 0) / (probe.weights[0].length > 0 ? 8 : 1);
    return rarity * Math.log(1 + (found.length - having + 0.5) / (having + 0.5));
  });
}

function shareOf(weights: Float64Array, marks: Uint8Array | undefined, order: number): number {
  let all = 0;
  let having = 0;
  weights.forEach((weight, place) => {
    all += weight;
    if ((marks?.[place] ?? 0) >= order) having += weight;
  });
  return having / (all || 1);
}

const NOTHING = { syllables: 0, weight: 0, sharedWeight: 0, sharedPairs: 0, covers: 0 };

function missingNumbers(probe: Probe, missing: number): number {
  return missing / (probe.forms.filter((form) => /^\d/.test(form)).length || 1);
}
