import { joinNoted } from './accept-answer.ts';
import { answerText } from './answer-text.ts';
import { readField } from './fields/read-field.ts';
import type { Pending } from './form-state.ts';
import { type FormStep, findCurrent } from './form-step.ts';
import { isMenu } from './is-menu.ts';
import type { Here } from './moves.ts';
import { acceptWords, goOnFrom } from './take-reading.ts';
import { isSkipped } from './values.ts';

/**
 * "Anh/chị cần: Mua máy. Đúng không ạ?", "xã … nay là …. Đúng không ạ?", and what was told instead answers something later: who goes
 * on agrees. Undefined where `told`, what was made of the words, is no such answer.
 */
export function agreeByGoingOn(here: Here, told: FormStep, text: string): FormStep | undefined {
  const { form, state, answers } = here;
  const { pending } = state;
  const question = findCurrent(form, state, answers);
  if (question === undefined || pending?.kind !== 'confirm' || !(isMenu(question) || isRenamed(pending)))
    return undefined;
  const [asked] = pending.options;
  if (asked === undefined || told.state.pending?.serial !== pending.serial) return undefined;
  if (told.changes.some(({ questionId }) => questionId === question.id)) return undefined;
  const agreed = { value: asked.value, raw: pending.raw };
  if (told.changes.length === 0) {
    const kept = acceptWords(here, question, agreed);
    return isPutOffNext(here, kept, text) ? goOnFrom(here, kept, (after) => answerText(after, text)) : undefined;
  }
  // What the words answered stays what they answered: "Võ Thị Hường" is who is called, and no name of what is asked next.
  const known = Object.fromEntries(told.changes.map(({ questionId, value }) => [questionId, value]));
  const kept = acceptWords({ ...here, answers: { ...answers, ...known } }, question, agreed);
  return { ...kept, changes: [...kept.changes, ...told.changes], said: joinNoted([...kept.said, ...told.said]) };
}

/** A commune of old has one of today: there is nothing to choose. */
function isRenamed({ about }: Pending): boolean {
  return typeof about !== 'string' && about.key === 'register:confirm.placeRenamed';
}

/** "Chưa có tên": what is asked next has none. */
function isPutOffNext({ form, answers, tools }: Here, kept: FormStep, text: string): boolean {
  const changed = kept.changes.map(({ questionId, value }) => [questionId, value] as const);
  const next = findCurrent(form, kept.state, { ...answers, ...Object.fromEntries(changed) });
  const reading = next && readField(form, next, text, tools);
  return reading?.kind === 'value' && isSkipped(reading.value);
}
