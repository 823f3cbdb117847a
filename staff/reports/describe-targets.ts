import { PROGRAMMES } from '../../core/programmes/programmes.ts';
import { MEASURE_KEYS, MEASURES, type Measure } from '../../core/reports/measures.ts';
import { progressOf, type ReportTarget, SHIPPED_TARGETS } from '../../core/reports/target.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import { findCentre } from '../../records/centre.ts';
import { readReportFacts } from '../../records/report-facts.ts';
import { type KeptTarget, listReportTargets } from '../../records/report-targets.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { missingWords } from './describe-report.ts';
import { rowWords } from './row-words.ts';

type Standing = { id: string; version: number; target: ReportTarget; isShipped: boolean; history: KeptTarget[] };

/**
 * The targets that stand: those that are shipped for the province of the centre, unless the office put its own in their place, and
 * the office's own; each with what is reached of it. `removed`: what the office took away, with what it was.
 */
export async function describeTargets({ db }: Pick<StaffDeps, 'db'>, locale: Locale) {
  const words = wordsFor(locale);
  const { standing, removed } = await readTargets({ db });
  const { facts, communes } = await readReportFacts(db);
  const targets = standing.map(({ target, history, ...each }) => {
    const { unit }: Measure = MEASURES[target.measure];
    const reached = progressOf(target, facts);
    return {
      ...{ ...each, target, reached, unit },
      unitName: words.t(`reports:unit.${unit}`),
      measureName: words.t(`reports:measure.${target.measure}.name`),
      definition: words.t(`reports:measure.${target.measure}.definition`),
      programmeName:
        target.programme === undefined ? null : rowWords('programme', target.programme, { words, communes }),
      certaintyName: words.t(`reports:certainty.${target.certainty}`),
      missing: missingWords(reached, unit, words),
      /** What the office said before, the newest first. */
      history: history.map(({ version, keptBy, keptAt }) => ({ version, keptBy, keptAt })),
    };
  });
  return {
    ...{ targets, removed },
    measures: MEASURE_KEYS.map((key) => {
      const { unit }: Measure = MEASURES[key];
      const unitName = words.t(`reports:unit.${unit}`);
      return { key, unit, unitName, name: words.t(`reports:measure.${key}.name`) };
    }),
    programmes: PROGRAMMES.filter(({ details }) => details !== undefined).map(({ id }) => ({
      ...{ id, name: rowWords('programme', id, { words, communes }) },
    })),
  };
}

/** What stands, the earliest years first, and what the office took away. */
async function readTargets({ db }: Pick<StaffDeps, 'db'>) {
  const provinceCode = (await findCentre(db))?.provinceCode;
  const kept = Map.groupBy(await listReportTargets(db), ({ id }) => id);
  const standing: Standing[] = SHIPPED_TARGETS.filter((each) => each.provinceCode === provinceCode).map(
    ({ id, provinceCode: _, ...target }) => ({ ...{ id, target }, version: 0, isShipped: true, history: [] }),
  );
  const removed: { id: string; version: number; target: ReportTarget; keptBy: string | null; keptAt: Date }[] = [];
  for (const [id, history] of kept) {
    const [newest, before] = history;
    if (newest === undefined) continue;
    const own = { id, version: newest.version, history };
    const at = standing.findIndex((each) => each.id === id);
    const shipped = standing[at];
    if (newest.target !== null) {
      const put = { ...own, target: newest.target, isShipped: false };
      if (shipped === undefined) standing.push(put);
      else standing[at] = put;
    } else if (shipped !== undefined) {
      // Without the office's own the shipped one stands again.
      standing[at] = { ...shipped, ...own };
    } else if (before?.target) {
      const { version, keptBy, keptAt } = newest;
      removed.push({ id, version, keptBy, keptAt, target: before.target });
    }
  }
  return { standing: standing.toSorted((one, other) => one.target.fromYear - other.target.fromYear), removed };
}
