import { isAllowed } from '../../../../core/applications/actions.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { actOnApplication } from '../../../../records/application-actions.ts';
import { findApplication } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { showCard } from './details-turn.ts';
import { fillDetails } from './fill-details.ts';
import { tellClosed, wayOn } from './leave.ts';
import { countOpen } from './returned-card.ts';
import { close } from './state.ts';

/** Everything that came back is answered: it goes to the officer again. Twice is once. */
export async function resubmit(turn: Turn, id: string): Promise<Reply> {
  const { tx, person, words, ids, inbound, now } = turn;
  const application = await findApplication(tx, { id, personId: person.id });
  const filled = application && fillDetails(application);
  if (application === undefined || filled === undefined) return await tellClosed(turn, id);
  const { code = '', status } = application;
  if (countOpen(filled) > 0) return showCard(turn, filled, [words.t('details:returned.notYet')]);
  const isSent = !isAllowed({ action: 'resubmit', status, actor: 'person' });
  close(turn);
  if (!isSent) {
    const actor = { kind: 'person' as const, id: person.id };
    await actOnApplication(tx, { id, action: 'resubmit', actor, requestId: inbound.id, now, ids });
  }
  return {
    paragraphs: [
      words.t(isSent ? 'details:resubmitted.before' : 'details:resubmitted.now', { code }),
      words.t('details:resubmitted.next'),
    ],
    choices: wayOn(turn),
  };
}

const SEND = /^(?:gui|nop)(?: (?:lai|di|luon|phieu|ho so|cho|can bo|nhe|a))*$|^xong(?: (?:roi|a|nhe))*$/;

const SEND_AGAIN = /^(?:gui|nop) lai(?: (?:luon|phieu|ho so|cho|can bo|nhe|a|di))*$/;

/** Whether it says so beyond doubt: at no question is that an answer. */
export function surelyMeansSend(text: string): boolean {
  return SEND_AGAIN.test(foldPhrase(text));
}

/** Whether a text at the list of what came back says "send it again". */
export function meansSend(text: string): boolean {
  return SEND.test(foldPhrase(text));
}
