import { applicableQuestions } from '../../../../core/forms/applicable-questions.ts';
import { asksWhatIsAsked, asksWhatWasTold, asksWhyAsked } from '../../../../core/forms/asks-what.ts';
import type { Filling } from '../../../../core/forms/filling.ts';
import type { FormState } from '../../../../core/forms/form-state.ts';
import { findCurrent, settleState } from '../../../../core/forms/form-step.ts';
import { answerWords, exampleWords, labelWords } from '../../../../core/forms/form-words.ts';
import { MORE } from '../../../../core/forms/group.ts';
import { officeDay } from '../../../../core/time.ts';
import { phraseRule } from '../../../library/phrase-answer.ts';
import type { Turn } from '../../topic.ts';
import { toolsOf } from './form-tools.ts';

/** An article must be as sure as this to say what an item is. */
const SURE = 0.9;

/**
 * "Là gì" under an open question: what the item is, as far as an article surely tells it, and how it is answered. Nothing when
 * something else is asked, or nothing is open. "Xem lại" reads out what was told so far.
 */
export function explainAsked(turn: Turn, standing: Filling & { state: FormState }, text: string): string[] | undefined {
  if (asksWhyAsked(text)) return [sayWhyAsked(turn, standing)];
  if (standing.form.order !== 'any' && asksWhatWasTold(text)) return sayWhatWasTold(turn, standing);
  if (!asksWhatIsAsked(text)) return undefined;
  const { form, answers } = standing;
  const question = findCurrent(form, settleState(standing, standing.state), answers);
  if (question === undefined) return undefined;
  const { say } = toolsOf(turn);
  const { words, library, centre, now } = turn;
  const label = say(labelWords(form, question));
  const heard = library.ask({ text: `${label} là gì`, provinceCode: centre.provinceCode, date: officeDay(now) });
  const [article] = heard.kind === 'answer' && heard.confidence >= SURE ? heard.articles : [];
  return [
    ...(article === undefined ? [] : [words.t('ask:oneOfSeveral', phraseRule(words, article))]),
    words.t('register:explain', { label, example: say(exampleWords(form, question)) }),
  ];
}

/** What the questions are for, and how many are left; in any order all of it may wait. */
function sayWhyAsked({ words }: Turn, { form, answers }: Filling): string {
  if (form.order === 'any') return words.t('register:whyAskedCard');
  const left = applicableQuestions(form, answers).filter(({ id, isAside }) => !isAside && answers[id] === undefined);
  return words.t('register:whyAsked', { left: left.length });
}

/** Every answer there is, a line each; the same that the review shows once all are there. */
function sayWhatWasTold(turn: Turn, standing: Filling & { state: FormState }): string[] {
  const { form, answers } = standing;
  // The review is that list.
  if (findCurrent(form, settleState(standing, standing.state), answers) === undefined) return [];
  const { say } = toolsOf(turn);
  const lines = applicableQuestions(form, answers).flatMap((question) => {
    const value = answers[question.id];
    if (value === undefined || question.group?.part === MORE) return [];
    const values = { label: labelWords(form, question), answer: answerWords(form, question, value) };
    return [say({ key: 'register:review.line', values })];
  });
  return lines.length === 0
    ? [turn.words.t('register:nothingTold')]
    : [[turn.words.t('register:toldSoFar'), ...lines].join('\n')];
}
