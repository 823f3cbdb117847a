import { foldPhrase } from '../text/fold.ts';
import { askWhichOption } from './ask-which-option.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import { type Pending, REVIEW } from './form-state.ts';
import { type FormStep, openQuestions } from './form-step.ts';
import { answerWords, labelWords } from './form-words.ts';
import { isNod } from './is-nod.ts';
import { looksLikeQuestion } from './looks-like-question.ts';
import { askBack, edit, type Here } from './moves.ts';
import { isPeopleAlone, isTelltale, saysYesOrNo } from './read-elsewhere.ts';
import { findAgain } from './read-stray.ts';
import { readSpot } from './read-venue.ts';
import { type AnswerValue, isSkipped } from './values.ts';

type Kind = Question['field']['kind'];

const PROPOSAL = 'register:confirm.item';
const NONE_THERE =
  /^(?:(?:da|em|toi|minh|thi|ben em|nha em) )*(?:chua|khong|ko|k) (?:co|lam|xin|dang ky|dk) |(?:^| )(?:chua|khong|ko) (?:co|lam|xin)(?: (?:a|nhe|em|dau|gi))*$/;
/** "Dệt thổ cẩm": a single word may be anything. */
const FEWEST_WORDS = 2;

/**
 * At the card, an answer told without its number: "dệt vải lanh, thêu". The item is asked back: the one choice that the words
 * name, answered before or not, or the place that they tell a spot of, else the first item that is open and takes any words. Nothing is kept before the yes.
 */
export function proposeItem(here: Here, text: string): FormStep | undefined {
  const { form, state } = here;
  const isSaid = foldPhrase(text).split(' ').length >= FEWEST_WORDS && !isTelltale(text) && !saysYesOrNo(text);
  if (form.order !== 'any' || state.at !== REVIEW || !isSaid) return undefined;
  const open = openQuestions(here).filter(({ group, isAside }) => group === undefined && isAside !== true);
  const [named, another] = open.flatMap((question) => readAs(here, question, text, ['choice', 'choices']));
  // What names several options of one choice is asked back among them.
  const several = named === undefined ? open.flatMap((question) => readSeveralOf(here, question, text)) : [];
  const [which, other] = several;
  if (which !== undefined && other === undefined) {
    const { question, reading } = which;
    return askWhichOption({ ...here, state: edit(here, question).state }, question, { reading, raw: text });
  }
  const there = open.flatMap((question) => {
    const value = readSpot(here, question, text);
    return value === undefined ? [] : [{ question, value }];
  });
  const told = another === undefined ? (named ?? findToldAnew(here, text) ?? there[0]) : undefined;
  // "Chưa có logo" tells what there is not, and is no answer in words.
  const kinds: Kind[] = isPeopleAlone(text) ? ['count'] : NONE_THERE.test(foldPhrase(text)) ? [] : ['text'];
  const [first] = told === undefined ? open.flatMap((question) => readAs(here, question, text, kinds)) : [told];
  if (first === undefined || isNod(here, first.question, text)) return undefined;
  return propose(here, first, text);
}

/** "Tỉnh khác", where "nước ngoài" was told before: rather another answer there than the words of an item that takes any. */
function findToldAnew(here: Here, text: string): ReturnType<typeof findAgain> {
  const again = findAgain(here, undefined, text);
  return again === undefined || here.isOpen?.(again.question.id) === false ? undefined : again;
}

/** Whether it is asked back whether words stand under an item. */
export function isProposal({ about }: Pending): boolean {
  return typeof about !== 'string' && about.key === PROPOSAL;
}

/** "Cho bà con đến xem", where a sum or a date is asked and cannot be read: the one open choice that the words name, asked back. */
export function proposeChoice(here: Here, asked: Question, text: string): FormStep | undefined {
  const isSaid = foldPhrase(text).split(' ').length >= FEWEST_WORDS && !isTelltale(text) && !saysYesOrNo(text);
  if (here.form.order !== 'any' || here.state.pending !== undefined || !isSaid || looksLikeQuestion(text))
    return undefined;
  const [told, another] = openQuestions(here)
    .filter((question) => question.id !== asked.id && question.isAside !== true && !isYesOrNo(question))
    .flatMap((question) => readAs(here, question, text, ['choice', 'choices']));
  return told === undefined || another !== undefined ? undefined : propose(here, told, text, here.state.at);
}

/** "Không" and "có" stand in many a sentence that answers no such question. */
function isYesOrNo({ field }: Question): boolean {
  return field.kind === 'choice' && field.options.some(({ aliases }) => aliases.includes('khong'));
}

function propose(
  here: Here,
  { question, value }: { question: Question; value: AnswerValue },
  text: string,
  from?: string,
): FormStep {
  const { form } = here;
  const about = {
    key: PROPOSAL,
    values: { label: labelWords(form, question), answer: answerWords(form, question, value) },
  };
  const options = [{ value, label: '' }];
  return askBack(
    { ...here, state: edit(here, question).state },
    {
      ...{ kind: 'confirm', about, options, raw: text },
      ...(from !== undefined && { from }),
    },
  );
}

function readSeveralOf({ form, tools }: Here, question: Question, text: string) {
  if (question.field.kind !== 'choice' || question.wordsTo === undefined) return [];
  const reading = readField(form, question, text, tools);
  return reading.kind === 'choose' ? [{ question, reading }] : [];
}

function readAs(
  { form, tools }: Here,
  question: Question,
  text: string,
  kinds: readonly Kind[],
): { question: Question; value: AnswerValue }[] {
  if (!kinds.includes(question.field.kind)) return [];
  const reading = readField(form, question, text, tools);
  return reading.kind === 'value' && !isSkipped(reading.value) ? [{ question, value: reading.value }] : [];
}
