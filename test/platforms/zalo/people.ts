import { createHash, randomBytes } from 'node:crypto';
import type { FakeZaloSettings } from './options.ts';
import type { ZaloEvent } from './updates.ts';

/** What a person sees in the chat. */
export type Received =
  | { kind: 'text'; messageId: string; text: string }
  | { kind: 'photo'; messageId: string; photo: string; caption?: string }
  | { kind: 'sticker' | 'voice'; messageId: string };

export type FakePerson = {
  /** About 20 hexadecimal digits, and the id of the chat with the bot too. Never a number. */
  id: string;
  name: string;
  received: Received[];
  /** How often the bot showed that it is typing. */
  typing: number;
  /** Texts of what was received, in order. */
  texts: () => string[];
  /** Each of these answers the id of the message. */
  says: (text: string) => string;
  sendsPhoto: (photo: Uint8Array | { url: string }, more?: { caption?: string }) => string;
  sends: (kind: 'sticker' | 'voice' | 'unsupported') => string;
  /** Writes in a group in which the bot is. */
  saysInGroup: (text: string) => string;
  /** Any event at all, as it is. */
  causes: (event: ZaloEvent) => void;
  /** Wants to hear nothing more: to the bot it is as if the chat were not there. Who writes again has taken it back. */
  blocks: () => void;
};

export type People = {
  /** The same name is the same person. */
  person: (name: string) => FakePerson;
  /** Whether the bot may write to this chat: only somebody who wrote first. */
  find: (chatId: string) => FakePerson | undefined;
  /** Those over the limit of the plan, whose messages do not reach the bot. */
  turnedAway: () => string[];
};

export const newMessageId = (): string => randomBytes(10).toString('hex');

export function createPeople(options: {
  settings: FakeZaloSettings;
  arrive: (event: ZaloEvent) => void;
  hostPhoto: (bytes: Uint8Array) => string;
}): People {
  const { settings, arrive, hostPhoto } = options;
  const people = new Map<string, FakePerson>();
  const wrote = new Set<string>();
  const blocked = new Set<string>();
  const turnedAway = new Set<string>();

  const create = (name: string): FakePerson => {
    const id = createHash('sha1').update(name).digest('hex').slice(0, 20);

    const tell = (event: string, more: Record<string, unknown>, chat = { id, chat_type: 'PRIVATE' }): string => {
      const messageId = newMessageId();
      if (!wrote.has(id) && wrote.size >= settings.userLimit) {
        turnedAway.add(name);
        return messageId;
      }
      wrote.add(id);
      blocked.delete(id);
      const from = { id, [settings.nameField]: name, is_bot: false };
      const message = { message_id: messageId, date: settings.now().getTime(), from, chat, ...more };
      arrive({ event_name: `message.${event}.received`, message });
      return messageId;
    };

    const person: FakePerson = {
      id,
      name,
      received: [],
      typing: 0,
      texts: () => person.received.flatMap((message) => (message.kind === 'text' ? [message.text] : [])),
      says: (text) => tell('text', { text }),
      sendsPhoto: (photo, { caption } = {}) =>
        tell('image', {
          [settings.photoField]: 'url' in photo ? photo.url : hostPhoto(photo),
          message_type: 'CHAT_PHOTO',
          ...(caption === undefined ? {} : { caption }),
        }),
      sends: (kind) => {
        if (kind === 'sticker') return tell(kind, { sticker: 'fake0001', url: 'https://stickers.example/fake0001' });
        if (kind === 'voice')
          return tell(kind, { voice_url: 'https://voices.example/a.aac', message_type: 'CHAT_VOICE' });
        return tell(kind, {});
      },
      saysInGroup: (text) => tell('text', { text }, { id: `9${id.slice(1)}`, chat_type: 'GROUP' }),
      causes: arrive,
      blocks: () => void blocked.add(id),
    };
    return person;
  };

  const person = (name: string): FakePerson => {
    const known = people.get(name) ?? create(name);
    people.set(name, known);
    return known;
  };

  return {
    person,
    find: (chatId) =>
      wrote.has(chatId) && !blocked.has(chatId) ? [...people.values()].find(({ id }) => id === chatId) : undefined,
    turnedAway: () => [...turnedAway],
  };
}
