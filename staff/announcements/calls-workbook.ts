import type { Readable } from 'node:stream';
import { officeDay } from '../../core/time.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import type { ToCall } from '../../records/call-sheet.ts';
import type { ForeseenCall } from '../../records/calls-ahead.ts';
import type { Cell } from '../papers/workbook/cell.ts';
import { writeWorkbook } from '../papers/workbook/write-workbook.ts';
import { placeOf } from './calls-by-commune.ts';

export type CallsFile = { file: Readable; fileName: string };

const WIDTHS = { commune: 26, name: 26, establishment: 32, phone: 16, why: 34, called: 12, note: 30 };
const COLUMNS = Object.entries(WIDTHS) as [keyof typeof WIDTHS, number][];

/** Whom to phone, as a workbook for who calls: those whom an announcement missed, or will miss. */
export function callsWorkbook(
  people: readonly (ToCall | ForeseenCall)[],
  { which, locale, now }: { which: 'missed' | 'ahead'; locale: Locale; now: Date },
): CallsFile {
  const { t } = wordsFor(locale);
  const rowOf = (one: ToCall | ForeseenCall): Cell[] => [
    ...[placeOf(one), one.name, one.establishment, one.phone].map(text),
    text(t(`console-announce:calls.why.${one.why}`)),
  ];
  const rows = listed(people.map(rowOf));
  const columns = COLUMNS.map(([key, width]) => ({ title: t(`console-announce:calls.column.${key}`), width }));
  const file = writeWorkbook([{ name: t('console-announce:calls.sheet'), open: () => ({ columns, rows }) }], { now });
  return { file, fileName: t(`console-announce:calls.fileName.${which}`, { day: officeDay(now) }) };
}

const text = (words: string): Cell => (words === '' ? undefined : { kind: 'text', text: words });

async function* listed(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  yield* rows;
}
