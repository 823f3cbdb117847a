import { wordsForTime } from '../../../core/schedule/words-for-time.ts';
import { foldPhrase } from '../../../core/text/fold.ts';
import { sayDay } from '../../../locales/say-time.ts';
import { erasePerson, summariseHeldData } from '../../../records/personal-data.ts';
import { listWishes } from '../../../records/reminder-wishes.ts';
import { sayProgrammes } from '../../outbox/window-words.ts';
import type { Reply, Topic, Turn } from '../topic.ts';

async function show(turn: Turn): Promise<Reply> {
  const { tx, person, words, now } = turn;
  const held = await summariseHeldData(tx, person.id);
  const wishes = await listWishes(tx, person.id);
  const since =
    held.since === null ? '' : words.t('my-data:since', { day: sayDay(words, wordsForTime({ at: held.since, now })) });
  return {
    paragraphs: [
      words.t('my-data:held', { ...held, since }),
      ...(held.topics === 0 ? [] : [words.t('my-data:topics', { topics: held.topics })]),
      ...(wishes.length === 0 ? [] : [words.t('reminders:list', { wishes: sayProgrammes(words, wishes) })]),
      words.t('my-data:rights'),
    ],
    choices: [
      { key: 'my-dossiers:list', label: words.t('my-data:seeRequests') },
      { key: 'my-data:ask-delete', label: words.t('my-data:delete') },
      { key: 'officer:start', label: words.t('my-data:askOfficer') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}

async function erase(turn: Turn): Promise<Reply> {
  const { tx, ids, person, conversation, words, now } = turn;
  await erasePerson(tx, { personId: person.id, requestId: ids.next(), eventId: ids.next, now });
  // The conversation begins anew; the erased one left nothing to go on with.
  Object.assign(conversation, {
    greeted: false,
    open: undefined,
    paused: undefined,
    pending: [],
    lastReply: undefined,
    misses: 0,
    lastQuestion: undefined,
  });
  return { paragraphs: [words.t('my-data:deleted'), words.t('my-data:whatStays')], choices: [] };
}

/** "Dữ liệu của tôi": what is held, and its deletion, which takes a typed word because nothing brings it back. */
export const myDataTopic: Topic = {
  name: 'my-data',
  choose: async (turn, [what]) => {
    const { conversation, words } = turn;
    switch (what) {
      case 'show':
        return await show(turn);
      case 'ask-delete':
        conversation.paused =
          conversation.open?.topic === 'my-data' ? conversation.paused : (conversation.open ?? conversation.paused);
        conversation.open = { topic: 'my-data', state: 'confirm-delete' };
        return {
          paragraphs: [
            words.t('my-data:confirmDelete'),
            words.t('my-data:typeToDelete', { word: words.t('my-data:deleteWord') }),
          ],
          choices: [{ key: 'my-data:keep', label: words.t('my-data:keep') }],
        };
      case 'keep':
        if (conversation.open?.topic === 'my-data') conversation.open = undefined;
        return {
          paragraphs: [words.t('my-data:kept')],
          choices: [
            conversation.paused === undefined
              ? { key: 'menu:show', label: words.t('common:backToMenu') }
              : { key: 'menu:resume', label: words.t('conversation:menu.resume') },
          ],
        };
      default:
        return undefined;
    }
  },
  carryOn: async (turn) => {
    const { input, words } = turn;
    if (input.kind !== 'text') return undefined;
    if (foldPhrase(input.text) !== foldPhrase(words.t('my-data:deleteWord'))) return undefined;
    return await erase(turn);
  },
  goBack: async (turn) => await myDataTopic.choose(turn, ['keep']),
  askAgain: async (turn) => await myDataTopic.choose(turn, ['ask-delete']),
};
