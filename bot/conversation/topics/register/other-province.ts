import type { FormStep } from '../../../../core/forms/form-step.ts';
import { inSentence } from '../../../../core/forms/saying.ts';
import { placeValue } from '../../../../core/forms/values.ts';
import type { Turn } from '../../topic.ts';

/** A place outside the province of this centre is kept, and said to be outside. */
export function withOtherProvince({ centre, places }: Turn, step: FormStep): FormStep {
  const told = step.changes.find(({ questionId }) => questionId === 'commune');
  const place = placeValue.safeParse(told?.value).data;
  const own = places.findProvince(centre.provinceCode);
  if (place === undefined || own === undefined || place.provinceCode === own.code) return step;
  const values = { own: inSentence(own.name), province: inSentence(place.province) };
  return { ...step, said: [...step.said, { key: 'register:otherProvince', values }] };
}
