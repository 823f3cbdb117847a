import * as z from 'zod';
import type { RateRecord } from '../answers/rate.ts';
import shipped from './advance-caps.json' with { type: 'json' };
import type { Fund } from './project-data.ts';

const capRule = z.object({
  programmes: z.array(z.string()).min(1),
  /** Of what was approved. */
  percent: z.int().min(1).max(100),
  /** When it may be paid: once the work done is worth more than 70% of the whole capital, or after the inspection. */
  case: z.enum(['work-over-70', 'inspected']).optional(),
  document: z.string().min(1),
  article: z.string().min(1),
  certainty: z.enum(['verified', 'verified-old', 'secondary', 'recalled', 'officer']),
});

const RULES = z.array(capRule).parse(shipped);

/** How much of an approved support may be advanced from a fund, in which case, and where that stands. */
export type AdvanceCap = Pick<z.infer<typeof capRule>, 'percent' | 'case' | 'document' | 'certainty'> & {
  fund: Fund;
  article?: string;
};

/**
 * The caps that are known: of the national fund that of the kind of support (Thông tư 36/2013/TT-BCT, Điều 13: facts 3.3), else
 * the general one of the rates; of the local fund what an officer entered for the province. The law was amended since and this
 * is not compared with it, so nothing is refused by it. `date`: ISO.
 */
export function findAdvanceCaps(
  rates: readonly RateRecord[],
  { programme, date, province }: { programme: string; date: string; province: string | undefined },
): AdvanceCap[] {
  const own = RULES.find(({ programmes }) => programmes.includes(programme));
  const general = rates.filter(
    ({ kind, scope, effectiveFrom = date, effectiveTo = date, ...rate }) =>
      kind === 'advance' &&
      effectiveFrom <= date &&
      date <= effectiveTo &&
      (scope === 'national' ? own === undefined : province !== undefined && rate.province === province),
  );
  return [
    ...(own === undefined ? [] : [toCap('national', own)]),
    ...general.flatMap(({ scope, percent, ...rate }) =>
      percent === undefined ? [] : [toCap(scope, { ...rate, percent })],
    ),
  ];
}

function toCap(fund: Fund, { percent, document, article, certainty, ...rule }: Omit<AdvanceCap, 'fund'>): AdvanceCap {
  return { fund, percent, case: rule.case, document, article, certainty };
}
