import { CHOICE_IDS } from '../../core/announcements/choices.ts';
import { isNewsTopic } from '../../core/announcements/topics.ts';
import { AppError } from '../../core/app-error.ts';
import type { Locale } from '../../locales/words.ts';
import { type AnnouncementView, findAnnouncement } from '../../records/announcement-list.ts';
import { addAuditEntry, addReadAudit } from '../../records/audit.ts';
import { readCallsAhead } from '../../records/calls-ahead.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { wordsToSay } from './call-sheet.ts';
import { byCommune } from './calls-by-commune.ts';
import { type CallsFile, callsWorkbook } from './calls-workbook.ts';
import { previewAnnouncement } from './preview-announcement.ts';
import { readZaloMonth, ZALO } from './zalo-month.ts';

type Deps = Pick<StaffDeps, 'db' | 'clock' | 'ids' | 'zalo' | 'calendar' | 'publicUrl'>;

type Asked = { id: string; officerId: string };

/**
 * Whom an announcement would not reach if it left now, by commune, with their phones: who looks is written down. It is as
 * things stand: by the time it leaves, others may have written, and replies may have taken of the month. Throws `not-found`,
 * and `announcement.not-allowed` once its messages are being written down: then the call sheet tells.
 */
export async function describeCallsAhead(deps: Deps, { id, officerId }: Asked) {
  const { announcement, people, now } = await readAhead(deps, id);
  const look = { actorId: officerId, subjectKind: 'Announcement', subjectId: id };
  await addReadAudit(deps.db, { id: deps.ids.next(), now, action: 'announcement.calls-foreseen', ...look });
  return { text: wordsToSay(announcement), state: announcement.state, communes: byCommune(people), now };
}

/** The same as a workbook for who calls; that it was taken along is written down each time. Throws the same. */
export async function callsAheadWorkbook(
  deps: Deps,
  { id, officerId, locale }: Asked & { locale: Locale },
): Promise<CallsFile> {
  const { people, now } = await readAhead(deps, id);
  await addAuditEntry(deps.db, {
    ...{ id: deps.ids.next(), now, actorId: officerId, action: 'announcement.calls-ahead-exported' },
    ...{ subjectKind: 'Announcement', subjectId: id, data: { people: people.length } },
  });
  return callsWorkbook(people, { which: 'ahead', locale, now });
}

async function readAhead(deps: Deps, id: string) {
  const { db, clock } = deps;
  const now = clock.now();
  const announcement = await findAnnouncement(db, { id, now });
  if (announcement === undefined) throw new AppError('not-found');
  if (!['draft', 'asked', 'held'].includes(announcement.state)) throw new AppError('announcement.not-allowed');
  const month = await readZaloMonth(deps, announcement);
  const { previews } = previewAnnouncement(messageOf(announcement), deps);
  const parts = previews.find(({ channel }) => channel === ZALO)?.parts.length ?? 1;
  const room = month === null ? undefined : { channel: ZALO, people: Math.floor(month.room / parts) };
  return { announcement, people: await readCallsAhead(db, { ...announcement, room }), now };
}

const messageOf = ({ text, topic, choices, picture }: AnnouncementView): Parameters<typeof previewAnnouncement>[0] => ({
  ...{ text, topic: isNewsTopic(topic) ? topic : 'general' },
  choices: CHOICE_IDS.filter((choice) => choices.includes(choice)),
  ...(picture && { picture }),
});
