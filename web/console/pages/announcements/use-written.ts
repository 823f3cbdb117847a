import type { NewsTopic } from '../../../../core/announcements/topics.ts';
import { type Draft, useDraft } from '../../text/drafts.ts';
import { type Audience, audienceOf, makeAudience, NOBODY_LEFT_OUT } from './audience.ts';
import { CHOICES, type ChoiceId } from './choices-field.tsx';
import type { Picture } from './picture.ts';
import type { AnnouncementData } from './queries.ts';
import { TOPICS } from './topic-field.tsx';

/** `requestId` stays the same for the same words, so that a new announcement which is saved twice is one. */
export type Written = What & { requestId: string };

type What = {
  text: string;
  topic: NewsTopic;
  choices: ChoiceId[];
  audience: Audience;
  picture: Picture | undefined;
};
type Local = What & { since: string };

/** What is being written: kept on this machine at each keystroke, beginning with what the office has. */
export function useWritten(announcement: AnnouncementData | undefined) {
  const [local, { write, clear }] = useDraft(`announcement/${announcement?.id ?? 'new'}`);
  const kept = {
    text: announcement?.text ?? '',
    topic: topicOf(announcement?.topic),
    choices: choicesAmong(announcement?.choices ?? []),
    audience: announcement === undefined ? NOBODY_LEFT_OUT : audienceOf(announcement.audience),
    picture: pictureOf(announcement?.picture),
  };
  const found = readLocal(local);
  const { text, topic, choices, audience, picture } = found ?? kept;
  const since = announcement?.updatedAt ?? '';
  const isSaved = announcement !== undefined && isSame({ text: text.trim(), topic, choices, audience, picture }, kept);
  return {
    written: { text, topic, choices, audience, picture, requestId: local.requestId } satisfies Written,
    isSaved,
    /** Somebody else changed it after this machine's words were begun. */
    isOverwriting: found !== undefined && found.since !== since && !isSaved,
    write: (next: What) => {
      const what = { text: next.text, topic: next.topic, choices: next.choices, audience: next.audience };
      write(JSON.stringify({ ...what, picture: next.picture, since: found?.since ?? since } satisfies Local));
    },
    forget: clear,
  };
}

const topicOf = (id: unknown): NewsTopic => TOPICS.find((topic) => topic === id) ?? 'general';

const choicesAmong = (ids: readonly unknown[]): ChoiceId[] => CHOICES.filter((id) => ids.includes(id));

/** Always in the same order of keys. */
function pictureOf(found: unknown): Picture | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  const get = (key: string): unknown => Reflect.get(found, key);
  const [id, width, height, alt] = [get('id'), Number(get('width')), Number(get('height')), get('alt')];
  return typeof id === 'string' ? { id, width, height, alt: typeof alt === 'string' ? alt : '' } : undefined;
}

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

function readLocal({ text: stored }: Draft): Local | undefined {
  if (stored === '') return undefined;
  try {
    const found: unknown = JSON.parse(stored);
    if (typeof found !== 'object' || found === null || !('text' in found) || !('audience' in found)) return undefined;
    const lists = typeof found.audience === 'object' && found.audience !== null ? found.audience : {};
    const get = (name: string): unknown => Reflect.get(lists, name);
    const audience = makeAudience(
      (kind) => [get(kind)].flat().filter((value) => typeof value === 'string'),
      (which) => String(get(which === 'since' ? 'seenSince' : 'notSeenSince') ?? ''),
    );
    const choices = choicesAmong('choices' in found ? [found.choices].flat() : []);
    const topic = topicOf('topic' in found ? found.topic : undefined);
    const picture = pictureOf('picture' in found ? found.picture : undefined);
    const since = 'since' in found ? String(found.since) : '';
    return { text: String(found.text), topic, choices, audience, picture, since };
  } catch {
    return undefined;
  }
}
