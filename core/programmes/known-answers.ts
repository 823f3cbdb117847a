import { type Answers, fittingAnswers } from '../forms/values.ts';
import type { Programme } from './programme.ts';

/** All that a dossier tells, by the questions of its request and of what is completed later. */
export function knownAnswers({ form, details }: Programme, kept: Readonly<Record<string, unknown>>): Answers {
  return { ...fittingAnswers(form, kept), ...(details && fittingAnswers(details, kept)) };
}
