import { shorten } from '../../../../core/text/shorten.ts';
import { findSameHandoff } from '../../../../records/handoffs.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { Asked } from './asked.ts';
import { sentBefore } from './send-question.ts';

/** How many characters of an older question are repeated. */
const QUOTE_LENGTH = 80;

/**
 * "Chưa đúng": says so plainly, and offers to ask in other words or to send the very question to an officer. An older
 * answer is named by its question, so that nobody wonders which one is meant.
 */
export async function admitWrong(turn: Turn, asked: Asked | undefined): Promise<Reply> {
  const { tx, person, conversation, words } = turn;
  const askAgain = { key: 'menu:ask', label: words.t('ask:choice.askAgain') };
  if (asked === undefined) {
    const officer = { key: 'officer:start', label: words.t('conversation:menu.officer') };
    return { paragraphs: [words.t('ask:wrongUnknown')], choices: [askAgain, officer] };
  }
  const { text, seq, trace } = asked;
  turn.trace({ saidWrong: seq, articles: trace?.articles.map(({ id }) => id) ?? [] });
  const earlier = await findSameHandoff(tx, { personId: person.id, text, inboundSeq: seq });
  // The same words may wait from before, when nothing answered them: this answer is then still to be sent.
  if (earlier !== undefined && earlier.inboundSeq === (seq ?? null)) return sentBefore(turn, earlier);

  const isLast = conversation.lastQuestion?.seq === seq;
  const sorry = isLast ? words.t('ask:wrong') : words.t('ask:wrongOlder', { question: shorten(text, QUOTE_LENGTH) });
  return {
    paragraphs: [sorry, words.t('ask:wrongNext')],
    choices: [askAgain, { key: `ask:send:${seq ?? ''}:wrong`, label: words.t('ask:choice.sendToOfficer') }],
  };
}
