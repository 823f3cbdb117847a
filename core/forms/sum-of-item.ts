import { acceptAnswer } from './accept-answer.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import { MORE } from './group.ts';
import { askAnew, type Here, say } from './moves.ts';
import { isSumAlone } from './read-elsewhere.ts';
import { isSkipped } from './values.ts';

/**
 * A bare sum where one more item is asked for, "350tr" at "còn máy nào nữa không?", is that of the item just named: taken where
 * it has none, asked back where it has another. Undefined where it is none, or the item has no sum.
 */
export function takeSumOfItem(here: Here, asked: Question, text: string): FormStep | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  const { group } = asked;
  if (group?.part !== MORE || !isSumAlone(text)) return undefined;
  const price = form.questions.find(
    ({ field, group: of }) => field.kind === 'money' && of?.id === group.id && of.number === group.number,
  );
  const reading = price && readField(form, price, text, tools);
  if (price === undefined || !isOpen(price.id) || reading?.kind !== 'value' || isSkipped(reading.value))
    return undefined;
  const { value, warning } = reading;
  const kept = answers[price.id];
  if (kept === undefined || isSkipped(kept)) return acceptAnswer(here, price, { value, raw: text, warning });
  if (JSON.stringify(kept) === JSON.stringify(value)) return say(here, { key: 'register:heard' });
  return askAnew(here, price, { value, raw: text });
}
