/**
 * What the centre's news is about; each can be followed by itself. `isInNews`: who agreed to the centre's news gets it too. The
 * words of that consent name openings, fairs and courses; notices of markets are only for who follows them.
 */
const TOPICS = [
  { id: 'general', isInNews: true },
  { id: 'fairs', isInNews: true },
  { id: 'training', isInNews: true },
  { id: 'china-market', isInNews: false },
  { id: 'tariffs', isInNews: false },
  { id: 'technical-barriers', isInNews: false },
  { id: 'food-safety', isInNews: false },
] as const;

export type NewsTopic = (typeof TOPICS)[number]['id'];

/** In the order in which they are offered. */
export const NEWS_TOPICS: readonly NewsTopic[] = TOPICS.map(({ id }) => id);
/** Those that come with the centre's news. */
export const TOPICS_IN_NEWS: readonly NewsTopic[] = TOPICS.filter(({ isInNews }) => isInNews).map(({ id }) => id);
/** Notices of markets and export, chosen one by one or all together. */
export const MARKET_TOPICS: readonly NewsTopic[] = TOPICS.filter(({ isInNews }) => !isInNews).map(({ id }) => id);

export function isNewsTopic(text: string): text is NewsTopic {
  return NEWS_TOPICS.some((id) => id === text);
}

/** What a person said about news; `follows` and `refuses` are their last words on single topics. */
export type NewsWishes = { wantsNews: boolean; follows: readonly string[]; refuses: readonly string[] };

/** Whether somebody gets announcements of a topic. `records/follows.ts` says the same in SQL. */
export function getsNewsOf(topic: string, { wantsNews, follows, refuses }: NewsWishes): boolean {
  if (follows.includes(topic)) return true;
  return wantsNews && TOPICS_IN_NEWS.some((id) => id === topic) && !refuses.includes(topic);
}

/** What a question was about (topics of articles), as the topic of news that may be of use to who asked. */
const OF_ARTICLES: Record<string, NewsTopic> = { fair: 'fairs', training: 'training' };

export function findTopicOfArticles(articleTopics: readonly string[]): NewsTopic | undefined {
  for (const topic of articleTopics) {
    const found = OF_ARTICLES[topic];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What words about following mean; `topics` is empty where they name none. */
export type FollowWords =
  | { kind: 'follow' | 'unfollow'; topics: NewsTopic[] }
  /** Which one follows; which can be followed; none any more. */
  | { kind: 'mine' | 'offered' | 'none' };
