import type { Knowledge } from '../answers/knowledge.ts';
import type { MoneyValue } from '../forms/values.ts';
import { type Judgement, judgeEligibility } from './eligibility/judge.ts';
import { estimateSupport, findRuleArticles, type SupportEstimate } from './estimate-support.ts';
import { findPrice } from './find-price.ts';
import { knownAnswers } from './known-answers.ts';
import type { Programme } from './programme.ts';

/** Whether the rules seem to be met, and what could be got; for the officer to confirm. */
export type Advice = {
  judgement: Judgement;
  /** What it costs, where that was said. */
  price: MoneyValue | undefined;
  /** Missing without a price, and where no rate is known. */
  estimate: SupportEstimate | undefined;
  /** The articles that tell what could be got where no sum can be computed, by their ids. */
  ruleArticles: readonly string[];
};

/** By the rules and rates of one state of the knowledge, on a day (ISO). `kept`: the values of a dossier's answers. */
export function advise(
  { eligibility, rates }: Pick<Knowledge, 'eligibility' | 'rates'>,
  {
    programme,
    kept,
    date,
    province,
  }: { programme: Programme; kept: Readonly<Record<string, unknown>>; date: string; province: string | undefined },
): Advice {
  const answers = knownAnswers(programme, kept);
  return {
    judgement: judgeEligibility(eligibility, { programme: programme.id, answers, date }),
    price: findPrice(answers),
    estimate: estimateSupport(rates, { programme, answers, date, province }),
    ruleArticles: findRuleArticles(rates, { programme, answers, date, province }),
  };
}
