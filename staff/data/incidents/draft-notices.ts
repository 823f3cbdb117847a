import { LEGAL_TERMS } from '../../../core/people-data/legal-terms.ts';
import { toOfficeTime } from '../../../core/schedule/sending-hours.ts';
import { wordsFor } from '../../../locales/words.ts';
import type { Incident } from '../../../records/incidents.ts';

export type Notices = { authority: string; people: string };

/**
 * What the authority and the people would be told, as drafts for officers to complete and check; nothing is ever sent from
 * here. Only what the report holds is in them: what nobody entered is left open, marked by dots.
 */
export function draftNotices(incident: Incident, { centre }: { centre: string }): Notices {
  // Both go out in Vietnamese, whatever the officer's page speaks.
  const { t, word } = wordsFor('vi');
  const { document, article } = LEGAL_TERMS.incident;
  const values = {
    ...{ centre, document, article, what: incident.what, count: incident.affectedIds.length },
    kinds: incident.kinds.map((kind) => word(`console-data:leaked.${kind}`).toLocaleLowerCase('vi')).join(', '),
    channel: incident.channel ?? t('console-data:notice.anyChannel'),
    from: sayAt(incident.fromAt),
    to: sayAt(incident.toAt),
    discovered: sayAt(incident.discoveredAt),
    reportBy: sayAt(incident.reportBy),
  };
  const mark = t(incident.isDrill ? 'console-data:notice.drillMark' : 'console-data:notice.draftMark');
  return {
    authority: `${mark}\n\n${t('console-data:notice.authority', values)}`,
    people: `${mark}\n\n${t('console-data:notice.people', values)}`,
  };
}

function sayAt(at: Date): string {
  const { day, month, year, hour, minute } = toOfficeTime(at);
  return `${hour}:${String(minute).padStart(2, '0')} ${day}/${month}/${year}`;
}
