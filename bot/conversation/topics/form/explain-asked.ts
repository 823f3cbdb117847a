import { applicableQuestions } from '../../../../core/forms/applicable-questions.ts';
import { asksWhatIsAsked, asksWhyAsked } from '../../../../core/forms/asks-what.ts';
import type { Filling } from '../../../../core/forms/filling.ts';
import type { FormState } from '../../../../core/forms/form-state.ts';
import { findCurrent, settleState } from '../../../../core/forms/form-step.ts';
import { exampleWords, labelWords } from '../../../../core/forms/form-words.ts';
import { officeDay } from '../../../../core/time.ts';
import { phraseRule } from '../../../library/phrase-answer.ts';
import type { Turn } from '../../topic.ts';
import { toolsOf } from './form-tools.ts';

/** An article must be as sure as this to say what an item is. */
const SURE = 0.9;

/**
 * "Là gì" under an open question: what the item is, as far as an article surely tells it, and how it is answered. Nothing when
 * something else is asked, or nothing is open.
 */
export function explainAsked(turn: Turn, standing: Filling & { state: FormState }, text: string): string[] | undefined {
  if (asksWhyAsked(text)) return [sayWhyAsked(turn, standing)];
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
