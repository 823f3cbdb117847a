import { foldPhrase } from '../../text/fold.ts';
import type { FormDefinition, Question } from '../form.ts';
import { optionWords } from '../form-words.ts';
import { SKIPPED } from '../values.ts';
import { readChoiceField } from './choice-field.ts';
import type { FieldReading, FormTools } from './field-reading.ts';
import { readMoneyField } from './money-field.ts';
import { readPhoneField } from './phone-field.ts';
import { readPlaceField } from './place-field.ts';
import { readNameField, readTextField } from './text-fields.ts';

/** A word more than these is no longer just "chưa rõ". */
const LONGEST_SKIP = 40;

/** What a text means as the answer of a question. */
export function readField(form: FormDefinition, question: Question, text: string, tools: FormTools): FieldReading {
  if (saysSkip(question, text)) return { kind: 'value', value: SKIPPED };
  const { field } = question;
  switch (field.kind) {
    case 'choice':
      return readChoiceField(text, {
        options: field.options,
        labelOf: (option) => optionWords(form, question, option),
        say: tools.say,
      });
    case 'text':
      return readTextField(text, field);
    case 'name':
      return readNameField(text, field);
    case 'phone':
      return readPhoneField(text);
    case 'money':
      return readMoneyField(text, field);
    case 'place':
      return readPlaceField(text, tools);
  }
}

function saysSkip({ skip }: Question, text: string): boolean {
  if (skip === undefined || text.length > LONGEST_SKIP || /\d/.test(text)) return false;
  const typed = ` ${foldPhrase(text)} `;
  return skip.phrases.some((phrase) => typed.includes(` ${phrase} `));
}
