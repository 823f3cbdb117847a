import type { Db } from '../../../records/database.ts';
import { hasUnhandledInbound } from '../../../records/inbound.ts';
import { START_POSITION } from '../../../records/transcript-position.ts';
import { readTranscript, type TranscriptEntry } from '../../../records/transcripts.ts';
import type { ChatMessage, HistoryPage } from './protocol.ts';

const PAGE_SIZE = 40;

const EMPTY: HistoryPage = { messages: [], cursor: START_POSITION, answering: false, more: false };

export type Whose = { contactId: string | null; personId: string | null };

/** A page of what was said on one chat page: the latest, what came before a position, or what came after it. */
export async function readHistory(
  db: Db,
  { contactId, personId }: Whose,
  where: { before?: string } | { after: string } = {},
): Promise<HistoryPage> {
  if (contactId === null || personId === null) return EMPTY;
  const query = { with: { contactId }, deliveries: 'arrived', limit: PAGE_SIZE, ...where } as const;
  const { entries, more } = await readTranscript(db, query);
  const after = 'after' in where ? where.after : START_POSITION;
  // What came late may stand before the position that was asked for.
  const positions = [after, ...entries.map((entry) => entry.position)].sort();
  return {
    messages: entries.map(toChatMessage),
    cursor: positions.at(-1) ?? after,
    answering: await hasUnhandledInbound(db, personId),
    more,
  };
}

function toChatMessage({ position, at, said }: TranscriptEntry): ChatMessage {
  if (said.by === 'person') {
    const { platformMessageId: id, text, photos } = said;
    return { id, position, at: at.toISOString(), from: 'person', text: text ?? '', choices: [], photos, seen: true };
  }
  const { picture } = said.content;
  return {
    id: said.id,
    position,
    at: at.toISOString(),
    from: said.kind === 'reply' ? 'assistant' : said.kind,
    text: said.content.text,
    choices: said.content.choices,
    photos: [],
    ...(picture && {
      picture: { path: picture.path, alt: picture.alt, width: picture.width, height: picture.height },
    }),
    seen: said.seenAt !== null,
  };
}
