import * as z from 'zod';
import { AppError } from '../app-error.ts';
import { FUNDS } from '../applications/project-data.ts';
import shipped from './plan-year.json' with { type: 'json' };

const planDate = z.object({
  id: z.enum(['outline', 'appraisal', 'progress', 'inspection', 'settlement-papers', 'liquidation']),
  /** Of whom it is asked: the promotion centre, the department (Sở Công Thương), the producer. */
  of: z.enum(['centre', 'department', 'person']),
  /** While a dossier stands so. */
  statuses: z.array(z.string()).min(1),
  /** Where it holds for the local fund too, that is by analogy: its procedure is the province's own (TT 46/2012, Điều 8). */
  funds: z.array(z.enum(FUNDS)).min(1),
  due: z.discriminatedUnion('kind', [
    /** `yearOffset`: how many years after the plan year, -1 for the year before. */
    z.object({ kind: z.literal('day'), monthDay: z.string().regex(/^\d{2}-\d{2}$/), yearOffset: z.int() }),
    z.object({ kind: z.literal('monthly'), dayOfMonth: z.int().min(1).max(28) }),
    z.object({ kind: z.literal('after-inspection'), days: z.int().min(1) }),
  ]),
  document: z.string().min(1),
  article: z.string().optional(),
  certainty: z.enum(['verified', 'verified-old', 'secondary', 'recalled', 'officer']),
  /** False: a default that an officer has not compared with the rule in force. */
  isConfirmed: z.boolean(),
});
export type PlanDate = z.infer<typeof planDate>;

/** The dates of a plan year (năm kế hoạch), each with its source. */
export type PlanCalendar = { dates: readonly PlanDate[] };

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
