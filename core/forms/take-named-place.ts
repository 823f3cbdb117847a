import { foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import { isWord } from './is-word.ts';
import { edit, type Here } from './moves.ts';
import { takeReading } from './take-reading.ts';
import { placeValue } from './values.ts';

const UNIT = /^(?:(?:o|tai|em|toi|minh|nha) )*(?:xa|phuong|thi tran) (?:\S+ ?){1,4}$/;

/** "Xã La Bằng" once more, where a name or a product is asked: it is known, and neither of them. */
export function isPlaceAgain({ form, answers, tools }: Here, asked: Question, text: string): boolean {
  if (!isWord(asked) || form.order === 'any' || !UNIT.test(foldPhrase(text))) return false;
  return form.questions.some((question) => {
    const kept = question.field.kind === 'place' ? placeValue.safeParse(answers[question.id]).data : undefined;
    const reading = kept && readField(form, question, text, tools);
    const value = reading?.kind === 'value' ? placeValue.safeParse(reading.value).data : undefined;
    return value !== undefined && value.communeCode === kept?.communeCode;
  });
}

const FEWEST_WORDS = 2;

/** "Côn Minh" alone, where it is asked what is made: a commune of the province by its whole name, and nothing that people make. */
function isNearCommune({ places, nearProvinceCode }: Here['tools'], { madeOf }: Question, text: string): boolean {
  const typed = foldPhrase(text);
  if (madeOf === undefined || typed.split(' ').length < FEWEST_WORDS) return false;
  if (madeOf.some((thing) => `${typed} `.startsWith(`${thing} `))) return false;
  const finding = places.find(text, { provinceCode: nearProvinceCode });
  if (finding.kind !== 'found' || finding.guessed || finding.commune.provinceCode !== nearProvinceCode) return false;
  const called = [finding.commune.name, finding.former?.commune ?? ''].map(foldPhrase);
  return called.some((name) => name.replace(/^(?:xa|phuong|thi tran) /, '') === typed);
}

/** "Xã Phú Đình", where any words are an answer: no product, also when it has to be asked which one is meant. */
export function takeNamedPlace(here: Here, asked: Question, text: string): FormStep | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  const isNamed = UNIT.test(foldPhrase(text)) || isNearCommune(tools, asked, text);
  if (form.order === 'any' || !isNamed) return undefined;
  const question = applicableQuestions(form, answers).find(
    ({ id, field, isAside }) => field.kind === 'place' && isAside !== true && answers[id] === undefined && isOpen(id),
  );
  if (question === undefined) return undefined;
  const reading = readField(form, question, text, tools);
  const isTaken = reading.kind === 'value' && !UNIT.test(foldPhrase(text));
  if (reading.kind !== 'choose' && reading.kind !== 'confirm' && !isTaken) return undefined;
  return takeReading({ ...here, state: edit(here, question).state }, question, { reading, text: undefined, raw: text });
}
