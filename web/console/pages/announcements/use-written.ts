import type { NewsTopic } from '../../../../core/announcements/topics.ts';
import { type Draft, useDraft } from '../../text/drafts.ts';
import { type Audience, audienceOf, makeAudience, NOBODY_LEFT_OUT } from './audience.ts';
import { CHOICES, type ChoiceId } from './choices-field.tsx';
import type { AnnouncementData } from './queries.ts';
import { TOPICS } from './topic-field.tsx';

/** `requestId` stays the same for the same words, so that a new announcement which is saved twice is one. */
export type Written = What & { requestId: string };

type What = { text: string; topic: NewsTopic; choices: ChoiceId[]; audience: Audience };
type Local = What & { since: string };

/** What is being written: kept on this machine at each keystroke, beginning with what the office has. */
export function useWritten(announcement: AnnouncementData | undefined) {
  const [local, { write, clear }] = useDraft(`announcement/${announcement?.id ?? 'new'}`);
  const kept = {
    text: announcement?.text ?? '',
    topic: topicOf(announcement?.topic),
    choices: choicesAmong(announcement?.choices ?? []),
    audience: announcement === undefined ? NOBODY_LEFT_OUT : audienceOf(announcement.audience),
  };
  const found = readLocal(local);
  const { text, topic, choices, audience } = found ?? kept;
  const since = announcement?.updatedAt ?? '';
  const isSaved = announcement !== undefined && isSame({ text: text.trim(), topic, choices, audience }, kept);
  return {
    written: { text, topic, choices, audience, requestId: local.requestId } satisfies Written,
    isSaved,
    /** Somebody else changed it after this machine's words were begun. */
    isOverwriting: found !== undefined && found.since !== since && !isSaved,
    write: ({ text: words, topic: about, choices: chosen, audience: whom }: What) => {
      const next: Local = { text: words, topic: about, choices: chosen, audience: whom, since: found?.since ?? since };
      write(JSON.stringify(next));
    },
    forget: clear,
  };
}

const topicOf = (id: unknown): NewsTopic => TOPICS.find((topic) => topic === id) ?? 'general';

const choicesAmong = (ids: readonly unknown[]): ChoiceId[] => CHOICES.filter((id) => ids.includes(id));

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
    return { text: String(found.text), topic, choices, audience, since: 'since' in found ? String(found.since) : '' };
  } catch {
    return undefined;
  }
}
