import * as z from 'zod';
import { isLead, type Lead, sortLeads } from './window-leads.ts';

/** For whom: who asked to be reminded, who left something unfinished, who has a request of the programme at all. */
export const WHOM = ['wished', 'unfinished', 'dossier'] as const;
export type Whom = (typeof WHOM)[number];

/** When a window reminds, and whom: data of the window. Whom is asked anew whenever a round is due. */
export type WindowRule = {
  /** A word at the opening. */
  opening: boolean;
  /** How long before the closing, the longest first. */
  before: readonly Lead[];
  whom: readonly Whom[];
};

const MOST_LEADS = 10;

/** Reads a rule from outside, or from where it was kept. */
export const windowRule = z.object({
  opening: z.boolean(),
  before: z
    .array(z.string().refine(isLead))
    .max(MOST_LEADS)
    .readonly()
    .transform((leads) => sortLeads(leads)),
  whom: z.array(z.enum(WHOM)).min(1).max(WHOM.length).readonly(),
});

export function isSameRule(one: WindowRule, other: WindowRule): boolean {
  const textOf = ({ opening, before, whom }: WindowRule): string =>
    JSON.stringify([opening, sortLeads(before), whom.toSorted()]);
  return textOf(one) === textOf(other);
}
