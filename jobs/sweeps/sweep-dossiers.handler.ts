import { isSendingHour } from '../../core/schedule/sending-hours.ts';
import { listWaitingDossiers } from '../../records/dossier-reminders.ts';
import type { Run } from '../job.ts';
import { tendDossier } from '../tasks/tend-dossier.ts';

const PAGE = 500;

export async function sweepDossiersHandler(run: Run): Promise<void> {
  if (!isSendingHour(run.now)) return;
  let afterId: string | undefined;
  for (;;) {
    const dossiers = await listWaitingDossiers(run.db, { afterId, limit: PAGE });
    await run.handOn(
      tendDossier,
      dossiers.map(({ id }) => ({ applicationId: id })),
    );
    afterId = dossiers.at(-1)?.id;
    if (dossiers.length < PAGE) return;
  }
}
