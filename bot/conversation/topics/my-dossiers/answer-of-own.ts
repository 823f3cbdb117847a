import { type AskedOfOwn, readAskedOfOwn } from '../../../../core/applications/asked-of-own.ts';
import type { ApplicationStatus } from '../../../../core/applications/status.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { officeDay } from '../../../../core/time.ts';
import type { Choice } from '../../../channels/channel.ts';
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
  const { paragraphs, choices } = another === undefined ? await showDossier(turn, only) : await showList(turn, meant);
  return {
    paragraphs: [...before, ...paragraphs],
    choices: [...choices.slice(0, -1), ...ruleChoice(turn, asked, text), ...choices.slice(-1)],
  };
}

/** When something comes is told of the dossier as far as it is known; how that usually goes is one tap away. */
function ruleChoice({ library, now, inbound, conversation }: Turn, asked: AskedOfOwn, text: string): Choice[] {
  // In the middle of something no choice but its own stands.
  if ((asked !== 'when' && asked !== 'slow') || conversation.open !== undefined) return [];
  const plain = foldPhrase(text);
  const id = RULES.find(([words]) => words.test(plain))?.[1] ?? 'which-year';
  const article = library.findArticle(id, officeDay(now));
  return article === undefined ? [] : [{ key: `ask:article:${id}:${inbound.seq}`, label: article.title }];
}

const RULES: readonly [RegExp, string][] = [
  [/\b(?:tien|giai ngan)\b/, 'advance-payment'],
  [/\b(?:hop dong|ky)\b/, 'project-contract'],
];

/** What came back; otherwise what was sent and goes on; then drafts; then what is over. */
function findMeant(dossiers: readonly ShownDossier[], asked: AskedOfOwn): readonly ShownDossier[] {
  const back = dossiers.filter(({ status }) => BACK.has(status));
  const open = dossiers.filter(({ status }) => !OVER.has(status));
  const sent = open.filter(({ status }) => status !== 'draft');
  const gone = dossiers.filter(({ status }) => status !== 'draft');
  // Nothing comes of what was not sent: then the rules answer.
  if (asked === 'when' || asked === 'slow') return [sent, gone].find((some) => some.length > 0) ?? [];
  const ranked = [...(asked === 'back' ? [back] : []), sent, open, dossiers];
  return ranked.find((some) => some.length > 0) ?? [];
}

/** What it means that a request comes back, for whose has not. */
function sayHowBack({ words }: Turn, meant: readonly ShownDossier[]): string[] {
  return meant.some(({ status }) => BACK.has(status)) ? [] : [words.t('dossiers:howBack')];
}
