import type { FormState } from './form-state.ts';
import type { AnswerValue } from './values.ts';

const OF_ONE_PLACE = new Set(['register:confirm.place', 'register:confirm.placeRenamed']);

/** The one commune that is asked back: of an old name, of one far away or typed with a slip. Whoever goes on has agreed to it. */
export function findPlaceAskedBack(pending: FormState['pending']): { value: AnswerValue; raw: string } | undefined {
  const about = pending?.about;
  const [asked] = pending?.options ?? [];
  if (pending?.kind !== 'confirm' || asked === undefined || typeof about !== 'object') return undefined;
  return OF_ONE_PLACE.has(about.key) ? { value: asked.value, raw: pending.raw } : undefined;
}
