import type { Reply, Turn } from '../../topic.ts';
import { adviceWithGrounds } from '../form/advice.ts';
import type { ShownDossier } from './describe.ts';
import { completion, listChoices, showDossier } from './show.ts';

/** How the rules seem to be met and what could be got, by all that the dossier holds by now. */
export async function checkDossier(turn: Turn, dossier: ShownDossier): Promise<Reply> {
  const { words } = turn;
  const lines = adviceWithGrounds(turn, { application: dossier });
  if (lines.length === 0) return await showDossier(turn, dossier);
  return {
    paragraphs: lines,
    choices: [
      ...completion(turn, dossier),
      { key: 'officer:start', label: words.t('conversation:menu.officer') },
      ...listChoices(turn),
    ],
  };
}
