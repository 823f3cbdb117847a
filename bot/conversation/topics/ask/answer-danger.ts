import { type Danger, findDanger } from '../../../../core/answers/asking/danger.ts';
import { createHandoff, findSameHandoff } from '../../../../records/handoffs.ts';
import { phraseDanger } from '../../../library/phrase-danger.ts';
import type { Reply, Turn } from '../../topic.ts';

/** What somebody cries for help from, in the words of this message. */
export function readDanger({ input }: Turn): Danger | undefined {
  return input.kind === 'text' ? findDanger(input.text) : undefined;
}

/** Whom to phone at once; the words go to the officers without being asked, once. What is open stays open. */
export async function answerDanger(turn: Turn, danger: Danger): Promise<Reply> {
  const { tx, ids, person, inbound, input, now, conversation, words } = turn;
  const text = input.kind === 'text' ? input.text : '';
  const earlier = await findSameHandoff(tx, { personId: person.id, text, inboundSeq: inbound.seq });
  if (earlier === undefined) {
    const promisedAt = turn.promisedAnswerAt();
    const { seq: inboundSeq } = inbound;
    await createHandoff(tx, { id: ids.next(), personId: person.id, kind: 'meet', text, inboundSeq, now, promisedAt });
  }
  const isUnderWay = conversation.open !== undefined || conversation.paused !== undefined;
  return {
    paragraphs: [phraseDanger(words, danger), words.t('ask:danger.told')],
    choices: [
      ...(isUnderWay ? [{ key: 'menu:resume', label: words.t('conversation:menu.resume') }] : []),
      { key: 'officer:start', label: words.t('conversation:menu.officer') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}
