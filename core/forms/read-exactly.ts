import { foldPhrase } from '../text/fold.ts';
import type { FormTools } from './fields/field-reading.ts';
import type { FormDefinition, Question } from './form.ts';
import { optionWords } from './form-words.ts';

/** The word itself, or a label: "hợp tác xã", "htx". */
export function isExactly(
  { form, tools }: { form: FormDefinition; tools: FormTools },
  question: Question,
  part: string,
): boolean {
  const { field } = question;
  if (field.kind !== 'choice' || field.menu !== undefined) return false;
  const typed = foldPhrase(part);
  return field.options.some(
    ({ id, aliases }) => aliases.includes(typed) || foldPhrase(tools.say(optionWords(form, question, id))) === typed,
  );
}
