import type { Readable } from 'node:stream';
import { AppError } from '../../core/app-error.ts';
import { officeDay } from '../../core/time.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import { type AnnouncementView, findAnnouncement } from '../../records/announcement-list.ts';
import { addAuditEntry, addReadAudit } from '../../records/audit.ts';
import { readCallSheet, type ToCall } from '../../records/call-sheet.ts';
import type { Cell } from '../papers/workbook/cell.ts';
import { writeWorkbook } from '../papers/workbook/write-workbook.ts';
import type { StaffDeps } from '../staff-deps.ts';

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
): Promise<{ file: Readable; fileName: string }> {
  const { sheet, now } = await readSheet(deps, id);
  const { t } = wordsFor(locale);
  await addAuditEntry(deps.db, {
    ...{ id: deps.ids.next(), now, actorId: officerId, action: 'announcement.calls-exported' },
    ...{ subjectKind: 'Announcement', subjectId: id, data: { people: sheet.people.length } },
  });
  const widths = { commune: 26, name: 26, establishment: 32, phone: 16, why: 34, called: 12, note: 30 };
  const titles = Object.entries(widths) as [keyof typeof widths, number][];
  const rowOf = (one: ToCall): Cell[] => [
    ...[placeOf(one), one.name, one.establishment, one.phone].map(text),
    text(t(`console-announce:calls.why.${one.why}`)),
  ];
  const rows = listed(sheet.people.map(rowOf));
  const columns = titles.map(([key, width]) => ({ title: t(`console-announce:calls.column.${key}`), width }));
  const file = writeWorkbook([{ name: t('console-announce:calls.sheet'), open: () => ({ columns, rows }) }], { now });
  return { file, fileName: t('console-announce:calls.fileName', { day: officeDay(now) }) };
}

async function readSheet({ db, clock }: Deps, id: string) {
  const now = clock.now();
  const announcement = await findAnnouncement(db, { id, now });
  if (announcement === undefined) throw new AppError('not-found');
  return { announcement, sheet: await readCallSheet(db, announcement), now };
}

type Place = { commune: string; province: string };
type Commune<One extends Place> = { place: string; people: Omit<One, keyof Place>[] };

/** In the order in which they come: by the name of the commune, those of whom none is known first. */
export function byCommune<One extends Place>(people: One[]): Commune<One>[] {
  const groups = new Map<string, Commune<One>>();
  for (const one of people) {
    const place = placeOf(one);
    const { commune: _, province: __, ...rest } = one;
    const group = groups.get(place) ?? { place, people: [] };
    groups.set(place, group);
    group.people.push(rest);
  }
  return [...groups.values()];
}

const placeOf = ({ commune, province }: Place): string => [commune, province].filter(Boolean).join(', ');

const text = (words: string): Cell => (words === '' ? undefined : { kind: 'text', text: words });

async function* listed(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  yield* rows;
}
