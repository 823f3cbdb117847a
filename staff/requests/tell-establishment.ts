import { establishmentName } from '../../core/programmes/establishment.ts';
import { say } from '../../locales/say.ts';
import { capitalize } from '../../locales/say-time.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import { findEstablishmentProfile } from '../../records/establishment-profile.ts';
import type { RequestDetail } from '../../records/request-detail.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** For whom a request is: its name, who acts for it and since when, its other requests, whether a woman owns it; null while that is not known. */
export async function tellEstablishment(
  { db }: Pick<StaffDeps, 'db'>,
  { id, establishmentId }: Pick<RequestDetail, 'id' | 'establishmentId'>,
  locale: Locale,
) {
  if (establishmentId === undefined) return null;
  const profile = await findEstablishmentProfile(db, { id: establishmentId, exceptRequestId: id });
  if (profile === undefined) return null;
  const words = wordsFor(locale);
  const values = Object.fromEntries(Object.entries(profile.answers).map(([question, { value }]) => [question, value]));
  return {
    id: profile.id,
    name: capitalize(say(words, locale, establishmentName(values))),
    members: profile.members.map(({ personId, displayName, role, consent, joinedAt }) => ({
      personId,
      name: displayName,
      role: words.word(`members:role.${role}`),
      consent: consent === null ? null : words.word(`console-establishment:consent.${consent}`),
      joinedAt,
    })),
    requests: profile.requests,
    womanOwned: profile.womanOwned,
  };
}
