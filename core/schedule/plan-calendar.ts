import * as z from 'zod';
import { AppError } from '../app-error.ts';
import { FUNDS } from '../applications/project-data.ts';
import shipped from './plan-year.json' with { type: 'json' };

export const PLAN_DATE_IDS = [
  ...(['outline', 'appraisal', 'progress'] as const),
  ...(['inspection', 'settlement-papers', 'liquidation'] as const),
  ...(['local-outline', 'local-approval'] as const),
] as const;
export type PlanDateId = (typeof PLAN_DATE_IDS)[number];

/** Those that a producer reads when they ask where their dossier is; the others are between offices. */
export const TOLD_TO_PRODUCERS: ReadonlySet<PlanDateId> = new Set<PlanDateId>([
  ...(['outline', 'appraisal', 'progress', 'settlement-papers', 'local-approval'] as const),
]);

/** When something of a plan year is due. `yearOffset`: how many years after the plan year, -1 for the year before. */
export const planDueRule = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('day'),
    monthDay: z.string().regex(/^\d{2}-\d{2}$/),
    yearOffset: z.int().min(-1).max(1),
  }),
  z.object({ kind: z.literal('monthly'), dayOfMonth: z.int().min(1).max(28) }),
  z.object({ kind: z.literal('after-inspection'), days: z.int().min(1).max(180) }),
]);

/** The province sets the day, and nobody has entered it (TT 46/2012, Điều 8): nothing is due by it, and none is invented. */
const unset = z.object({ kind: z.literal('unset') });

const planDate = z.object({
  id: z.enum(PLAN_DATE_IDS),
  /** Of whom it is asked: the promotion centre, the department (Sở Công Thương), the province's committee, the producer. */
  of: z.enum(['centre', 'department', 'province', 'person']),
  /** While a dossier stands so. */
  statuses: z.array(z.string()).min(1),
  /** Where it holds for the local fund too, that is by analogy: its procedure is the province's own (TT 46/2012, Điều 8). */
  funds: z.array(z.enum(FUNDS)).min(1),
  due: z.union([planDueRule, unset]),
  document: z.string().min(1),
  article: z.string().optional(),
  certainty: z.enum(['verified', 'verified-old', 'secondary', 'recalled', 'officer']),
  /** False: a default that an officer has not compared with the rule in force. */
  isConfirmed: z.boolean(),
});
export type PlanDate = z.infer<typeof planDate>;

/** What the office set in place of a date, for the plan years from `fromYear` to `toYear`, both included. */
export type PlanDateChange = Pick<PlanDate, 'id' | 'due' | 'document' | 'article' | 'isConfirmed'> & {
  fromYear: number;
  /** Undefined: for all years from then on. */
  toYear?: number;
};

/** The dates of a plan year (năm kế hoạch), each with its source. A later change stands before an earlier one. */
export type PlanCalendar = { dates: readonly PlanDate[]; changes?: readonly PlanDateChange[] };

/** Throws `plan-calendar.invalid`, also when the day by which outlines are handed in is missing. */
export function readPlanCalendar(data: unknown): PlanCalendar {
  const parsed = z.object({ dates: z.array(planDate) }).safeParse(data);
  if (!parsed.success) throw new AppError('plan-calendar.invalid', { why: z.prettifyError(parsed.error) });
  const hasOutline = parsed.data.dates.some(({ id, due }) => id === 'outline' && due.kind === 'day');
  if (!hasOutline) throw new AppError('plan-calendar.invalid', { why: 'no day for outlines' });
  return parsed.data;
}

/** The calendar as far as the rules of the national fund tell it; what a centre has of its own stands in its place. */
export const PLAN_CALENDAR: PlanCalendar = readPlanCalendar(shipped);

/** The dates as they stand for one plan year. */
export function planDatesOf({ dates, changes = [] }: PlanCalendar, planYear: number): PlanDate[] {
  return dates.map((date) => {
    const change = changes.findLast(
      ({ id, fromYear, toYear }) => id === date.id && planYear >= fromYear && planYear <= (toYear ?? planYear),
    );
    if (change === undefined) return date;
    const { due, document, article, isConfirmed } = change;
    return { ...date, due, document, article, certainty: 'officer', isConfirmed };
  });
}
