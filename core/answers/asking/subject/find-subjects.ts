import type { ReadSyllable } from '../../search/list-arcs.ts';
import type { Syllable } from '../../typing/syllables.ts';
import { learnSubjects } from './learn-subjects.ts';
import { listSubjectGrams, type SubjectModel, scoreSubjects, toShares } from './subject-model.ts';

/** How likely a question is about each article, by place; and about nothing that an article answers. All together 1. */
export type SubjectShares = { ofArticle: (place: number) => number; outside: number; likely: readonly number[] };

/** Without accents half the grams are missing, and what is left says less than it should. */
const SURER = 1.25;
/** From here on an article is looked at, whatever words it shares. */
const LEAST_LIKELY = 0.05;

/** Learns from each group's texts what the group sounds like: the articles first, then what no article answers. */
export function learnFromGroups(groups: readonly (readonly (readonly Syllable[])[])[]): SubjectModel {
  const lessons = groups.flatMap((texts, subject) => texts.map((text) => ({ grams: listSubjectGrams(text), subject })));
  return learnSubjects(lessons, groups.length);
}

/** `isAllowed` is asked of the articles' places only; the others share what is left. */
export function findSubjects(
  model: SubjectModel,
  read: readonly ReadSyllable[],
  { articleCount, isAllowed }: { articleCount: number; isAllowed: (place: number) => boolean },
): SubjectShares {
  const syllables = read.map(({ form, typed }) => ({ exact: typed ?? form, folded: form }));
  const shares = new Float64Array(model.subjectCount);
  scoreSubjects(model, listSubjectGrams(syllables), shares);
  const sharpness = syllables.some(({ exact, folded }) => exact !== folded) ? 1 : SURER;
  for (let at = 0; at < shares.length; at += 1) shares[at] = (shares[at] ?? 0) * sharpness;
  for (let place = 0; place < articleCount; place += 1) if (!isAllowed(place)) shares[place] = -Infinity;
  toShares(shares);
  const inside = shares.subarray(0, articleCount);
  const likely: number[] = [];
  let all = 0;
  inside.forEach((share, place) => {
    all += share;
    if (share >= LEAST_LIKELY && model.weights.length > 0) likely.push(place);
  });
  return {
    ofArticle: (place) => shares[place] ?? 0,
    outside: 1 - all,
    likely,
  };
}
