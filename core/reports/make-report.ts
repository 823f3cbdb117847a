import type { Fund } from '../applications/project-data.ts';
import type { ApplicationStatus } from '../applications/status.ts';
import { type Cell, type Cells, countMeasure } from './count-measure.ts';
import type { ReportFact } from './fact.ts';
import { MEASURE_KEYS, MEASURES, type MeasureKey, yearFor } from './measures.ts';

/** By what the rows of a report are told apart. */
export const DIMENSIONS = ['year', 'programme', 'commune', 'sector', 'fund', 'status', 'womanOwned'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What is counted at all. Null asks for what nobody has told. Years: by the year in which each measure counts, both included. */
export type ReportFilter = {
  fromYear?: number;
  toYear?: number;
  /** Null: of no plan. */
  fund?: Fund | null;
  programme?: string;
  status?: ApplicationStatus;
  communeCode?: string | null;
  sector?: string | null;
  womanOwned?: boolean | null;
};

/** `key`: the year, the id, the code; null: what nobody has told, or of the fund: in no plan. */
export type ReportRow = { key: string | null; cells: Cells };

/**
 * `total` is counted from the same requests as the rows. What is counted or summed adds up to it exactly. An establishment
 * stands in each row in which it has something, and once in the total: `severalRows` tells, by measure, how much more its rows
 * add up to than the total; without an entry they add up.
 */
export type Report = {
  by: Dimension;
  rows: ReportRow[];
  total: Cells;
  severalRows: Partial<Record<MeasureKey, number>>;
};

/** A report of the requests that a filter lets through: rows in the order of their keys, what is not known last. */
export function makeReport({
  facts,
  by,
  filter = {},
}: {
  facts: readonly ReportFact[];
  by: Dimension;
  filter?: ReportFilter;
}): Report {
  const wanted = facts.filter((fact) => passes(fact, filter));
  const counted = byMeasure((measure) => countedFor(wanted, measure, filter));
  const groups = byMeasure((measure) => Map.groupBy(counted[measure], (each) => keyOf(each, by)));
  const keys = new Set(MEASURE_KEYS.flatMap((measure) => [...groups[measure].keys()]));
  const rows = [...keys].toSorted(nullLast).map((key) => ({
    key,
    cells: byMeasure((measure) => countMeasure(groups[measure].get(key)?.map(({ fact }) => fact) ?? [], measure)),
  }));
  const total = byMeasure((measure) =>
    countMeasure(
      counted[measure].map(({ fact }) => fact),
      measure,
    ),
  );
  return { by, rows, total, severalRows: severalRows(rows, total) };
}

/** One number of a report by itself. */
export function countOne(facts: readonly ReportFact[], measure: MeasureKey, filter: ReportFilter = {}): Cell {
  const wanted = facts.filter((fact) => passes(fact, filter));
  return countMeasure(
    countedFor(wanted, measure, filter).map(({ fact }) => fact),
    measure,
  );
}

type Counted = { fact: ReportFact; year: number };

function countedFor(facts: readonly ReportFact[], measure: MeasureKey, { fromYear, toYear }: ReportFilter): Counted[] {
  return facts.flatMap((fact) => {
    const year = yearFor(fact, MEASURES[measure]);
    if (year === undefined || year < (fromYear ?? year) || year > (toYear ?? year)) return [];
    return [{ fact, year }];
  });
}

function passes(fact: ReportFact, filter: ReportFilter): boolean {
  const isAsked = <Value>(asked: Value | undefined, has: Value): boolean => asked === undefined || asked === has;
  return (
    isAsked(filter.fund, fact.project?.fund ?? null) &&
    isAsked(filter.programme, fact.programme) &&
    isAsked(filter.status, fact.status) &&
    isAsked(filter.communeCode, fact.communeCode) &&
    isAsked(filter.sector, fact.sector) &&
    isAsked(filter.womanOwned, fact.womanOwned)
  );
}

function keyOf({ fact, year }: Counted, by: Dimension): string | null {
  switch (by) {
    case 'year':
      return String(year);
    case 'programme':
      return fact.programme;
    case 'commune':
      return fact.communeCode;
    case 'sector':
      return fact.sector;
    case 'fund':
      return fact.project?.fund ?? null;
    case 'status':
      return fact.status;
    case 'womanOwned':
      return fact.womanOwned === null ? null : String(fact.womanOwned);
  }
}

function severalRows(rows: readonly ReportRow[], total: Cells): Report['severalRows'] {
  return Object.fromEntries(
    MEASURE_KEYS.flatMap((measure) => {
      const more = rows.reduce((sum, { cells }) => sum + cells[measure].value, 0) - total[measure].value;
      return more === 0 ? [] : [[measure, more]];
    }),
  );
}

function byMeasure<Value>(of: (measure: MeasureKey) => Value): Record<MeasureKey, Value> {
  return Object.fromEntries(MEASURE_KEYS.map((measure) => [measure, of(measure)])) as Record<MeasureKey, Value>;
}

function nullLast(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : 1;
}
