import { applicableQuestions } from './applicable-questions.ts';
import { surelyRead } from './fields/field-reading.ts';
import { readPricedMachines } from './fields/listed-sums.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import { isWord } from './is-word.ts';
import { askAnew, type Here, say } from './moves.ts';
import { saysFurther } from './says-further.ts';
import { acceptElsewhere } from './take-reading.ts';
import { isSkipped, moneyValue } from './values.ts';

/**
 * "Máy hút 90tr và máy gói 60tr", "máy thái 40tr nữa", where something else is asked: no product, no name and no place, but what is
 * bought and what it costs. A sum that was told before is asked back, with what comes to it.
 */
export function takePricedMachines(here: Here, asked: Question, text: string): FormStep | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  if (form.order === 'any' || asked.field.kind === 'money') return undefined;
  const priced = readPricedMachines(text);
  if (priced === undefined || !(isWord(asked) || readField(form, asked, text, tools).kind === 'unread'))
    return undefined;
  const cost = applicableQuestions(form, answers).find(
    ({ id, field, isAside }) => field.kind === 'money' && isAside !== true && isOpen(id),
  );
  const read = cost && surelyRead(readField(form, cost, text, tools));
  if (cost === undefined || read === undefined || isSkipped(read.value)) return undefined;
  const kept = answers[cost.id];
  if (kept === undefined || isSkipped(kept)) return acceptElsewhere(here, { question: cost, ...read }, text);
  if (JSON.stringify(kept) === JSON.stringify(read.value)) return say(here, { key: 'register:heard' });
  const before = saysFurther(text) ? moneyValue.safeParse(kept).data : undefined;
  const { minVnd, maxVnd } = priced;
  const value = before ? { minVnd: before.minVnd + minVnd, maxVnd: before.maxVnd + maxVnd } : read.value;
  return askAnew(here, cost, { value, raw: text });
}
