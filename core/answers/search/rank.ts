import { compareDocument } from './compare-document.ts';
import type { Probe } from './probe.ts';
import { type Compared, RANK_FEATURES, rankFeatures } from './rank-features.ts';
import { RANK_WEIGHTS, SURENESS_BIAS, SURENESS_WEIGHTS } from './rank-weights.ts';
import type { Found, Hit, SearchEngine } from './search-engine.ts';

/** So many of those found are weighed beside each other. */
export const WEIGHED = 30;
/** What is said of the first beside its own features. */
const BESIDES = ['logShare', 'lead', 'strangers', 'weight', 'logWeight', 'sum', 'nextCoverage', 'nextPairs'] as const;
const PRODUCTS = [
  ['coverage', 'coverage'],
  ['pairCoverage', 'pairCoverage'],
  ['passageCoverage', 'passagePairs'],
  ['titleShared', 'titleCovers'],
  ['longestRun', 'longestRun'],
] as const;

/** What tells how likely the first is right; in the order of the weights. */
export const SURENESS_FEATURES: readonly string[] = [
  ...RANK_FEATURES,
  ...BESIDES,
  ...PRODUCTS.map(([left, right]) => `${left}×${right}`),
];

export type Weighed = { rows: number[][]; sums: number[]; order: number[] };

/** Weighs rows of features; `order` names them best first. */
export function weighRows(rows: number[][], weights: readonly number[]): Weighed {
  const sums = rows.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  return { rows, sums, order: sums.map((_, at) => at).sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b) };
}

/** Each one's share of e to the power of its sum. */
function shareOut(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

const MOST_LEAD = 6;

/** The features of `SURENESS_FEATURES` for the first of what was weighed. */
export function surenessFeatures(probe: Probe, { rows, sums, order }: Weighed): number[] {
  const [first = 0, second] = order;
  const row = rows[first] ?? [];
  const next = second === undefined ? [] : (rows[second] ?? []);
  const sum = sums[first] ?? 0;
  const total = probe.totals[0];
  const unknown = probe.weights[0].reduce((all, weight, at) => all + ((probe.folded[at] ?? -1) < 0 ? weight : 0), 0);
  const of = (values: readonly number[], name: (typeof RANK_FEATURES)[number]): number =>
    values[RANK_FEATURES.indexOf(name)] ?? 0;
  return [
    ...row,
    Math.log((shareOut(sums)[first] ?? 0) + 1e-3),
    second === undefined ? MOST_LEAD : Math.min(MOST_LEAD, sum - (sums[second] ?? 0)),
    unknown / (total || 1),
    Math.min(1, total / 60),
    Math.log(total + 1),
    sum / 10,
    of(next, 'coverage'),
    of(next, 'pairCoverage'),
    ...PRODUCTS.map(([left, right]) => of(row, left) * of(row, right)),
  ];
}

/** Reads those found closely. */
export function compareFound(engine: SearchEngine, probe: Probe, found: readonly Found[]): Compared[] {
  const { store, syllableWeights, vocabulary, settings } = engine;
  const { foldedOfExact, foldedIds } = vocabulary;
  const definer = foldedIds.get('la') ?? -1;
  const source = { store, foldedOfExact, syllableWeights, definer, fieldCount: settings.fieldWeights.length };
  return found.map(({ document, score, passage }) => ({
    document,
    score,
    passageScore: passage.best,
    comparison: compareDocument(source, probe, document, passage.bestRun),
  }));
}

/** The documents found in their order, each with how likely it is the right one. */
export function rankFound(engine: SearchEngine, probe: Probe, found: readonly Found[]): Hit[] {
  if (found.length === 0) return [];
  const compared = compareFound(engine, probe, found.slice(0, WEIGHED));
  const weighed = weighRows(rankFeatures(probe, compared, engine.groups), RANK_WEIGHTS);
  const logit = surenessFeatures(probe, weighed).reduce(
    (sum, value, at) => sum + value * (SURENESS_WEIGHTS[at] ?? 0),
    SURENESS_BIAS,
  );
  const sureness = 1 / (1 + Math.exp(-logit));
  const shares = shareOut(weighed.sums);
  const most = Math.max(...shares);
  const hits = weighed.order.map((at) => ({
    document: found[at]?.document ?? 0,
    score: (sureness * (shares[at] ?? 0)) / most,
  }));
  const least = hits.at(-1)?.score ?? 0;
  const last = found[WEIGHED - 1]?.score || 1;
  const others = found.slice(WEIGHED).map(({ score, document }) => ({ document, score: (least * score) / last }));
  return [...hits, ...others];
}
