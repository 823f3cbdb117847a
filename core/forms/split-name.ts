import { acceptAnswer } from './accept-answer.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { looksLikeOrganisation } from './fields/organisation-name.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import type { Here } from './moves.ts';
import { splitNameAndPlace } from './name-and-place.ts';
import { readBeside } from './read-several.ts';
import { isSkipped, placeValue } from './values.ts';

/** The name of the establishment with its place: "Htx Tài Hoan ở Côn Minh". */
export function splitName(here: Here, question: Question, text: string): FormStep | undefined {
  const { form, answers, isOpen = () => true } = here;
  if (form.order === 'any') return undefined;
  const isAsked = isNameOfEstablishment(question);
  if (!isAsked && !looksLikeOrganisation(text)) return undefined;
  const place = applicableQuestions(form, answers).find(({ field, isAside }) => field.kind === 'place' && !isAside);
  const found = place === undefined ? undefined : splitNameAndPlace(here, text);
  if (place === undefined || found === undefined) return undefined;
  const known = placeValue.safeParse(answers[place.id]).data?.communeCode;
  const isElsewhere = known !== undefined && known !== placeValue.safeParse(found.place.value).data?.communeCode;
  if (isElsewhere || (known === undefined && !isOpen(place.id))) return undefined;
  const name = isAsked ? question : applicableQuestions(form, answers).find(isNameOfEstablishment);
  const reading = name && readField(form, name, found.name, here.tools);
  if (name === undefined || reading?.kind !== 'value' || isSkipped(reading.value)) return undefined;
  const more = readBeside(here, name, found.name);
  const at = known === undefined ? [{ questionId: place.id, ...found.place, raw: found.said }] : [];
  return acceptAnswer(here, name, { value: reading.value, raw: text, beside: [...at, ...more] });
}

function isNameOfEstablishment({ field }: Question): boolean {
  return field.kind === 'name' && field.of === 'establishment';
}
