import { readFollowWords } from '../../../../core/announcements/read-follow.ts';
import { writeTopics } from './follow.ts';

/** The choice that words about following news mean; undefined when they are about something else. */
export function wayOfFollowWords(text: string): string | undefined {
  const said = readFollowWords(text);
  switch (said?.kind) {
    case undefined:
      return undefined;
    case 'mine':
      return 'news:mine';
    case 'offered':
      return 'news:topics';
    case 'none':
      return 'news:ask-stop';
    case 'follow':
      return said.topics.length === 0 ? 'news:topics' : `news:follow:${writeTopics(said.topics)}`;
    case 'unfollow':
      return said.topics.length === 0 ? 'news:mine' : `news:unfollow:${writeTopics(said.topics)}`;
  }
}
