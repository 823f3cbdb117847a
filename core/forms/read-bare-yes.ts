import { foldPhrase } from '../text/fold.ts';
import { saysBareYes } from './fields/choice-field.ts';
import { saysNotKnown } from './fields/not-known.ts';
import type { Question } from './form.ts';
import type { Pending } from './form-state.ts';

/** A yes said again where its way was asked, or that it is not known: it counts, and that the way was not told is kept. */
export function readBareYes({ field }: Question, { options }: Pending, text: string): string | undefined {
  const bareYes = field.kind === 'choice' ? field.bareYes : undefined;
  if (bareYes === undefined || !options.some(({ value }) => value === bareYes.unsaid)) return undefined;
  return saysBareYes(bareYes, foldPhrase(text)) || saysNotKnown(text) ? bareYes.unsaid : undefined;
}
