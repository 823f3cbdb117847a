import { PHOTOS, readPhotos } from '../../../core/applications/photos.ts';
import { applicableQuestions } from '../../../core/forms/applicable-questions.ts';
import type { FormDefinition } from '../../../core/forms/form.ts';
import { type Answers, fittingAnswers } from '../../../core/forms/values.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { requestWithDetails } from '../../../core/programmes/request-with-details.ts';
import type { Application } from '../../../records/applications.ts';

/** A dossier with its form of today, and the answers that fit it. */
export type FilledForm = { application: Application; form: FormDefinition; answers: Answers; photoIds: string[] };

/** Undefined when its programme exists no longer. */
export function fillForm(application: Application): FilledForm | undefined {
  const programme = findProgramme(application.programme);
  if (programme === undefined) return undefined;
  const form = requestWithDetails(programme);
  const kept = Object.fromEntries(Object.entries(application.answers).map(([id, { value }]) => [id, value]));
  return { application, form, answers: fittingAnswers(form, kept), photoIds: readPhotos(kept[PHOTOS]) };
}

/** How many of the questions that apply have their answer. */
export function countAnswered({ form, answers }: Pick<FilledForm, 'form' | 'answers'>): {
  answered: number;
  total: number;
} {
  const questions = applicableQuestions(form, answers).filter(({ isAside }) => isAside !== true);
  return { answered: questions.filter(({ id }) => answers[id] !== undefined).length, total: questions.length };
}
