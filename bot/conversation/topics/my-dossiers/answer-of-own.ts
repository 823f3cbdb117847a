import { type AskedOfOwn, readAskedOfOwn } from '../../../../core/applications/asked-of-own.ts';
import type { ApplicationStatus } from '../../../../core/applications/status.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { ShownDossier } from './describe.ts';
import { listShown } from './list-shown.ts';
import { showDossier, showList } from './show.ts';

/** What is decided or given up: asked about only when nothing else is there. */
const OVER: ReadonlySet<ApplicationStatus> = new Set(['closed', 'stopped', 'declined', 'withdrawn']);
const BACK: ReadonlySet<ApplicationStatus> = new Set(['needs-papers', 'declined', 'stopped']);

/**
 * "Duyệt chưa em ơi", "còn thiếu gì": of somebody who has a dossier, the one message about it. Undefined for everybody else,
 * whom the rules answer, and for every other question.
 */
export async function answerOfOwn(turn: Turn, text: string): Promise<Reply | undefined> {
  const { words } = turn;
  const asked = readAskedOfOwn(text);
  if (asked === undefined) return undefined;
  const dossiers = await listShown(turn);
  const meant = findMeant(dossiers, asked);
  const [only, another] = meant;
  const before = asked === 'back' ? sayHowBack(turn, meant) : [];
  if (only === undefined) {
    if (asked !== 'back') return undefined;
    return { paragraphs: before, choices: [{ key: 'menu:show', label: words.t('common:backToMenu') }] };
  }
  const shown = another === undefined ? await showDossier(turn, only) : await showList(turn, meant);
  return { ...shown, paragraphs: [...before, ...shown.paragraphs] };
}

/** What came back; otherwise what was sent and goes on; then drafts; then what is over. */
function findMeant(dossiers: readonly ShownDossier[], asked: AskedOfOwn): readonly ShownDossier[] {
  const back = dossiers.filter(({ status }) => BACK.has(status));
  const open = dossiers.filter(({ status }) => !OVER.has(status));
  const sent = open.filter(({ status }) => status !== 'draft');
  const ranked = [...(asked === 'back' ? [back] : []), sent, open, dossiers];
  return ranked.find((some) => some.length > 0) ?? [];
}

/** What it means that a request comes back, for whose has not. */
function sayHowBack({ words }: Turn, meant: readonly ShownDossier[]): string[] {
  return meant.some(({ status }) => BACK.has(status)) ? [] : [words.t('dossiers:howBack')];
}
