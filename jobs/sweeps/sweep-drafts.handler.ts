import { DRAFT_LIFE } from '../../core/schedule/draft-life.ts';
import { listDraftsUntouched } from '../../records/drafts-due.ts';
import { draftStepOf } from '../draft-step.ts';
import type { Run } from '../job.ts';
import { tendDraft } from '../tasks/tend-draft.ts';

const PAGE = 500;
const DAY_MS = 24 * 3_600_000;

export async function sweepDraftsHandler(run: Run): Promise<void> {
  const { db, now } = run;
  const since = new Date(now.getTime() - DRAFT_LIFE.firstReminderDays * DAY_MS);
  let afterId: string | undefined;
  for (;;) {
    const drafts = await listDraftsUntouched(db, { since, afterId, limit: PAGE });
    const due = drafts.filter((draft) => draftStepOf(draft, now).kind !== 'nothing');
    await run.handOn(
      tendDraft,
      due.map(({ applicationId }) => ({ applicationId })),
    );
    afterId = drafts.at(-1)?.applicationId;
    if (drafts.length < PAGE) return;
  }
}
