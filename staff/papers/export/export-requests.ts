import type { Readable } from 'node:stream';
import { advise } from '../../../core/programmes/advise.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { officeDay } from '../../../core/time.ts';
import { type Locale, wordsFor } from '../../../locales/words.ts';
import { addAuditEntry } from '../../../records/audit.ts';
import { findCentre } from '../../../records/centre.ts';
import {
  listRequestIds,
  type RequestFilter,
  type RequestListItem,
  readRequests,
} from '../../../records/request-list.ts';
import { putAdvice } from '../../requests/tell-advice.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import { paced } from '../paced.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
import { requestSheets } from './request-sheets.ts';
import type { Judge } from './shared-columns.ts';

const PAGE_ROWS = 50;

type Options = { filter: RequestFilter; officerId: string; locale: Locale };
type Deps = Pick<StaffDeps, 'db' | 'clock' | 'ids' | 'library'>;

/**
 * The requests of a list as a workbook, and who took them along is written down before the first of them leaves. Which
 * they are is settled at the beginning; each is read when its row is written, a page at a time.
 */
export async function exportRequests(
  deps: Deps,
  { filter, officerId, locale }: Options,
): Promise<{ file: Readable; fileName: string; count: number }> {
  const { db, clock, ids } = deps;
  const now = clock.now();
  const heads = await listRequestIds(db, filter);
  await addAuditEntry(db, {
    ...{ id: ids.next(), now, actorId: officerId },
    ...{ action: 'requests.exported', subjectKind: 'RequestList', subjectId: filter.status ?? 'all' },
    // What was looked for may be somebody's name, so only that something was.
    data: { count: heads.length, isMine: filter.holderId !== undefined, isSearch: (filter.query ?? '') !== '' },
  });
  const speaker = { words: wordsFor(locale), locale };
  const read = (wanted: string[]) => paced(readInPages(deps, wanted));
  const province = (await findCentre(db))?.provinceCode;
  const judge = makeJudge(deps, { date: officeDay(now), locale, province });
  const sheets = requestSheets({ heads, read, judge }, speaker);
  const fileName = speaker.words.t('papers:export.fileName', { day: officeDay(now) });
  return { file: writeWorkbook(sheets, { now }), fileName, count: heads.length };
}

async function* readInPages({ db }: Pick<Deps, 'db'>, ids: string[]): AsyncGenerator<RequestListItem> {
  for (let from = 0; from < ids.length; from += PAGE_ROWS) {
    yield* await readRequests(db, ids.slice(from, from + PAGE_ROWS));
  }
}

type Judging = { date: string; locale: Locale; province: string | undefined };

/** By the rules and rates of one moment for all rows. */
function makeJudge({ library }: Pick<Deps, 'library'>, { date, locale, province }: Judging): Judge {
  const current = library.current();
  return ({ programme: id, status, answers }) => {
    const programme = findProgramme(id);
    if (programme === undefined || status === 'erased') return undefined;
    const kept = Object.fromEntries(Object.entries(answers).map(([question, { value }]) => [question, value]));
    const advice = advise(current.knowledge, { programme, kept, date, province });
    return putAdvice({ library: { current: () => current } }, advice, locale);
  };
}
