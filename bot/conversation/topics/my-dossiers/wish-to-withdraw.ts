import { findCode } from '../../../../core/applications/code.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import type { Turn } from '../../topic.ts';
import type { ShownDossier } from './describe.ts';
import { mayWithdraw } from './show.ts';

const WANTS = '(?:(?:thoi|toi|em|minh|chau|con|tui|chi|anh|cho|muon|xin|can|de) )*';
const WHAT = '(?:phieu|ho so|don)(?: (?:kc )?\\d{4} \\d+)?';
const TAIL = '(?: (?:cua|toi|em|minh|nay|do|lai|ve|di|nhe|a|giup|voi))*';
const WISH = new RegExp(`^${WANTS}(?:rut|huy|huy bo|xoa|bo)(?: lai)? ${WHAT}${TAIL}$`);

/** "Rút phiếu", "em muon rut ho so kc 2026 12". */
export function wishesToWithdraw(text: string): boolean {
  return WISH.test(foldPhrase(text).replace(/\bkc ?(?=\d)/, 'kc '));
}

/**
 * Which of their dossiers somebody means who wants to withdraw: the one they name, the only one that can be withdrawn, or the
 * only one there is, to be told that it cannot. Undefined where they have to pick.
 */
export function meantToWithdraw(
  turn: Turn,
  { text, dossiers }: { text: string; dossiers: readonly ShownDossier[] },
): ShownDossier | undefined {
  const code = findCode(text);
  if (code !== undefined) return dossiers.find((each) => each.code === code);
  const sent = dossiers.filter((each) => each.code !== undefined);
  const open = sent.filter((each) => mayWithdraw(turn, each));
  const [only, another] = open.length > 0 ? open : sent;
  return another === undefined ? only : undefined;
}
