import * as z from 'zod';
import shipped from './amendment-deciders.json' with { type: 'json' };
import { AMENDMENTS, type Amendment, DECIDERS, FUNDS, type Fund } from './project-data.ts';

const deciderRule = z.object({
  fund: z.enum(FUNDS),
  amendments: z.array(z.enum(AMENDMENTS)).min(1),
  /** What it depends on: another amount (`more`, `same-or-less`), another time (`next-year`, `within-year`), a project made
   * for a group whose beneficiaries were not named (`grouped`). Without: always. */
  case: z.enum(['more', 'same-or-less', 'next-year', 'within-year', 'grouped']).optional(),
  decider: z.enum(DECIDERS),
  document: z.string().min(1),
  article: z.string().min(1),
  certainty: z.enum(['verified', 'verified-old', 'secondary', 'recalled', 'officer']),
});

/** Who decides an amendment, in which case, and where that stands. */
export type DeciderRule = Omit<z.infer<typeof deciderRule>, 'fund' | 'amendments'>;

const RULES = z.array(deciderRule).parse(shipped);

/**
 * Who decides an amendment of a project (điều chỉnh, ngừng đề án). Of the local fund the province's own rule says it: the
 * officer looks there (`province`). The law was amended since, and this is not compared with it: an officer decides.
 */
export function whoDecides({ amendment, fund }: { amendment: Amendment; fund: Fund }): DeciderRule[] {
  return RULES.filter((rule) => rule.fund === fund && rule.amendments.includes(amendment)).map(
    ({ fund: _, amendments: __, ...rule }) => rule,
  );
}
