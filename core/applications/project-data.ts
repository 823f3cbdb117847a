import * as z from 'zod';

// What the events of a project carry. Money is in whole đồng; days and months are ISO.

const isoDay = z.iso.date();
const sumVnd = z.int().min(0);
/** The words of an officer, or of the person. */
const words = z.string();

/** Where the money comes from: khuyến công quốc gia, khuyến công địa phương. */
const fund = z.enum(['national', 'local']);
export type Fund = z.infer<typeof fund>;
export const FUNDS = fund.options;

/** What can be amended of a project once it has a contract. */
const amendment = z.enum(['content', 'place', 'time', 'amount', 'beneficiary', 'stop']);
export type Amendment = z.infer<typeof amendment>;
export const AMENDMENTS = amendment.options;

/** Who decides an amendment: the ministry, its agency of industrial promotion, the department, the province. */
const decider = z.enum(['moit', 'promotion-agency', 'doit', 'province']);
export const DECIDERS = decider.options;

/** Sums as they were approved. `counterpartVnd`: what the producer puts in (vốn đối ứng). */
const sums = z.object({ nationalVnd: sumVnd, localVnd: sumVnd, counterpartVnd: sumVnd });

export const proposedData = z.object({
  planYear: z.int().min(2000).max(2100),
  fund,
  amountVnd: sumVnd.optional(),
  message: words.optional(),
});
export const approvedData = sums.extend({
  decision: z.object({ number: z.string(), date: isoDay }).optional(),
  message: words.optional(),
});
export const contractedData = z.object({
  number: z.string(),
  signedOn: isoDay,
  endsOn: isoDay,
  message: words.optional(),
});
const begunData = z.object({ message: words.optional() });
export const progressReportedData = z.object({
  /** The month that is told of, e.g. 2027-03. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  text: words.optional(),
  /** Stored files of the person. */
  fileIds: z.array(z.string()),
});
/** An advance (tạm ứng) by the fund that it came from. */
const advanced = z.object({ nationalVnd: sumVnd, localVnd: sumVnd });
export const advancePaidData = advanced.extend({ paidOn: isoDay, message: words.optional() });
export const advanceReturnedData = advanced.extend({ returnedOn: isoDay, reason: words });
export const amendmentAskedData = z.object({ amendment, text: words });
export const amendmentGrantedData = z.object({
  amendment,
  by: decider,
  note: words.optional(),
  /** The sums from now on; of an amendment of the amount always. */
  sums: sums.optional(),
  /** The last day of the contract from now on; of an amendment of the time always. */
  endsOn: isoDay.optional(),
});
const amendmentRefusedData = z.object({ amendment, by: decider, note: words });
export const inspectedData = z.object({
  inspectedOn: isoDay,
  passed: z.literal(true),
  note: words.optional(),
});
export const settledData = z.object({
  paidNationalVnd: sumVnd,
  paidLocalVnd: sumVnd,
  /** What the producer has put in. */
  counterpartVnd: sumVnd,
  settledOn: isoDay,
  message: words.optional(),
});
const closedData = z.object({ message: words.optional() });
export type ProgressReported = z.infer<typeof progressReportedData>;

/** One step of a project with what it carries; an amendment is decided as the one that was asked for. */
export type ProjectDeed =
  | { action: 'propose'; data: z.infer<typeof proposedData> }
  | { action: 'approve'; data: z.infer<typeof approvedData> }
  | { action: 'contract'; data: z.infer<typeof contractedData> }
  | { action: 'begin'; data?: z.infer<typeof begunData> }
  | { action: 'report-progress'; data: ProgressReported }
  | { action: 'pay-advance'; data: z.infer<typeof advancePaidData> }
  | { action: 'return-advance'; data: z.infer<typeof advanceReturnedData> }
  | { action: 'ask-amendment'; data: z.infer<typeof amendmentAskedData> }
  | { action: 'grant-amendment'; data: Omit<z.infer<typeof amendmentGrantedData>, 'amendment'> }
  | { action: 'refuse-amendment'; data: Omit<z.infer<typeof amendmentRefusedData>, 'amendment'> }
  | { action: 'inspect'; data: z.infer<typeof inspectedData> }
  | { action: 'settle'; data: z.infer<typeof settledData> }
  | { action: 'close'; data?: z.infer<typeof closedData> }
  /** Its event also tells which step was taken back: `step`, the kind of that event. */
  | { action: 'step-back'; data: { reason: string } };

const PROJECT_ACTIONS = {
  ...{ propose: true, approve: true, contract: true, begin: true, 'report-progress': true, 'ask-amendment': true },
  ...{ 'pay-advance': true, 'return-advance': true },
  ...{ 'grant-amendment': true, 'refuse-amendment': true, inspect: true, settle: true, close: true, 'step-back': true },
} satisfies Record<ProjectDeed['action'], true>;

export function isProjectAction(action: string): action is ProjectDeed['action'] {
  return Object.hasOwn(PROJECT_ACTIONS, action);
}

/** Whether a deed is a step of a project, with what a step carries. */
export function isProjectDeed(deed: { action: string }): deed is ProjectDeed {
  return isProjectAction(deed.action);
}
