import { standAt } from '../../../../core/forms/form-step.ts';
import { openForm } from '../../../../core/forms/open-form.ts';
import type { Reply, Turn } from '../../topic.ts';
import { showCard, showDetails } from './details-turn.ts';
import { receivePhotos } from './photos.ts';
import { findWaitingPhotos, setState } from './state.ts';
import { withDetails } from './with-details.ts';

/** Opens the card, at first for the photos that wait for their dossier; when just one item came back and waits, it is asked at once. */
export async function openDetails(
  turn: Turn,
  { id, isAll = false }: { id: string; isAll?: boolean },
): Promise<Reply | undefined> {
  return await withDetails(turn, { id, isAll }, async (filled) => {
    const waiting = findWaitingPhotos(turn);
    if (waiting !== undefined) {
      const toldAs = waiting.isTold ? 'unknown' : undefined;
      return await receivePhotos(turn, filled, { ...waiting, toldAs });
    }
    const [only, another] = isAll ? [] : filled.returned.filter(({ isOpen }) => isOpen);
    if (only === undefined || another !== undefined) return showCard(turn, filled);
    const form = standAt(openForm(filled).state, only.questionId);
    setState(turn, { step: 'form', applicationId: id, form, isAll: false, unsorted: [] });
    return showDetails(turn, filled);
  });
}
