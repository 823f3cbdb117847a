import { recordConsent, withdrawConsents } from '../../../records/consents.ts';
import { listFollows } from '../../../records/follows.ts';
import { setWantsNews } from '../../../records/people.ts';
import { listWishes } from '../../../records/reminder-wishes.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { wayOn } from './link/ask-join.ts';
import { follow, readTopics, sayTopics, showMine, showTopics, unfollow } from './news/follow.ts';
import { showWishes } from './reminders/list.ts';

/** Which wording of "receive news" was agreed to. Raise it when the words change their meaning. */
export const NEWS_CONSENT_VERSION = 'news-1';

async function turnNews(turn: Turn, wantsNews: boolean): Promise<Reply> {
  const { tx, ids, person, contact, now, words } = turn;
  await setWantsNews(tx, { personId: person.id, wantsNews, now });
  if (!wantsNews) await withdrawConsents(tx, { personId: person.id, purpose: 'news', now });
  await recordConsent(tx, {
    id: ids.next(),
    personId: person.id,
    purpose: 'news',
    textVersion: NEWS_CONSENT_VERSION,
    granted: wantsNews,
    channel: contact.channel,
    now,
  });
  person.wantsNews = wantsNews;
  return {
    paragraphs: [words.t(wantsNews ? 'news:nowOn' : 'news:nowOff')],
    choices: [wayOn(turn)],
  };
}

/**
 * News of the centre, on or off, and topics that are followed by themselves: `topics`, `mine`, `follow:<topics>`,
 * `unfollow:<topics>`. Replies and words about one's own requests come in any case.
 */
export const newsTopic: Topic = {
  name: 'news',
  choose: async (turn, [what, of]) => {
    const { words, person, conversation } = turn;
    switch (what) {
      case 'on':
        return await turnNews(turn, true);
      case 'off':
        return await turnNews(turn, false);
      case 'show': {
        const { follows } = await listFollows(turn.tx, person.id);
        return {
          paragraphs: [
            words.t(person.wantsNews ? 'news:isOn' : 'news:isOff'),
            words.t('news:what'),
            ...(follows.length === 0 ? [] : [words.t('news:follow.mine', { topics: sayTopics(words, follows) })]),
          ],
          choices: [
            person.wantsNews
              ? { key: 'news:off', label: words.t('news:turnOff') }
              : { key: 'news:on', label: words.t('news:turnOn') },
            { key: 'news:topics', label: words.t('news:follow.some') },
            { key: 'menu:show', label: words.t('common:backToMenu') },
          ],
        };
      }
      case 'topics':
        return await showTopics(turn, of);
      case 'mine':
        return await showMine(turn);
      case 'follow': {
        const topics = readTopics(of);
        return topics.length === 0 ? await showTopics(turn) : await follow(turn, topics);
      }
      case 'unfollow': {
        const topics = readTopics(of);
        return topics.length === 0 ? await showMine(turn) : await unfollow(turn, topics);
      }
      case 'ask-stop': {
        const { follows } = await listFollows(turn.tx, person.id);
        if (!person.wantsNews && follows.length === 0) {
          // Whoever only asked to be reminded means the reminders.
          if ((await listWishes(turn.tx, person.id)).length > 0) return await showWishes(turn);
          if (conversation.paused !== undefined && conversation.open === undefined) {
            return { paragraphs: [words.t('conversation:paused')], choices: [wayOn(turn)] };
          }
          return {
            paragraphs: [words.t(conversation.open === undefined ? 'news:nothingToStop' : 'news:isOff')],
            choices: [wayOn(turn)],
          };
        }
        return {
          paragraphs: [
            person.wantsNews
              ? words.t('news:askStop')
              : words.t('news:follow.askStop', { topics: sayTopics(words, follows) }),
          ],
          choices: [
            { key: 'news:off', label: words.t('news:turnOff') },
            { key: 'menu:show', label: words.t('news:keep') },
          ],
        };
      }
      default:
        return undefined;
    }
  },
};
