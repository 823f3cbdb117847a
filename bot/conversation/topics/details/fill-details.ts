import { mayAnswer } from '../../../../core/applications/may-answer.ts';
import type { ReturnedItem } from '../../../../core/applications/returned-items.ts';
import type { ApplicationStatus } from '../../../../core/applications/status.ts';
import type { Filling, IsOpen } from '../../../../core/forms/filling.ts';
import type { FormDefinition } from '../../../../core/forms/form.ts';
import { wordsOfForm } from '../../../../core/forms/form-words.ts';
import { type FormItem, listItems } from '../../../../core/forms/list-items.ts';
import { type Answers, fittingAnswers, photosValue, skippedValue } from '../../../../core/forms/values.ts';
import { findProgramme } from '../../../../core/programmes/programmes.ts';
import type { Application } from '../../../../records/applications.ts';

/**
 * What can be completed of a dossier that was sent: the questions of its programme, and those of the request that came
 * back. An item that came back counts as unanswered until it is answered anew.
 */
export type FilledDetails = Required<Filling> & {
  application: Application;
  /** With what came back as it was before. */
  allAnswers: Answers;
  /** In the order in which they came back; only those whose question is there. */
  returned: ReturnedItem[];
  /** Also what never was answered may be answered now, while items are back from the officer. */
  isAll: boolean;
};

const COMPLETED_LATER: readonly ApplicationStatus[] = [
  'submitted',
  'in-review',
  'needs-papers',
  'accepted',
  'proposed',
];

/**
 * `readerId`: who is asked. `isAll` false: while items are back from the officer, only these may be answered. Undefined when there is nothing that
 * could be completed: the dossier is a draft, at its end, or of a programme that asks no more.
 */
export function fillDetails(
  application: Application,
  { isAll = false, readerId }: { isAll?: boolean; readerId?: string } = {},
): FilledDetails | undefined {
  const programme = findProgramme(application.programme);
  if (programme === undefined || !COMPLETED_LATER.includes(application.status)) return undefined;
  const { form: request, details } = programme;
  const returnedIds = application.returned.map(({ questionId }) => questionId);
  const ofRequest = request.questions
    .filter(({ id }) => returnedIds.includes(id))
    .map((question) => ({ ...question, wordsOf: wordsOfForm(request) }));
  const questions = [...(details?.questions ?? []), ...ofRequest];
  if (questions.length === 0) return undefined;

  const kept = Object.fromEntries(Object.entries(application.answers).map(([id, { value }]) => [id, value]));
  // The owner who completes what a helper filed is spoken to.
  const isFiler = readerId === undefined || readerId === application.personId;
  const ofOwner = isFiler ? request.ofOwner : undefined;
  const form: FormDefinition = { ...(details ?? request), order: 'any', questions, ofOwner };
  const allAnswers: Answers = { ...fittingAnswers(request, kept), ...(details && fittingAnswers(details, kept)) };
  const returned = application.returned.filter(({ questionId }) => questions.some(({ id }) => id === questionId));
  const open = new Set(returned.filter(({ isOpen }) => isOpen).map(({ questionId }) => questionId));
  const answers: Answers = Object.fromEntries(Object.entries(allAnswers).filter(([id]) => !open.has(id)));
  const isBack = application.status === 'needs-papers';
  return {
    application,
    form,
    answers,
    allAnswers,
    isOpen: openQuestionsOf(application, isBack && !isAll ? returnedIds : undefined),
    returned,
    isAll: isBack && isAll,
  };
}

/** The same with also what never was answered. */
export function withAll(filled: FilledDetails): FilledDetails {
  return fillDetails(filled.application, { isAll: true }) ?? filled;
}

/** Which questions may be answered now, as it is checked again when the answer is kept. */
function openQuestionsOf({ status, answers, returned }: Application, only: readonly string[] | undefined): IsOpen {
  const returnedIds = returned.map(({ questionId }) => questionId);
  return (questionId) => {
    if (only?.includes(questionId) === false) return false;
    const kept = answers[questionId]?.value;
    const isLasting = !skippedValue.safeParse(kept).success && !photosValue.safeParse(kept).success;
    return mayAnswer({ status, questionId, isAnswered: kept !== undefined && isLasting, returnedIds });
  };
}

/** The items of the programme: what is there, mended yet or not, and what is missing. Nothing when it asks no more than the request. */
export function listDetails(application: Application): FormItem[] {
  const details = findProgramme(application.programme)?.details;
  const filled = fillDetails(application, { isAll: true });
  return details === undefined || filled === undefined
    ? []
    : listItems({ ...filled, form: details, answers: filled.allAnswers });
}

export type DetailsCounts = { answered: number; total: number; missing: number; returned: number };

/** How many items are there, are missing, and came back and wait. */
export function countDetails(application: Application): DetailsCounts {
  const items = listDetails(application);
  const missing = items.filter(({ isMissing }) => isMissing).length;
  const returned = fillDetails(application)?.returned.filter(({ isOpen }) => isOpen).length ?? 0;
  return { answered: items.length - missing, total: items.length, missing, returned };
}
