import { foldPhrase } from '../../text/fold.ts';
import type { FormDefinition, Question } from '../form.ts';
import { answerWords, optionWords } from '../form-words.ts';
import { SKIPPED } from '../values.ts';
import { readChoiceField } from './choice-field.ts';
import { readCountField } from './count-field.ts';
import { type FieldReading, type FormTools, unread } from './field-reading.ts';
import { readMoneyField } from './money-field.ts';
import { readPhoneField } from './phone-field.ts';
import { readPlaceField } from './place-field.ts';
import { readTaxCodeField } from './tax-code-field.ts';
import { readNameField, readTextField } from './text-fields.ts';
import { readWhenField } from './when-field.ts';

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
    case 'tax-code':
      return readTaxCodeField(text);
    case 'count':
      return readCountField(text, {
        plausible: field.plausible,
        say: (value) => answerWords(form, question, value),
      });
    case 'when':
      return readWhenField(text, tools);
    case 'photos':
      return unread('photos');
  }
}

function saysSkip({ skip }: Question, text: string): boolean {
  if (skip === undefined || text.length > LONGEST_SKIP || /\d/.test(text)) return false;
  const typed = ` ${foldPhrase(text)} `;
  return skip.phrases.some((phrase) => typed.includes(` ${phrase} `));
}
