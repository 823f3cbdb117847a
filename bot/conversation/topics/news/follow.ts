import { MARKET_TOPICS, NEWS_TOPICS, type NewsTopic, TOPICS_IN_NEWS } from '../../../../core/announcements/topics.ts';
import type { Words } from '../../../../locales/words.ts';
import { followTopics, listFollows, unfollowTopics } from '../../../../records/follows.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { wayOn } from '../link/ask-join.ts';

/** Which wording of "follow this topic" was agreed to. Raise it when the words change their meaning. */
export const FOLLOW_CONSENT_VERSION = 'follow-1';
/** All notices of markets at once. */
const MARKET = 'market';

/** "hội chợ, triển lãm; lớp tập huấn, lớp nghề" */
export function sayTopics({ t }: Words, topics: readonly NewsTopic[]): string {
  return topics.map((topic) => t(`news:topic.${topic}`)).join('; ');
}

/** The topics that an argument of a key names: one, several with a plus between, or all of markets. */
export function readTopics(named: string | undefined): NewsTopic[] {
  if (named === MARKET) return [...MARKET_TOPICS];
  const ids = named?.split('+') ?? [];
  return NEWS_TOPICS.filter((topic) => ids.includes(topic));
}

export function writeTopics(topics: readonly NewsTopic[]): string {
  return topics.length === MARKET_TOPICS.length && MARKET_TOPICS.every((topic) => topics.includes(topic))
    ? MARKET
    : topics.join('+');
}

/** "Theo dõi tin hội chợ": what was said is told back, and can be undone. */
export async function follow(turn: Turn, topics: readonly NewsTopic[]): Promise<Reply> {
  const { tx, person, words } = turn;
  const { follows } = await listFollows(tx, person.id);
  const fresh = topics.filter((topic) => !follows.includes(topic));
  await followTopics(tx, topics, saidIn(turn));
  return {
    paragraphs: [
      words.t('news:follow.done', { topics: sayTopics(words, topics) }),
      words.t(person.wantsNews ? 'news:follow.beside' : 'news:follow.only'),
    ],
    choices: [
      // What they followed before stays.
      { key: `news:unfollow:${writeTopics(fresh.length === 0 ? topics : fresh)}`, label: words.t('news:follow.undo') },
      { key: 'news:topics', label: words.t('news:follow.others') },
      wayOn(turn),
    ],
  };
}

/** "Bỏ theo dõi tin thuế", of what they follow or of a part of the centre's news. */
export async function unfollow(turn: Turn, topics: readonly NewsTopic[]): Promise<Reply> {
  const { tx, person, words } = turn;
  const { follows } = await listFollows(tx, person.id);
  const came = topics.filter(
    (topic) => follows.includes(topic) || (person.wantsNews && TOPICS_IN_NEWS.includes(topic)),
  );
  await unfollowTopics(tx, topics, saidIn(turn));
  const key = came.length === 0 ? 'news:follow.nothing' : 'news:follow.ended';
  const rest = follows.filter((topic) => !topics.includes(topic));
  return {
    paragraphs: [
      words.t(key, { topics: sayTopics(words, came.length === 0 ? topics : came) }),
      ...(rest.length === 0 ? [] : [words.t('news:follow.still', { topics: sayTopics(words, rest) })]),
    ],
    choices: [
      ...(came.length === 0 ? [] : [{ key: `news:follow:${writeTopics(came)}`, label: words.t('news:follow.again') }]),
      ...(rest.length === 0 && !person.wantsNews
        ? []
        : [{ key: 'news:ask-stop', label: words.t('news:follow.stopAll') }]),
      wayOn(turn),
    ],
  };
}

function saidIn({ person, contact, ids, now }: Turn) {
  return { personId: person.id, textVersion: FOLLOW_CONSENT_VERSION, channel: contact.channel, ids, now };
}

/** What can be followed; who chose "market" chooses which of its notices, or all. */
export async function showTopics(turn: Turn, group?: string): Promise<Reply> {
  const { tx, person, words } = turn;
  const { follows } = await listFollows(tx, person.id);
  const offer = (topics: readonly NewsTopic[]): Choice[] =>
    topics
      .filter((topic) => !follows.includes(topic))
      .map((topic) => ({ key: `news:follow:${topic}`, label: words.t(`news:label.${topic}`) }));
  const ofMarket = offer(MARKET_TOPICS);
  if (group === MARKET) {
    const all = ofMarket.length < 2 ? [] : [{ key: `news:follow:${MARKET}`, label: words.t('news:follow.allMarket') }];
    return { paragraphs: [words.t('news:follow.whichMarket')], choices: [...ofMarket, ...all, wayOn(turn)] };
  }
  const market = ofMarket.length === 0 ? [] : [{ key: `news:topics:${MARKET}`, label: words.t('news:label.market') }];
  const others = offer(NEWS_TOPICS.filter((topic) => !MARKET_TOPICS.includes(topic)));
  const isAll = market.length + others.length === 0;
  return {
    paragraphs: [
      ...(follows.length === 0 ? [] : [words.t('news:follow.mine', { topics: sayTopics(words, follows) })]),
      words.t(isAll ? 'news:follow.all' : 'news:follow.which'),
    ],
    choices: [
      ...others,
      ...market,
      ...(follows.length === 0 ? [] : [{ key: 'news:mine', label: words.t('news:follow.fewer') }]),
      wayOn(turn),
    ],
  };
}

/** What they follow, each with its end. */
export async function showMine(turn: Turn): Promise<Reply> {
  const { tx, person, words } = turn;
  const { follows, refuses } = await listFollows(tx, person.id);
  const isOn = person.wantsNews;
  const without = isOn ? refuses : [];
  return {
    paragraphs: [
      ...(isOn ? [words.t('news:isOn')] : []),
      ...(without.length === 0 ? [] : [words.t('news:follow.without', { topics: sayTopics(words, without) })]),
      ...(follows.length === 0 && isOn
        ? []
        : [
            follows.length === 0
              ? words.t('news:follow.none')
              : words.t('news:follow.mine', { topics: sayTopics(words, follows) }),
          ]),
    ],
    choices: [
      ...follows.map((topic) => ({
        key: `news:unfollow:${topic}`,
        label: words.t('news:follow.end', { topic: words.t(`news:topic.${topic}`) }),
      })),
      { key: 'news:topics', label: words.t(follows.length === 0 ? 'news:follow.some' : 'news:follow.others') },
      ...(follows.length === 0 && !isOn ? [] : [{ key: 'news:ask-stop', label: words.t('news:follow.stopAll') }]),
      wayOn(turn),
    ],
  };
}
