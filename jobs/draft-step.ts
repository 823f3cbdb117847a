import { type DraftStep, decideDraftStep } from '../core/schedule/draft-life.ts';
import { isStillTalking } from '../core/schedule/when-to-send.ts';
import { canBeTold, type Draft, noticesOf } from '../records/drafts-due.ts';

/** What may be done with a draft right now. A word that is due waits for the end of a talk under way. */
export function draftStepOf(draft: Draft, now: Date): DraftStep {
  const step = decideDraftStep({
    touchedAt: draft.touchedAt,
    notices: noticesOf(draft),
    canBeTold: canBeTold(draft),
    now,
  });
  const isWord = step.kind === 'remind' || step.kind === 'announce-end';
  if (isWord && isInTalk(draft, now)) return { kind: 'nothing' };
  return step;
}

function isInTalk(draft: Draft, now: Date): boolean {
  if (draft.isUnanswered) return true;
  if (draft.officerUntil !== null && draft.officerUntil > now) return true;
  return draft.lastInboundAt !== null && isStillTalking(draft.lastInboundAt, now);
}
