import { foldPhrase } from '../text/fold.ts';
import { joinNoted } from './accept-answer.ts';
import { answerText } from './answer-text.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { Pending } from './form-state.ts';
import { type FormStep, findCurrent } from './form-step.ts';
import { isMenu } from './is-menu.ts';
import { isWord } from './is-word.ts';
import type { Here } from './moves.ts';
import { findPlaceAskedBack } from './place-asked-back.ts';
import { acceptWords, goOnFrom } from './take-reading.ts';
import { isSkipped } from './values.ts';

/** Whoever speaks of a place has not gone on from it. */
const OF_PLACE =
  /(?:^| )(?:xa|phuong|thi tran|tt|huyen|tinh|thanh pho|tx|dac khu|thon|xom|ban|ap|khu pho|sap nhap|ten (?:cu|moi))(?: |$)/;

/**
 * "Anh/chị cần: Mua máy. Đúng không ạ?", "xã … nay là …. Đúng không ạ?", and what was told instead answers something later: who goes
 * on agrees. Undefined where `told`, what was made of the words, is no such answer.
 */
export function agreeByGoingOn(here: Here, told: FormStep, text: string): FormStep | undefined {
  const { form, state, answers } = here;
  const { pending } = state;
  const question = findCurrent(form, state, answers);
  const agreed = question && (findPlaceAskedBack(pending) ?? findNeedAskedBack(question, pending));
  if (question === undefined || agreed === undefined || told.state.pending?.serial !== pending?.serial)
    return undefined;
  if (told.changes.some(({ questionId }) => questionId === question.id)) return undefined;
  if (told.changes.length === 0) {
    const kept = acceptWords(here, question, agreed);
    const isAnswer = isPutOffNext(here, kept, text) || isOfPassedOver(here, { asked: question, told, kept, text });
    return isAnswer ? goOnFrom(here, kept, (after) => answerText(after, text)) : undefined;
  }
  // What the words answered stays what they answered: "Võ Thị Hường" is who is called, and no name of what is asked next.
  const known = Object.fromEntries(told.changes.map(({ questionId, value }) => [questionId, value]));
  const kept = acceptWords({ ...here, answers: { ...answers, ...known } }, question, agreed);
  return { ...kept, changes: [...kept.changes, ...told.changes], said: joinNoted([...kept.said, ...told.said]) };
}

/** "Anh/chị cần: Mua máy. Đúng không ạ?" */
function findNeedAskedBack(question: Question, pending: Pending | undefined) {
  const [asked] = pending?.kind === 'confirm' && isMenu(question) ? pending.options : [];
  return asked && { value: asked.value, raw: pending?.raw ?? '' };
}

/**
 * The place was told where something else was asked: words that are no place, and were not understood, are told of that.
 * "Bánh ít lá gai" after "Là xã Cửa Việt, đúng không ạ?"
 */
function isOfPassedOver(
  { form, state, answers }: Here,
  { asked, told, kept, text }: { asked: Question; told: FormStep; kept: FormStep; text: string },
): boolean {
  if (asked.field.kind !== 'place' || told.state.misses <= state.misses || OF_PLACE.test(foldPhrase(text)))
    return false;
  const changed = kept.changes.map(({ questionId, value }) => [questionId, value] as const);
  const next = findCurrent(form, kept.state, { ...answers, ...Object.fromEntries(changed) });
  const isBefore = next !== undefined && form.questions.indexOf(next) < form.questions.indexOf(asked);
  return isBefore && isWord(next);
}

/** "Chưa có tên": what is asked next has none. */
function isPutOffNext({ form, answers, tools }: Here, kept: FormStep, text: string): boolean {
  const changed = kept.changes.map(({ questionId, value }) => [questionId, value] as const);
  const next = findCurrent(form, kept.state, { ...answers, ...Object.fromEntries(changed) });
  const reading = next && readField(form, next, text, tools);
  return reading?.kind === 'value' && isSkipped(reading.value);
}
