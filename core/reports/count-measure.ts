import type { ReportCounts, ReportFact, ReportMoney } from './fact.ts';
import { MEASURES, type Measure, type MeasureKey } from './measures.ts';

/**
 * A number of a report. `unknown`: how many more projects (of a sum), establishments or requests (of a count of
 * establishments) would count here if what is asked of them were known; nothing is guessed for them.
 */
export type Cell = { value: number; unknown: number };
export type Cells = Record<MeasureKey, Cell>;

/** Counts what was found to count for a measure. */
export function countMeasure(counted: readonly ReportFact[], key: MeasureKey): Cell {
  const measure: Measure = MEASURES[key];
  switch (measure.how) {
    case 'count':
      return { value: counted.length, unknown: 0 };
    case 'sum':
      return sum(counted, measure.of);
    case 'distinct':
      return distinct(counted, measure.onlyWomanOwned === true);
  }
}

function sum(counted: readonly ReportFact[], parts: readonly (keyof ReportMoney | keyof ReportCounts)[]): Cell {
  const cell = { value: 0, unknown: 0 };
  for (const { project, counts } of counted) {
    const known: Partial<ReportMoney & ReportCounts> = { ...project, ...counts };
    const values = parts.flatMap((part) => known[part] ?? []);
    for (const value of values) cell.value += value;
    if (values.length < parts.length) cell.unknown += 1;
  }
  return cell;
}

function distinct(counted: readonly ReportFact[], onlyWomanOwned: boolean): Cell {
  const [yes, unknown] = [new Set<string>(), new Set<string>()];
  for (const { id, establishmentId, womanOwned } of counted) {
    if (establishmentId === null) unknown.add(`request ${id}`);
    else if (!onlyWomanOwned || womanOwned === true) yes.add(establishmentId);
    else if (womanOwned === null) unknown.add(establishmentId);
  }
  return { value: yes.size, unknown: unknown.size };
}
