import { mustBeAgreedTo } from '../core/announcements/approval.ts';
import type { Condition } from '../core/audience/condition.ts';
import type { Ids } from '../core/ids.ts';
import { findAnnouncementRules } from './announcement-rules.ts';
import { countAudience } from './audience-count.ts';
import { addAuditEntry } from './audit.ts';
import type { Tx } from './database.ts';

/**
 * An announcement is about to leave: when it is for more people by now than a second officer agreed to, it waits for one
 * again, and nobody has heard of it. True then. The caller holds it.
 */
export async function askApprovalAgain(
  tx: Tx,
  {
    id,
    topic,
    audience,
    agreedFor,
    ids,
    now,
  }: { id: string; topic: string; audience: Condition; agreedFor: number | null; ids: Ids; now: Date },
): Promise<boolean> {
  const { approvalAbove: above } = await findAnnouncementRules(tx);
  if (above === null) return false;
  const { reachable: people } = await countAudience(tx, { topic, audience });
  if (!mustBeAgreedTo({ people, above, agreedFor })) return false;
  await tx.announcement.update({
    where: { id },
    data: { leavesAt: null, approvedById: null, approvedAt: null, approvalPeople: people },
  });
  const data = { people, ...(agreedFor === null ? {} : { agreedFor }) };
  const deed = { action: 'announcement.asked-again', subjectKind: 'Announcement', subjectId: id, data };
  await addAuditEntry(tx, { ...deed, id: ids.next(), now });
  return true;
}
