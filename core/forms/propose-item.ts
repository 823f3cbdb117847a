import { foldPhrase } from '../text/fold.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import { type Pending, REVIEW } from './form-state.ts';
import { type FormStep, openQuestions } from './form-step.ts';
import { answerWords, labelWords } from './form-words.ts';
import { isNod } from './is-nod.ts';
import { askBack, edit, type Here } from './moves.ts';
import { isPeopleAlone, isTelltale, saysYesOrNo } from './read-elsewhere.ts';
import { findAgain } from './read-stray.ts';
import { type AnswerValue, isSkipped } from './values.ts';

type Kind = Question['field']['kind'];

const PROPOSAL = 'register:confirm.item';
/** "Dệt thổ cẩm": a single word may be anything. */
const FEWEST_WORDS = 2;

/**
 * At the card, an answer told without its number: "dệt vải lanh, thêu". The item is asked back: the one choice that the words
 * name, answered before or not, else the first item that is open and takes any words. Nothing is kept before the yes.
 */
export function proposeItem(here: Here, text: string): FormStep | undefined {
  const { form, state } = here;
  const isSaid = foldPhrase(text).split(' ').length >= FEWEST_WORDS && !isTelltale(text) && !saysYesOrNo(text);
  if (form.order !== 'any' || state.at !== REVIEW || !isSaid) return undefined;
  const open = openQuestions(here).filter(({ group, isAside }) => group === undefined && isAside !== true);
  const [named, another] = open.flatMap((question) => readAs(here, question, text, ['choice', 'choices']));
  const told = another === undefined ? (named ?? findToldAnew(here, text)) : undefined;
  const kinds: Kind[] = isPeopleAlone(text) ? ['count'] : ['text'];
  const [first] = told === undefined ? open.flatMap((question) => readAs(here, question, text, kinds)) : [told];
  if (first === undefined || isNod(here, first.question, text)) return undefined;
  const { question, value } = first;
  const about = {
    key: PROPOSAL,
    values: { label: labelWords(form, question), answer: answerWords(form, question, value) },
  };
  const options = [{ value, label: '' }];
  return askBack({ ...here, state: edit(here, question).state }, { kind: 'confirm', about, options, raw: text });
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
