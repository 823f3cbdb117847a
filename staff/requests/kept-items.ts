import { PHOTOS, readPhotos } from '../../core/applications/photos.ts';
import { applicableQuestions } from '../../core/forms/applicable-questions.ts';
import type { FormDefinition, Question } from '../../core/forms/form.ts';
import { migrateAnswers } from '../../core/forms/form-migration.ts';
import { isContent } from '../../core/forms/group.ts';
import {
  type Answers,
  type AnswerValue as FormValue,
  findFittingValue,
  fittingAnswers,
} from '../../core/forms/values.ts';
import { findProgramme, PROGRAMMES } from '../../core/programmes/programmes.ts';
import type { AnswerValue } from '../../records/request-list.ts';

/** What is needed of a dossier to tell what it says. */
export type KeptDossier = { programme: string; answers: Record<string, AnswerValue> };

/** One item of a dossier: what is asked, what was kept, or both. */
export type KeptItem = {
  /** Of the question. */
  id: string;
  /** The request, or what is completed later; `other`: no form of its programme asks for it. */
  part: 'request' | 'details' | 'other';
  /** The question with the form whose words it has; missing when no form of today knows it. */
  asked?: { form: FormDefinition; question: Question };
  /** As it was kept. */
  answer?: AnswerValue;
  /** What was kept, where it fits the question of today. */
  value?: FormValue;
};

type AskedForm = { part: KeptItem['part']; form: FormDefinition; fitting: Answers };

/** All that a dossier asks for and holds, in the order of its forms; what no form asks any more comes last, as it was kept. */
export function listKeptItems({ programme, answers }: KeptDossier): KeptItem[] {
  const found = findProgramme(programme);
  const forms = [
    ...(found === undefined ? [] : [{ part: 'request' as const, form: found.form }]),
    ...(found?.details === undefined ? [] : [{ part: 'details' as const, form: found.details }]),
  ];
  // An answer that an earlier version kept under another id is told once, under the id of today.
  const kept = forms.reduce((taken, { form }) => migrateAnswers(form, taken), answers);
  const values = valuesOf(kept);
  const known = forms.flatMap(({ part, form }) => {
    const fitting = fittingAnswers(form, values);
    return questionsOf(form, { kept, fitting }).map((question) => itemOf(question, kept, { part, form, fitting }));
  });
  const asked = new Set(forms.flatMap(({ form }) => form.questions.map(({ id }) => id)));
  // Photos that were sorted into their papers leave nothing behind.
  const others = Object.entries(kept)
    .filter(([id, { value }]) => !asked.has(id) && !(id === PHOTOS && readPhotos(value).length === 0))
    .flatMap(([id, answer]) => otherItems(id, answer, kept));
  return [...known, ...others];
}

/** Whether an officer may enter an answer of it: it is asked today, and not in photos, which are their sender's alone. */
export function isCorrectable({ part, asked }: Pick<KeptItem, 'part' | 'asked'>): boolean {
  return part !== 'other' && asked !== undefined && asked.question.field.kind !== 'photos';
}

/** What applies now, and what was answered when it did; not the questions about whether there is one more. */
function questionsOf(
  form: FormDefinition,
  { kept, fitting }: { kept: KeptDossier['answers']; fitting: Answers },
): Question[] {
  const applicable = new Set(applicableQuestions(form, fitting));
  return form.questions.filter((question) =>
    question.group === undefined
      ? applicable.has(question) || kept[question.id] !== undefined
      : applicable.has(question) && isContent(question.group),
  );
}

function itemOf(question: Question, kept: KeptDossier['answers'], { part, form, fitting }: AskedForm): KeptItem {
  const answer = kept[question.id];
  const value = fitting[question.id] ?? findFittingValue(question, answer?.value);
  return { id: question.id, part, asked: { form, question }, answer, value };
}

/** What this dossier's forms do not ask. When its programme changed meanwhile, the other one still knows what it was. */
function otherItems(id: string, answer: AnswerValue, kept: KeptDossier['answers']): KeptItem[] {
  if (id === PHOTOS) return [{ id, part: 'request', answer }];
  for (const { details: form } of PROGRAMMES) {
    const question = form?.questions.find((each) => each.id === id);
    if (form === undefined || question === undefined) continue;
    const isTold = question.group === undefined || isContent(question.group);
    const fitting = fittingAnswers(form, valuesOf(kept));
    return isTold ? [itemOf(question, kept, { part: 'other', form, fitting })] : [];
  }
  return [{ id, part: 'other', answer }];
}

function valuesOf(answers: KeptDossier['answers']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
}
