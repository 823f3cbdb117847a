import { SOON_DAYS } from '../../core/schedule/certificate-reminders.ts';
import { officeDay } from '../../core/time.ts';
import type { Locale } from '../../locales/words.ts';
import { listEndingCertificates } from '../../records/certificates.ts';
import { findWholeEstablishment } from '../../records/whole-establishment.ts';
import { nameOf, tellAnswer } from '../establishments/tell-profile.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** Certificates that end within `SOON_DAYS` days, each with whose it is; those of the sample centre are left out. */
export async function describeEnding({ db, clock }: Pick<StaffDeps, 'db' | 'clock'>, locale: Locale) {
  const from = officeDay(clock.now());
  const to = Temporal.PlainDate.from(from).add({ days: SOON_DAYS }).toString();
  const told = [];
  for (const { id, establishmentId, product, level, number, validUntil } of await listEndingCertificates(db, {
    from,
    to,
  })) {
    const establishment = await findWholeEstablishment(db, establishmentId);
    if (establishment === undefined || establishment.isSample) continue;
    const { answers } = establishment;
    told.push({
      ...{ id, establishmentId, product, level, number, validUntil },
      name: nameOf(answers, locale),
      place: tellAnswer(answers, 'commune', locale),
    });
  }
  return told;
}
