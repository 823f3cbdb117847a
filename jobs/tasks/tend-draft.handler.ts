import { atOfficeHour, SENDING_HOURS } from '../../core/schedule/sending-hours.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { actOnApplication } from '../../records/application-actions.ts';
import type { Tx } from '../../records/database.ts';
import { addDelivery } from '../../records/deliveries.ts';
import { type Draft, draftNoticeKey, findDraft } from '../../records/drafts-due.ts';
import { offerChoices } from '../../records/offered-choices.ts';
import { takeLane } from '../../records/people.ts';
import { type DraftWord, draftMessage } from '../draft-message.ts';
import { draftStepOf } from '../draft-step.ts';
import type { Run } from '../job.ts';

/**
 * Holds the person's lane, so that no turn of theirs runs meanwhile; when a turn holds it, the person is talking, and the
 * next sweep looks again. Everything is decided anew from what is in the database now.
 */
export async function tendDraftHandler({ applicationId }: { applicationId: string }, run: Run): Promise<void> {
  const { db, now } = run;
  const draft = await findDraft(db, applicationId);
  if (draft === undefined) return;
  await db.$transaction(async (tx) => {
    if ((await takeLane(tx, draft.personId)) === undefined) return;
    const current = await findDraft(tx, applicationId);
    // Its person was joined to another meanwhile, whose lane is not held here: the next sweep looks again.
    if (current === undefined || current.personId !== draft.personId) return;
    const step = draftStepOf(current, now);
    if (step.kind === 'remind') await tell(tx, current, { which: step.which, endsAt: step.endsAt }, run);
    if (step.kind === 'announce-end') await tell(tx, current, { which: 'ending', endsAt: step.endsAt }, run);
    if (step.kind === 'end') await end(tx, current, run);
  });
}

async function tell(tx: Tx, draft: Draft, word: DraftWord, { ids, now, log }: Run): Promise<void> {
  const { applicationId, personId, contactId } = draft;
  if (contactId === null) return;
  const { content, paragraphs } = draftMessage(draft, word, now);
  // The end is announced anew when the draft was touched after an earlier announcement.
  const which = word.which === 'ending' ? `ending-${draft.touchedAt.getTime()}` : word.which;
  const added = await addDelivery(tx, {
    id: ids.next(),
    key: draftNoticeKey({ applicationId, which, contactId }),
    personId,
    contactId,
    kind: 'reminder',
    content,
    notBefore: now,
    notAfter: word.which === 'ending' ? word.endsAt : endOfSendingHours(now),
    now,
  });
  if (added === undefined) return;
  await offerChoices(tx, { personId, contactId, paragraphs, choices: content.choices, now });
  log.info({ application: applicationId, which: word.which }, 'a word about a draft is in the ledger');
}

/** Its answers stay until retention takes them. */
async function end(tx: Tx, { applicationId }: Draft, { ids, now, log }: Run): Promise<void> {
  await actOnApplication(tx, {
    id: applicationId,
    action: 'expire',
    actor: { kind: 'system' },
    requestId: 'expire',
    now,
    ids,
  });
  log.info({ application: applicationId }, 'a draft came to its end');
}

/** A reminder that could not leave today would be about yesterday's draft. */
function endOfSendingHours(now: Date): Date {
  return atOfficeHour(officeDay(now), SENDING_HOURS.lastHour);
}
