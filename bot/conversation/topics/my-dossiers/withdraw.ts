import * as z from 'zod';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { actOnApplication } from '../../../../records/application-actions.ts';
import type { OpenActivity, Reply, Turn } from '../../topic.ts';
import type { ShownDossier } from './describe.ts';
import { listChoices, mayWithdraw, showDossier } from './show.ts';

const stateSchema = z.object({
  confirmWithdraw: z.string(),
  /** What was open before, and is open again afterwards. */
  returnTo: z.object({ topic: z.string(), state: z.unknown() }).optional(),
});

/** The dossier whose withdrawal waits for a yes or no. */
export function findConfirmed({ conversation }: Turn): { id: string; returnTo: OpenActivity | undefined } | undefined {
  if (conversation.open?.topic !== 'my-dossiers') return undefined;
  const parsed = stateSchema.safeParse(conversation.open.state);
  return parsed.success ? { id: parsed.data.confirmWithdraw, returnTo: parsed.data.returnTo } : undefined;
}

/** The withdrawal is answered: what was open before is open again. */
export function release(turn: Turn): void {
  const { conversation } = turn;
  if (conversation.open?.topic === 'my-dossiers') conversation.open = findConfirmed(turn)?.returnTo;
}

export async function askWithdraw(turn: Turn, dossier: ShownDossier): Promise<Reply> {
  const { conversation, words } = turn;
  const { id, code } = dossier;
  if (code === undefined || !mayWithdraw(turn, dossier)) {
    const shown = await showDossier(turn, dossier);
    return { ...shown, paragraphs: [words.t('dossiers:cannotWithdraw'), ...shown.paragraphs] };
  }
  const returnTo = conversation.open?.topic === 'my-dossiers' ? findConfirmed(turn)?.returnTo : conversation.open;
  conversation.open = { topic: 'my-dossiers', state: { confirmWithdraw: id, returnTo } };
  return {
    paragraphs: [words.t('dossiers:confirmWithdraw', { code })],
    choices: [
      { key: `my-dossiers:keep:${id}`, label: words.t('dossiers:keep') },
      { key: `my-dossiers:withdraw-now:${id}`, label: words.t('dossiers:withdrawNow') },
    ],
  };
}

export async function withdraw(turn: Turn, dossier: ShownDossier): Promise<Reply> {
  const { tx, now, ids, inbound, person, words } = turn;
  const { id, code = '', status } = dossier;
  if (status !== 'withdrawn' && !mayWithdraw(turn, dossier)) return askWithdraw(turn, dossier);
  release(turn);
  if (status !== 'withdrawn') {
    const actor = { kind: 'person' as const, id: person.id };
    await actOnApplication(tx, { id, action: 'withdraw', actor, requestId: inbound.id, now, ids });
  }
  return { paragraphs: [words.t('dossiers:withdrawn', { code })], choices: listChoices(turn) };
}

export function keep(turn: Turn, dossier: ShownDossier): Reply {
  release(turn);
  return { paragraphs: [turn.words.t('dossiers:kept', { code: dossier.code ?? '' })], choices: listChoices(turn) };
}

const YES = /^(?:rut|rut phieu|rut di|dong y|dung|co|vang|ok)(?: (?:a|nhe|di|luon))*$/;
const NO =
  /^(?:thoi )*(?:khong|ko|thoi|giu|giu lai|giu phieu|(?:khong|ko|dung|dung co|chua) rut(?: phieu)?)(?: (?:a|nhe|em|nua|vay|dau))*$/;

/** What a typed text says to "are you sure?". */
export function readConfirmation(text: string): 'yes' | 'no' | undefined {
  const typed = foldPhrase(text);
  if (YES.test(typed)) return 'yes';
  return NO.test(typed) ? 'no' : undefined;
}
