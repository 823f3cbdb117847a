import type { Answers } from '../../forms/values.ts';
import { evaluate } from './condition.ts';
import { ASPECTS, type Aspect, concernsProgramme, type EligibilityRule, isRuleInForce, type Verdict } from './rule.ts';

/** Settled for everybody, also on a day for which no rule is known: without them nobody is said to be eligible. */
const ALWAYS_NEEDED: readonly Aspect[] = ['who', 'place', 'sector'];

/**
 * Why: a rule that holds, or (`isOpen`) an aspect that the answers do not settle, with the first rule that would settle it,
 * if there is one.
 */
export type Reason = { rule: EligibilityRule | undefined; verdict: Verdict; aspect: Aspect; isOpen: boolean };

/** What can be said, and all the reasons: first those that decided. */
export type Judgement = { verdict: Verdict; reasons: Reason[] };

/**
 * Judges by the rules in force on a day (ISO). What the answers or the rules do not tell is for an officer. It advises:
 * nothing may be refused because of it.
 */
export function judgeEligibility(
  rules: readonly EligibilityRule[],
  { programme, answers, date }: { programme: string; answers: Answers; date: string },
): Judgement {
  const inForce = rules.filter((rule) => isRuleInForce(rule, date) && concernsProgramme(rule, programme));
  const holding = inForce
    .filter((rule) => holds(rule, answers))
    .map((rule): Reason => ({ rule, verdict: rule.verdict, aspect: rule.aspect, isOpen: false }));
  const told = new Set(holding.map(({ aspect }) => aspect));
  const open = ASPECTS.filter((aspect) => !told.has(aspect)).flatMap((aspect): Reason[] => {
    const settling = inForce.find((rule) => rule.aspect === aspect && rule.verdict === 'eligible');
    if (settling === undefined && !ALWAYS_NEEDED.includes(aspect)) return [];
    return [{ rule: settling, verdict: 'officer', aspect, isOpen: true }];
  });
  const reasons = [...holding, ...open];
  const verdict = worstOf(reasons.map((reason) => reason.verdict));
  const decided = reasons.filter((reason) => reason.verdict === verdict);
  return { verdict, reasons: [...decided, ...reasons.filter((reason) => reason.verdict !== verdict)] };
}

function holds({ when, unless = [] }: EligibilityRule, answers: Answers): boolean {
  return (
    when.every((condition) => evaluate(condition, answers) === true) &&
    unless.every((condition) => evaluate(condition, answers) !== true)
  );
}

function worstOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('not-yet')) return 'not-yet';
  return verdicts.includes('officer') ? 'officer' : 'eligible';
}
