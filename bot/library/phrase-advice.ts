import { sayMoney } from '../../core/forms/fields/money-field.ts';
import type { MoneyValue } from '../../core/forms/values.ts';
import type { Advice } from '../../core/programmes/advise.ts';
import type { Judgement, Reason } from '../../core/programmes/eligibility/judge.ts';
import type { Verdict } from '../../core/programmes/eligibility/rule.ts';
import type { SupportEstimate, SupportSum } from '../../core/programmes/estimate-support.ts';
import { say } from '../../locales/say.ts';
import type { Words } from '../../locales/words.ts';
import { phraseRule, type Speaker } from './phrase-answer.ts';
import { nameSource, phraseSource, sayIsoDate } from './phrase-source.ts';

/** More would not be read in a chat; the officer sees all. */
const MOST_REASONS = 3;

/**
 * What a producer is told of their own dossier, a line each: whether the rules seem to be met and by which documents, and
 * what could be got with the own capital that leaves. Only advice: an officer confirms.
 */
export function phraseAdvice(speaker: Speaker, advice: Advice): string[] {
  const { judgement } = advice;
  const decisive = judgement.reasons.filter(({ verdict }) => verdict === judgement.verdict);
  const told = judgement.verdict === 'eligible' ? decisive : decisive.slice(0, MOST_REASONS);
  const verdict = [phraseJudgement(speaker.words, judgement), ...phraseGrounds(speaker, told)].join(' ');
  return [verdict, ...phraseSum(speaker, advice)];
}

/** The same with every document it stands on, also of what did not decide, in a line of its own. */
export function phraseAdviceWithGrounds(speaker: Speaker, advice: Advice): string[] {
  const { judgement } = advice;
  const verdict = phraseJudgement(speaker.words, judgement);
  return [verdict, ...phraseGrounds(speaker, judgement.reasons), ...phraseSum(speaker, advice)];
}

/** Every reason in a line of its own, with its document, the days it holds and how certain it is; then the sums. */
export function phraseReasons(speaker: Speaker, { judgement, estimate, ruleArticles }: Advice): string[] {
  const { words } = speaker;
  const sums = isWithoutSum(judgement) ? undefined : estimate;
  return [
    ...tellReasons(speaker, judgement).map(({ text, source, certainty }) => {
      const said = text.charAt(0).toUpperCase() + text.slice(1);
      if (source === undefined) return words.t('eligibility:reason.plain', { text: said });
      return words.t('eligibility:reason.line', { text: said, source, certainty });
    }),
    ...tellSums(speaker, sums).map((sum) => words.t('eligibility:reason.sum', sum)),
    ...(isWithoutSum(judgement) || sums !== undefined ? [] : phraseRules(speaker, ruleArticles)),
  ];
}

/** "Căn cứ: Nghị định 235/2025/NĐ-CP, Điều 1, khoản 1; …": each document once, with how certain it is. */
function phraseGrounds({ words }: Speaker, reasons: readonly Reason[]): string[] {
  const sources = [...new Set(reasons.flatMap(({ rule }) => (rule === undefined ? [] : [phraseSource(words, rule)])))];
  return sources.length === 0 ? [] : [words.t('eligibility:grounds', { sources: sources.join('; ') })];
}

function isWithoutSum({ reasons }: Judgement): boolean {
  return reasons.some(({ rule, isOpen }) => !isOpen && rule?.withoutSum === true);
}

/** What could be got: the sum, or the rule in the words in which a question is answered; where it has a price and neither is known, that is said. */
function phraseSum(speaker: Speaker, { judgement, estimate, ruleArticles, price }: Advice): string[] {
  if (isWithoutSum(judgement)) return [];
  const sum = phraseEstimate(speaker, estimate, judgement.verdict);
  if (sum !== undefined) return [sum];
  const rules = phraseRules(speaker, ruleArticles);
  if (rules.length > 0) return rules;
  return price === undefined ? [] : [speaker.words.t('eligibility:sum.unknown')];
}

function phraseRules({ words, library }: Speaker, ids: readonly string[]): string[] {
  const told = library.knowledge.articles.filter(({ id }) => ids.includes(id));
  const rules = told
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((article) => words.t('eligibility:sum.rule', phraseRule(words, article)));
  return rules.length === 0 ? [] : [[...rules, words.t('eligibility:sum.confirmed')].join(' ')];
}

function phraseJudgement(words: Words, { verdict, reasons }: Judgement): string {
  const decisive = reasons.filter((reason) => reason.verdict === verdict);
  if (verdict === 'eligible') return words.t('eligibility:line.eligible');
  if (verdict === 'not-yet') {
    const told = decisive.slice(0, MOST_REASONS);
    return words.t('eligibility:line.not-yet', {
      reason: told.map((reason) => reasonWords(words, reason)).join('; '),
      todo: told.map((reason) => todoWords(words, reason)).join('; '),
    });
  }
  const what = [...new Set(decisive.map((reason) => reasonWords(words, reason)))].slice(0, MOST_REASONS);
  return words.t('eligibility:line.officer', { what: what.join('; ') });
}

function reasonWords(words: Words, { rule, aspect, isOpen }: Reason): string {
  return words.word(isOpen || rule === undefined ? `eligibility:open.${aspect}` : `eligibility:rule.${rule.id}.reason`);
}

function todoWords(words: Words, { rule }: Reason): string {
  return rule === undefined ? '' : words.word(`eligibility:rule.${rule.id}.todo`);
}

