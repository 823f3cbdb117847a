import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { sayTime } from '../../../../locales/say-time.ts';
import {
  createHandoff,
  type EarlierHandoff,
  findSameHandoff,
  markAnsweredWrongly,
} from '../../../../records/handoffs.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { Asked } from './asked.ts';

/**
 * Sends the very question on, once: a second tap, an old button or the same words again find the one that waits.
 * `saidWrong`: the person said that what was answered is not right.
 */
export async function sendQuestion(
  turn: Turn,
  asked: Asked | undefined,
  { saidWrong }: { saidWrong: boolean },
): Promise<Reply> {
  const { tx, ids, person, inbound, now, conversation, words } = turn;
  const choices = [{ key: 'menu:show', label: words.t('common:backToMenu') }];
  if (asked === undefined) return { paragraphs: [words.t('ask:nothingToSend')], choices };
  const { text, seq, trace } = asked;
  const isWrong = saidWrong && trace?.kind !== 'none';
  const earlier = await findSameHandoff(tx, { personId: person.id, text, inboundSeq: seq });
  if (conversation.lastQuestion?.text === text) conversation.lastQuestion = undefined;
  conversation.misses = 0;
  if (earlier !== undefined) {
    if (isWrong && seq !== undefined) await markAnsweredWrongly(tx, { id: earlier.id, inboundSeq: seq });
    return sentBefore(turn, earlier);
  }

  const promisedAt = turn.promisedAnswerAt();
  await createHandoff(tx, {
    id: ids.next(),
    personId: person.id,
    kind: isWrong ? 'wrong-answer' : 'question',
    text,
    inboundSeq: seq ?? inbound.seq,
    now,
    promisedAt,
  });
  const wait =
    promisedAt === undefined ? words.t('ask:sentNoTime') : words.t('ask:sentWithTime', { time: say(turn, promisedAt) });
  return { paragraphs: [words.t(isWrong ? 'ask:sentWrong' : 'ask:sent'), wait], choices };
}

/** What became of a question that was sent before. */
export function sentBefore(turn: Turn, { status, promisedAt }: EarlierHandoff): Reply {
  const { words, now } = turn;
  const menu = { key: 'menu:show', label: words.t('common:backToMenu') };
  const officer = { key: 'officer:start', label: words.t('conversation:menu.officer') };
  if (status === 'answered') return { paragraphs: [words.t('ask:answeredBefore')], choices: [officer, menu] };
  const isPromised = promisedAt !== null && promisedAt > now;
  return {
    paragraphs: [
      words.t('ask:sentBefore'),
      isPromised ? words.t('ask:sentWithTime', { time: say(turn, promisedAt) }) : words.t('ask:stillWaiting'),
    ],
    choices: [menu],
  };
}

function say({ words, now }: Turn, at: Date): string {
  return sayTime(words, wordsForTime({ at, now }));
}
