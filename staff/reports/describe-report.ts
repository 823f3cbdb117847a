import type { Cell } from '../../core/reports/count-measure.ts';
import type { ReportFact } from '../../core/reports/fact.ts';
import { makeReport, type Report } from '../../core/reports/make-report.ts';
import { MEASURE_KEYS, MEASURES, type Measure, type MeasureKey } from '../../core/reports/measures.ts';
import { type Locale, type Words, wordsFor } from '../../locales/words.ts';
import { readReportFacts } from '../../records/report-facts.ts';
import type { StaffDeps } from '../staff-deps.ts';
import type { ReportAsked } from './report-query.ts';
import { rowPlace, rowWords } from './row-words.ts';

/** A report in words: its rows, each number's definition beside it, and what else there is to choose. */
export async function describeReport(
  { db, clock }: Pick<StaffDeps, 'db' | 'clock'>,
  { by, filter, locale }: ReportAsked & { locale: Locale },
) {
  const { facts, communes } = await readReportFacts(db);
  const report = makeReport({ facts, by, filter });
  const words = wordsFor(locale);
  const rows = report.rows
    .map(({ key, cells }) => ({ key, label: rowWords(by, key, { words, communes }), cells }))
    .toSorted((one, other) => {
      const [first, second] = [rowPlace(by, one.key), rowPlace(by, other.key)];
      return first === second ? one.label.localeCompare(other.label, 'vi') : first - second;
    });
  return {
    ...{ by, rows, total: report.total },
    columns: MEASURE_KEYS.map((key) => describeColumn(key, report, words)),
    choices: choicesIn(facts, { words, communes }),
    now: clock.now(),
  };
}

function describeColumn(key: MeasureKey, { severalRows, total, rows }: Report, words: Words) {
  const { unit, how }: Measure = MEASURES[key];
  const more = severalRows[key];
  const sum = rows.reduce((added, { cells }) => added + cells[key].value, 0);
  return {
    ...{ key, unit, how },
    name: words.t(`reports:measure.${key}.name`),
    definition: words.t(`reports:measure.${key}.definition`),
    unitName: words.t(`reports:unit.${unit}`),
    /** Why its rows add up to more than its total. */
    several: more === undefined ? null : words.t('reports:severalRows', { sum, more }),
    /** What is missing in its total. */
    missing: missingWords(total[key], unit, words),
  };
}

/** "2 cơ sở chưa biết"; null where nothing is missing. */
export function missingWords({ unknown }: Cell, unit: Measure['unit'], { word }: Words): string | null {
  return unknown === 0 ? null : word(`reports:unknownOf.${unit}`, { count: unknown });
}

/** What the requests themselves have, whatever is chosen now. */
function choicesIn(
  facts: readonly ReportFact[],
  { words, communes }: { words: Words; communes: ReadonlyMap<string, string> },
) {
  const years = facts.flatMap(({ sentYear, project }) => [sentYear, ...(project === null ? [] : [project.planYear])]);
  const named = (by: 'programme' | 'commune' | 'sector', ids: (string | null)[]) =>
    [...new Set(ids)]
      .flatMap((id) => (id === null ? [] : [{ id, name: rowWords(by, id, { words, communes }) }]))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'vi'));
  return {
    years: [...new Set(years)].toSorted((one, other) => one - other),
    programmes: named(
      'programme',
      facts.map(({ programme }) => programme),
    ),
    communes: named(
      'commune',
      facts.map(({ communeCode }) => communeCode),
    ),
    sectors: named(
      'sector',
      facts.map(({ sector }) => sector),
    ),
  };
}
