import type { Reply, Turn } from '../../topic.ts';
import { openDetails } from '../details/open-details.ts';
import type { FilledForm } from '../filled-form.ts';
import { dossierTitle } from '../my-dossiers/describe.ts';
import { findNamedDossier, readGoesOnWith } from '../my-dossiers/find-named.ts';
import { listShown } from '../my-dossiers/list-shown.ts';
import { completion, showDossier } from '../my-dossiers/show.ts';
import { goOn } from './begin-draft.ts';
import { settlePlace } from './settle-place.ts';

/** "Quay lại hộ bà Mai", of one who fills in for several: their draft goes on, or what was sent for them is completed. */
export async function goToNamed(turn: Turn, text: string, left?: FilledForm): Promise<Reply | undefined> {
  const called = readGoesOnWith(text);
  if (called === undefined) return undefined;
  const dossier = findNamedDossier(await listShown(turn), called);
  if (dossier === undefined) return undefined;
  if (left !== undefined) await settlePlace(turn, left);
  if (dossier.status === 'draft') {
    const shown = await goOn(turn, dossier.id);
    return { ...shown, paragraphs: [dossierTitle(turn, dossier), ...shown.paragraphs] };
  }
  const opened = completion(turn, dossier).length > 0 ? await openDetails(turn, { id: dossier.id }) : undefined;
  if (opened === undefined) return await showDossier(turn, dossier);
  return { ...opened, paragraphs: [dossierTitle(turn, dossier), ...opened.paragraphs] };
}
