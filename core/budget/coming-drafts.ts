import { type DraftNotice, type DraftReminder, decideDraftStep } from '../schedule/draft-life.ts';
import { atOfficeHour, SENDING_HOURS, toOfficeTime } from '../schedule/sending-hours.ts';

/** The words about a draft that are to come before `until` if nobody touches it, looked at each morning from `now` on. */
export function comingDraftWords({
  touchedAt,
  notices,
  now,
  until,
}: {
  touchedAt: Date;
  notices: readonly DraftNotice[];
  now: Date;
  until: Date;
}): { which: DraftReminder | 'ending'; at: Date; endsAt: Date }[] {
  const told = [...notices];
  const words: { which: DraftReminder | 'ending'; at: Date; endsAt: Date }[] = [];
  for (let at = now; at < until; at = nextMorning(at)) {
    const step = decideDraftStep({ touchedAt, notices: told, canBeTold: true, now: at });
    if (step.kind === 'end') break;
    if (step.kind === 'nothing') continue;
    const which = step.kind === 'remind' ? step.which : 'ending';
    told.push({ which, at });
    words.push({ which, at, endsAt: step.endsAt });
  }
  return words;
}

function nextMorning(instant: Date): Date {
  return atOfficeHour(toOfficeTime(instant).toPlainDate().add({ days: 1 }), SENDING_HOURS.firstHour);
}
