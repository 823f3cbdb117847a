import * as z from 'zod';
import { AppError } from '../app-error.ts';
import { FUNDS, type Fund } from '../applications/project-data.ts';
import type { Cell } from './count-measure.ts';
import type { ReportFact } from './fact.ts';
import { countOne } from './make-report.ts';
import { MEASURE_KEYS, type MeasureKey } from './measures.ts';
import shipped from './shipped-targets.json' with { type: 'json' };

const year = z.int().min(2000).max(2100);
const amount = z.int().positive();
const words = z.string().max(300);

/** What a programme or a plan sets out to reach in some years (chỉ tiêu). Money in whole đồng. */
export const reportTarget = z.object({
  /** As the document has it: "Mô hình trình diễn kỹ thuật". */
  name: words.min(1),
  measure: z.enum(MEASURE_KEYS),
  /** Only of this kind of support. */
  programme: z.string().max(60).optional(),
  fund: z.enum(FUNDS).optional(),
  /** Both included. */
  fromYear: year,
  toYear: year,
  value: amount,
  /** Where the document says "1 to 2". */
  mostValue: amount.optional(),
  /** What makes up the whole: as many as the document names, together the value exactly. */
  parts: z
    .array(z.object({ name: words.min(1), value: amount, fund: z.enum(FUNDS).optional() }))
    .max(12)
    .default([]),
  document: words.min(1),
  certainty: z.enum(['verified', 'verified-old', 'secondary', 'recalled', 'officer']),
  note: words.default(''),
});
export type ReportTarget = z.infer<typeof reportTarget>;

/** A target that is shipped, of one province. `id` is for ever: an office's own with the same id stands in its place. */
export type ShippedTarget = ReportTarget & { id: string; provinceCode: string };

export const SHIPPED_TARGETS: readonly ShippedTarget[] = z
  .array(reportTarget.extend({ id: z.string(), provinceCode: z.string() }))
  .parse(shipped.targets);

/**
 * Throws `report.target-years` (from, to) when it ends before it begins, `report.target-range` when its upper end is not above
 * its value, and `report.target-parts` (value, sum) when its parts do not make up the whole.
 */
export function checkTarget({ fromYear, toYear, value, mostValue, parts }: ReportTarget): void {
  if (toYear < fromYear) throw new AppError('report.target-years', { from: fromYear, to: toYear });
  if (mostValue !== undefined && mostValue <= value) throw new AppError('report.target-range', { value, mostValue });
  const sum = parts.reduce((total, part) => total + part.value, 0);
  if (parts.length > 0 && sum !== value) throw new AppError('report.target-parts', { value, sum });
}

/** How much of a target is reached, and of each part that names a fund. `percent` of its value, to one decimal, cut off. */
export type TargetProgress = Cell & { percent: number; parts: ((Cell & { percent: number }) | null)[] };

/** Money of both sources by the source itself; a project may have some of each. */
const OF_SOURCE: Partial<Record<MeasureKey, Record<Fund, MeasureKey>>> = {
  supportVnd: { national: 'nationalVnd', local: 'localVnd' },
  paidSupportVnd: { national: 'paidNationalVnd', local: 'paidLocalVnd' },
};

/**
 * What the same report of these years would show. Of a fund, money is that of this source, whatever fund its project was proposed
 * for, so that its parts make up the whole; all else is that of the projects proposed for it.
 */
export function progressOf(target: ReportTarget, facts: readonly ReportFact[]): TargetProgress {
  const { measure, fromYear, toYear, programme, fund: fundOfAll, value, parts } = target;
  const count = (fund: Fund | undefined): Cell => {
    const ofSource = fund === undefined ? undefined : OF_SOURCE[measure]?.[fund];
    const filter = { fromYear, toYear, programme };
    return ofSource === undefined ? countOne(facts, measure, { ...filter, fund }) : countOne(facts, ofSource, filter);
  };
  const reach = (cell: Cell, whole: number) => ({ ...cell, percent: Math.floor((cell.value / whole) * 1000) / 10 });
  return {
    ...reach(count(fundOfAll), value),
    parts: parts.map((part) => (part.fund === undefined ? null : reach(count(part.fund), part.value))),
  };
}
