import type { Certainty } from '../../answers/article.ts';
import type { Condition } from './condition.ts';

/** The words about somebody's eligibility: "đủ điều kiện", "chưa đủ vì …, cần làm …", "cán bộ cần xem". */
export const VERDICTS = ['eligible', 'not-yet', 'officer'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What a rule is about: who it is, where and what is produced, the machines, support received before, the kind of support
 * itself. An aspect that some rule can settle must be settled before anybody is said to be eligible.
 */
export const ASPECTS = ['who', 'place', 'sector', 'machines', 'earlier', 'support'] as const;
export type Aspect = (typeof ASPECTS)[number];

/**
 * One rule about who may be supported, as one document sets it. Data: nothing about it is in code. Its words are
 * `eligibility:rule.<id>.reason`, and for `not-yet` also `.todo`.
 */
export type EligibilityRule = {
  id: string;
  aspect: Aspect;
  /** Only for these programmes; for all without it. */
  programmes?: readonly string[];
  exceptProgrammes?: readonly string[];
  /** It holds when each of these is known to hold… */
  when: readonly Condition[];
  /** …and none of these is. */
  unless?: readonly Condition[];
  verdict: Verdict;
  /** While it holds no sum is told: what is asked for would have to be something else. */
  withoutSum?: true;
  document: string;
  article?: string;
  /** ISO dates, both inclusive: the days on which the rule holds. Without the first its beginning is not known. */
  effectiveFrom?: string;
  effectiveTo?: string;
  certainty: Certainty;
  /** The article that tells it in words. */
  articleId: string;
};

export function isRuleInForce({ effectiveFrom, effectiveTo }: EligibilityRule, date: string): boolean {
  return (effectiveFrom === undefined || effectiveFrom <= date) && (effectiveTo === undefined || date <= effectiveTo);
}

export function concernsProgramme({ programmes, exceptProgrammes }: EligibilityRule, programme: string): boolean {
  return (programmes === undefined || programmes.includes(programme)) && exceptProgrammes?.includes(programme) !== true;
}