/** The first sum, what is assumed in it, the province's own where it is another, and what it would be of a whole line. */
function phraseEstimate(speaker: Speaker, estimate: SupportEstimate | undefined, verdict: Verdict): string | undefined {
  const { words } = speaker;
  const [first, other] = estimate?.sums ?? [];
  if (first === undefined) return undefined;
  const told = words.t(verdict === 'not-yet' ? 'eligibility:sum.onceEligible' : 'eligibility:sum.possible', {
    support: saySum(speaker, first.support),
    own: saySum(speaker, first.ownCapital),
    source: phraseSource(words, first.rate),
  });
  const [ofLine] = estimate?.ifLine ?? [];
  return [
    told,
    ...(first.rate.percentIsAssumed ? [words.t('eligibility:sum.assumed', sayRate(speaker, first))] : []),
    ...(other === undefined || saySum(speaker, other.support) === saySum(speaker, first.support)
      ? []
      : [phraseLocalSum(speaker, other)]),
    ...(ofLine === undefined ? [] : [words.t('eligibility:sum.ifLine', { support: saySum(speaker, ofLine.support) })]),
  ].join(' ');
}

function phraseLocalSum(speaker: Speaker, { rate, support }: SupportSum): string {
  const { words, library } = speaker;
  const province = library.findProvinceName(rate.province ?? '') ?? '';
  return words.t('eligibility:sum.local', {
    province,
    support: saySum(speaker, support),
    source: phraseSource(words, rate),
  });
}

/** One reason as an officer reads it. */
export type ToldReason = {
  verdict: Verdict;
  text: string;
  /** What the producer would have to do, where the verdict is `not-yet`. */
  todo?: string;
  /** "Thông tư 46/2012/TT-BCT, Điều 4, khoản 4 · có hiệu lực từ …" and how certain it is; missing where there is no rule at all. */
  source?: string;
  certainty?: string;
};

/** Every reason, with its source, dates and certainty. `sayDay`: how a day (ISO) is written, where papers have it otherwise. */
export function tellReasons(
  { words, sayDay = sayIsoDate }: Pick<Speaker, 'words'> & { sayDay?: (isoDay: string) => string },
  { reasons }: Judgement,
): ToldReason[] {
  return reasons.map((reason) => {
    const { rule, verdict, isOpen } = reason;
    const text = isOpen
      ? words.t('eligibility:notTold', { what: reasonWords(words, reason) })
      : reasonWords(words, reason);
    if (rule === undefined) return { verdict, text };
    const { effectiveFrom, effectiveTo } = rule;
    return {
      verdict,
      text,
      ...(verdict === 'not-yet' && { todo: todoWords(words, reason) }),
      source: [
        nameSource(words, rule),
        ...(effectiveFrom === undefined ? [] : [words.t('eligibility:from', { day: sayDay(effectiveFrom) })]),
        ...(effectiveTo === undefined ? [] : [words.t('eligibility:to', { day: sayDay(effectiveTo) })]),
      ].join(', '),
      certainty: words.word(`ask:certainty.${rule.certainty}`),
    };
  });
}

/** One sum as an officer reads it, and by which rate of which document. */
export type ToldSum = {
  where: string;
  support: string;
  ownCapital: string;
  /** "Thông tư 28/2018/TT-BTC, Điều 8, khoản 4: 50 %, trần 300 triệu đồng" */
  source: string;
  /** How sure the document is, and what beside it is assumed. */
  certainty: string;
};

/** Also those of a whole line, while nobody told whether it is one. */
export function tellSums(speaker: Speaker, estimate: SupportEstimate | undefined): ToldSum[] {
  const { sums = [], ifLine = [] } = estimate ?? {};
  return [
    ...sums.map((sum) => tellSum(speaker, sum)),
    ...ifLine.map((sum) => {
      const told = tellSum(speaker, sum);
      return { ...told, where: speaker.words.t('eligibility:sum.whereIfLine', { where: told.where }) };
    }),
  ];
}

function tellSum(speaker: Speaker, sum: SupportSum): ToldSum {
  const { words, library } = speaker;
  const { rate, support, ownCapital } = sum;
  const { percent } = rate;
  const certainty = words.word(`ask:certainty.${rate.certainty}`);
  const province = library.findProvinceName(rate.province ?? '') ?? '';
  return {
    where:
      rate.scope === 'national'
        ? words.t('eligibility:sum.ofNation')
        : words.t('eligibility:sum.ofProvince', { province }),
    support: saySum(speaker, support),
    ownCapital: saySum(speaker, ownCapital),
    source: words.t(rate.percentIsAssumed ? 'eligibility:sum.ceilingOf' : 'eligibility:sum.rateOf', {
      source: nameSource(words, rate),
      ...sayRate(speaker, sum),
    }),
    certainty: rate.percentIsAssumed ? words.t('eligibility:sum.certaintyAssumed', { certainty, percent }) : certainty,
  };
}

function sayRate(
  speaker: Speaker,
  { rate: { percent, ceilingVnd } }: SupportSum,
): { percent: number; ceiling: string } {
  return { percent, ceiling: saySum(speaker, { minVnd: ceilingVnd, maxVnd: ceilingVnd }) };
}

export function saySum({ words, locale }: Pick<Speaker, 'words' | 'locale'>, sum: MoneyValue): string {
  return say(words, locale, sayMoney(sum));
}
