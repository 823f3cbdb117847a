import { findTopicOfArticles } from '../../../../core/announcements/topics.ts';
import type { Article } from '../../../../core/answers/article.ts';
import { mayOfferFollow } from '../../../../records/follows.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Turn } from '../../topic.ts';

/**
 * Under an answer about fairs or courses: to follow such news, once in a person's life and never in the middle of something,
 * where it would not be shown.
 */
export async function offerFollow(turn: Turn, articles: readonly Article[]): Promise<Choice[]> {
  const { tx, person, conversation, words, now } = turn;
  if (conversation.open !== undefined || conversation.paused !== undefined) return [];
  const topic = findTopicOfArticles(articles.flatMap(({ topics }) => topics));
  if (topic === undefined || !(await mayOfferFollow(tx, { personId: person.id, topic, now }))) return [];
  const label = words.t('news:follow.offer', { topic: words.t(`news:topic.${topic}`) });
  return [{ key: `news:follow:${topic}`, label }];
}
