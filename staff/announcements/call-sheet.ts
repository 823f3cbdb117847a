import { AppError } from '../../core/app-error.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import { type AnnouncementView, findAnnouncement } from '../../records/announcement-list.ts';
import { addAuditEntry, addReadAudit } from '../../records/audit.ts';
import { readCallSheet } from '../../records/call-sheet.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { byCommune } from './calls-by-commune.ts';
import { type CallsFile, callsWorkbook } from './calls-workbook.ts';

type Deps = Pick<StaffDeps, 'db' | 'clock' | 'ids'>;
type Asked = { id: string; officerId: string };

/** Those whom an announcement did not reach, by commune, with their phones: who looks is written down. Throws `not-found`. */
export async function describeCallSheet(deps: Deps, { id, officerId }: Asked) {
  const { announcement, sheet, now } = await readSheet(deps, id);
  const look = { actorId: officerId, action: 'announcement.calls-read', subjectKind: 'Announcement', subjectId: id };
  await addReadAudit(deps.db, { id: deps.ids.next(), now, ...look });
  const { people, ...counts } = sheet;
  return { text: wordsToSay(announcement), state: announcement.state, ...counts, communes: byCommune(people), now };
}

/** What a caller says: of a picture, what it shows. */
export function wordsToSay({ text: words, picture }: Pick<AnnouncementView, 'text' | 'picture'>): string {
  return picture === null ? words : `${wordsFor('vi').t('news:picture', { alt: picture.alt })}\n\n${words}`;
}

/** The same as a workbook for who calls; that it was taken along is written down each time. */
export async function callSheetWorkbook(
  deps: Deps,
  { id, officerId, locale }: Asked & { locale: Locale },
): Promise<CallsFile> {
  const { sheet, now } = await readSheet(deps, id);
  await addAuditEntry(deps.db, {
    ...{ id: deps.ids.next(), now, actorId: officerId, action: 'announcement.calls-exported' },
    ...{ subjectKind: 'Announcement', subjectId: id, data: { people: sheet.people.length } },
  });
  return callsWorkbook(sheet.people, { which: 'missed', locale, now });
}

async function readSheet({ db, clock }: Deps, id: string) {
  const now = clock.now();
  const announcement = await findAnnouncement(db, { id, now });
  if (announcement === undefined) throw new AppError('not-found');
  return { announcement, sheet: await readCallSheet(db, announcement), now };
}
