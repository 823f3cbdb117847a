import { type Draft, useDraft } from '../../text/drafts.ts';
import { type Audience, audienceOf, makeAudience, NOBODY_LEFT_OUT } from './audience.ts';
import type { AnnouncementData } from './queries.ts';

/** `requestId` stays the same for the same words, so that a new announcement which is saved twice is one. */
export type Written = { text: string; audience: Audience; requestId: string };

type Local = { text: string; audience: Audience; since: string };

/** What is being written: kept on this machine at each keystroke, beginning with what the office has. */
export function useWritten(announcement: AnnouncementData | undefined) {
  const [local, { write, clear }] = useDraft(`announcement/${announcement?.id ?? 'new'}`);
  const kept = {
    text: announcement?.text ?? '',
    audience: announcement === undefined ? NOBODY_LEFT_OUT : audienceOf(announcement.audience),
  };
  const found = readLocal(local);
  const { text, audience } = found ?? kept;
  const since = announcement?.updatedAt ?? '';
  const isSaved = announcement !== undefined && isSame({ text: text.trim(), audience }, kept);
  return {
    written: { text, audience, requestId: local.requestId } satisfies Written,
    isSaved,
    /** Somebody else changed it after this machine's words were begun. */
    isOverwriting: found !== undefined && found.since !== since && !isSaved,
    write: (next: { text: string; audience: Audience }) =>
      write(JSON.stringify({ text: next.text, audience: next.audience, since: found?.since ?? since } satisfies Local)),
    forget: clear,
  };
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
    return { text: String(found.text), audience, since: 'since' in found ? String(found.since) : '' };
  } catch {
    return undefined;
  }
}
