import { foldPhrase } from '../../text/fold.ts';
import { foldTalk } from '../../text/fold-talk.ts';
import type { Field, FormDefinition, Question } from '../form.ts';
import { answerWords, guideWords, menuAskWords, menuWords, optionWords, whichWords } from '../form-words.ts';
import { SKIPPED } from '../values.ts';
import { readChoiceField } from './choice-field.ts';
import { readChoicesField } from './choices-field.ts';
import { readCountField } from './count-field.ts';
import { type FieldReading, type FormTools, unread } from './field-reading.ts';
import { readMoneyField } from './money-field.ts';
import { saysNothing, saysNotKnown } from './not-known.ts';
import { readPercentField } from './percent-field.ts';
import { readPhoneField } from './phone-field.ts';
import { readPlaceField } from './place-field.ts';
import { withoutMaker } from './said-product.ts';
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
      return readChoiceField(text, choiceOf(form, question, field, tools));
    case 'choices':
      return readChoicesField(text, {
        options: field.options,
        labelOf: (option) => optionWords(form, question, option),
        say: tools.say,
      });
    case 'percent':
      return readPercentField(text);
    case 'text':
      return readTextField(question.madeOf === undefined ? text : withoutMaker(text, question.madeOf), field);
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
        units: field.units,
        say: (value) => answerWords(form, question, value),
      });
    case 'when':
      return readWhenField(text, tools);
    case 'photos':
      return unread('photos');
  }
}

/** Whether more than one option may be taken: the form has a place for those beside the first. */
export function mayBeSeveral(form: FormDefinition, { furtherTo }: Question): boolean {
  return form.questions.some(({ id }) => id === furtherTo);
}

/** What reading a choice needs: its options, and the words they are told in. */
export function choiceOf(
  form: FormDefinition,
  question: Question,
  { options, menu, bareYes }: Extract<Field, { kind: 'choice' }>,
  { say }: Pick<FormTools, 'say'>,
) {
  return {
    options,
    menu,
    bareYes,
    mayBeSeveral: mayBeSeveral(form, question),
    words: {
      labelOf: (option: string) => optionWords(form, question, option),
      labelOfEntry: (entry: string) => menuWords(form, question, entry),
      askOfEntry: (entry: string) => menuAskWords(form, question, entry),
      guideOf: (option: string) => guideWords(form, question, option),
      which: whichWords(form, question),
      say,
    },
  };
}

/** What can be there or not: of a sum "không" says nothing. */
const MAY_BE_NONE = new Set<Field['kind']>(['name', 'text', 'phone', 'tax-code', 'photos']);

/** "Chưa có logo" tells nothing of a code. */
const OTHER_MISSING =
  /(?:^| )(?:chua|khong|ko) (?:co|lam|xin) (?!(?:ma|so|mst|giay|dang|dk|dkkd|gi|dau|a|nhe|em|dc|duoc|nua|ca|cai|do|nao|thue|con|hkd|ho|phep|hoac|hay|de|thi|nen|roi|vi|va|ten)(?: |$))\S/;

function saysSkip({ skip, field }: Question, text: string): boolean {
  if (skip === undefined || text.length > LONGEST_SKIP || /\d/.test(text)) return false;
  if (MAY_BE_NONE.has(field.kind) && saysNothing(text)) return true;
  if (saysNotKnown(text) && skip.phrases.some(saysNotKnown)) return true;
  if (field.kind === 'tax-code' && OTHER_MISSING.test(foldPhrase(text))) return false;
  const [typed, talked] = [` ${foldPhrase(text)} `, ` ${foldTalk(text)} `];
  return skip.phrases.some((phrase) => typed.includes(` ${phrase} `) || talked.includes(` ${phrase} `));
}
