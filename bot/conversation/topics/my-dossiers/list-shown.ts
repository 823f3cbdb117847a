import { listApplications } from '../../../../records/applications.ts';
import type { Turn } from '../../topic.ts';
import { isShown, type ShownDossier } from './describe.ts';
import { tellApart } from './tell-apart.ts';

/** The dossiers of the person who speaks, the newest first. */
export async function listShown(turn: Turn): Promise<ShownDossier[]> {
  return await tellApart(turn, (await listApplications(turn.tx, turn.person.id)).filter(isShown));
}
