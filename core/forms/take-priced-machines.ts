import { foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { surelyRead } from './fields/field-reading.ts';
import { type ListedSums, readPricedMachines } from './fields/listed-sums.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import { answerWords } from './form-words.ts';
import { isWord } from './is-word.ts';
import { askAnew, askBack, edit, type Here, say } from './moves.ts';
import { saysFurther } from './says-further.ts';
import { acceptElsewhere } from './take-reading.ts';
import { type AnswerValue, isSkipped, moneyValue } from './values.ts';

/**
 * "Máy hút 90tr và máy gói 60tr", "máy thái 40tr nữa", where something else is asked: no product, no name and no place, but what is
 * bought and what it costs. A sum that was told before is asked back, with what comes to it.
 */
export function takePricedMachines(here: Here, asked: Question, text: string): FormStep | undefined {
  if (here.form.order === 'any' || asked.field.kind === 'money') return undefined;
  if (!isWord(asked) && readField(here.form, asked, text, here.tools).kind !== 'unread') return undefined;
  const told = readCost(here, text);
  if (told === undefined) return undefined;
  const { cost, value, notice } = told;
  const kept = here.answers[cost.id];
  if (kept === undefined || isSkipped(kept)) return acceptElsewhere(here, { question: cost, value, notice }, text);
  return askCostAnew(here, text) ?? say(here, { key: 'register:heard' });
}

/** Asks back what machines cost where another sum was told before; undefined where none was, or the same. */
export function askCostAnew(here: Here, text: string): FormStep | undefined {
  const told = readCost(here, text);
  const kept = told && here.answers[told.cost.id];
  if (told === undefined || kept === undefined || isSkipped(kept)) return undefined;
  if (JSON.stringify(kept) === JSON.stringify(told.value)) return undefined;
  const before = moneyValue.safeParse(kept).data;
  const { minVnd, maxVnd } = told.sum;
  const all = before && { minVnd: before.minVnd + minVnd, maxVnd: before.maxVnd + maxVnd };
  if (all !== undefined && saysFurther(text)) return askAnew(here, told.cost, { value: all, raw: text });
  // What costs as much as all before is rather its new price.
  const isChange = before === undefined || minVnd >= before.minVnd || mayBeKnown(here, told.sum);
  if (all === undefined || isChange) return askAnew(here, told.cost, { value: told.value, raw: text });
  return askWhetherBeside(here, told.cost, { kept, all, value: told.value, raw: text });
}

/** Several are all there is to buy; one that bears the name of a known one is that one. */
function mayBeKnown({ form, answers }: Here, { things }: ListedSums): boolean {
  const [{ name = '' } = {}, another] = things;
  if (another !== undefined) return true;
  const typed = foldPhrase(name);
  return form.questions.some(({ id, group }) => {
    const said = group === undefined ? undefined : answers[id];
    return typeof said === 'string' && (foldPhrase(said) === typed || typed.startsWith(`${foldPhrase(said)} `));
  });
}

/** "Máy thái 40tr", after another sum: beside it or instead of it is for the person to say. */
function askWhetherBeside(
  here: Here,
  cost: Question,
  { kept, all, value, raw }: { kept: AnswerValue; all: AnswerValue; value: AnswerValue; raw: string },
): FormStep {
  const { form } = here;
  const say = (key: string, answer: AnswerValue) => ({
    key: `register:choose.${key}`,
    values: { answer: answerWords(form, cost, answer), before: answerWords(form, cost, kept) },
  });
  return askBack(
    { ...here, state: edit(here, cost).state },
    {
      kind: 'choose',
      about: say('priceBeside', value),
      options: [
        { value: all, label: say('priceAdded', all) },
        { value, label: say('priceInstead', value) },
      ],
      raw,
    },
  );
}

function readCost({ form, answers, isOpen = () => true, tools }: Here, text: string) {
  const sum = readPricedMachines(text);
  const cost = applicableQuestions(form, answers).find(
    ({ id, field, isAside }) => field.kind === 'money' && isAside !== true && isOpen(id),
  );
  if (sum === undefined || cost === undefined) return undefined;
  const read = surelyRead(readField(form, cost, text, tools));
  return read === undefined || isSkipped(read.value) ? undefined : { cost, sum, ...read };
}
