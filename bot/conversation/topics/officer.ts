import { wordsForTime } from '../../../core/schedule/words-for-time.ts';
import { sayTime } from '../../../locales/say-time.ts';
import { createHandoff, findSameHandoff } from '../../../records/handoffs.ts';
import type { Choice } from '../../channels/channel.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { sentBefore } from './ask/send-question.ts';

/**
 * Keeps words for the officers and says by when they answer; words that wait already are not kept twice.
 * `seq`: the message they stood in, when it is not this one.
 */
async function handOver(turn: Turn, text: string, seq?: number): Promise<Reply> {
  const { tx, ids, person, inbound, now, conversation, words } = turn;
  if (conversation.open?.topic === 'officer') conversation.open = undefined;
  const earlier = await findSameHandoff(tx, { personId: person.id, text, inboundSeq: seq });
  if (earlier !== undefined) return { ...sentBefore(turn, earlier), choices: [wayOn(turn)] };
  const promisedAt = turn.promisedAnswerAt();
  await createHandoff(tx, {
    id: ids.next(),
    personId: person.id,
    kind: 'meet',
    text,
    inboundSeq: seq ?? inbound.seq,
    now,
    promisedAt,
  });
  const wait =
    promisedAt === undefined
      ? words.t('officer:sentNoTime')
      : words.t('officer:sentWithTime', { time: sayTime(words, wordsForTime({ at: promisedAt, now })) });
  return {
    paragraphs: [words.t('officer:sent'), wait],
    choices: [wayOn(turn)],
  };
}

/** Back to what was set aside for the officer, or to the menu. */
function wayOn({ words, conversation }: Turn): Choice {
  if (conversation.paused === undefined) return { key: 'menu:show', label: words.t('common:backToMenu') };
  return { key: 'menu:resume', label: words.t('conversation:menu.resume') };
}

/** "Gặp cán bộ": one message is taken down as it is and waits in the console. */
export const officerTopic: Topic = {
  name: 'officer',
  choose: async (turn, [what]) => {
    const { conversation, words } = turn;
    const last = conversation.lastQuestion;
    switch (what) {
      case 'start': {
        // A form that is open is set aside; the reply after the message leads back to it.
        if (conversation.open?.topic !== 'officer') conversation.paused = conversation.open ?? conversation.paused;
        conversation.open = { topic: 'officer', state: null };
        return {
          paragraphs: [words.t('officer:ask')],
          choices: [
            ...(last === undefined ? [] : [{ key: 'officer:send-last', label: words.t('officer:sendLast') }]),
            { key: 'officer:cancel', label: words.t('officer:cancel') },
          ],
        };
      }
      case 'send-last':
        return last === undefined ? undefined : await handOver(turn, last.text, last.seq);
      case 'cancel': {
        if (conversation.open?.topic === 'officer') conversation.open = undefined;
        return { paragraphs: [words.t('officer:cancelled')], choices: [wayOn(turn)] };
      }
      default:
        return undefined;
    }
  },
  carryOn: async (turn) => {
    const { input, words } = turn;
    if (input.kind === 'text') return await handOver(turn, input.text);
    if (input.kind === 'photo') return await handOver(turn, words.t('officer:photoOnly', { caption: input.caption }));
    return {
      paragraphs: [words.t('officer:onlyWords')],
      choices: [{ key: 'officer:cancel', label: words.t('officer:cancel') }],
    };
  },
  goBack: async (turn) => {
    const { conversation } = turn;
    if (conversation.paused === undefined) return await officerTopic.choose(turn, ['cancel']);
    conversation.open = conversation.paused;
    conversation.paused = undefined;
    return undefined;
  },
  askAgain: async (turn) => await officerTopic.choose(turn, ['start']),
};
