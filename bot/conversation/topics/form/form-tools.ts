import type { FormTools } from '../../../../core/forms/fields/field-reading.ts';
import { OFFICE_ZONE } from '../../../../core/time.ts';
import { say } from '../../../../locales/say.ts';
import type { Turn } from '../../topic.ts';

/** What reading and saying an answer needs of this turn. */
export function toolsOf({ places, centre, words, person, now }: Turn): FormTools {
  const locale = person.locale === 'en' ? 'en' : 'vi';
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate();
  return { places, nearProvinceCode: centre.provinceCode, today, say: (saying) => say(words, locale, saying) };
}
