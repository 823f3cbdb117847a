import { randomInt, randomUUID } from 'node:crypto';
import type { Chat, FakeState, Json, ReceivedMessage, Update } from './state.ts';

export type FakePerson = {
  id: number;
  /** What this person's phone shows, oldest first. */
  received: ReceivedMessage[];
  last: () => ReceivedMessage | undefined;
  /** Opens the bot: "/start", with what a deep link carries. */
  starts: (payload?: string) => void;
  says: (text: string) => void;
  /** Taps the button with this label on the newest message that has it. The same tap may arrive again under a new id. */
  taps: (label: string) => string;
  /** The keyboard that stands in place of the letters, none when it was removed. */
  keyboard: () => { text: string; request_contact?: boolean }[];
  /** Taps a key of it: its words are said, or one's own card is shared. */
  presses: (label: string) => void;
  sendsPhoto: (bytes: Uint8Array, more?: { caption?: string; album?: string; fileSize?: number }) => void;
  /** Several photos at once: a message each, with one id of the album; the caption is the first one's. */
  sendsAlbum: (photos: Uint8Array[], caption?: string) => void;
  /** A photo "as a file", or any other file. */
  sendsDocument: (bytes: Uint8Array, more: { mimeType: string; fileSize?: number }) => void;
  /** Changes what was said before. */
  edits: (text: string) => void;
  saysInGroup: (text: string) => void;
  /** Any update at all, with its number. */
  causes: (body: Json) => void;
  sendsSticker: () => void;
  sendsVoice: () => void;
  /** Shares a card: their own, or somebody else's. */
  sharesContact: (phone: string, of?: 'own' | 'other') => void;
  blocks: () => void;
  unblocks: () => void;
};

/** On everybody's own card. */
const PHONE = '+84900000001';

export function createPerson(state: FakeState, options: { name: string; push: (update: Update) => void }): FakePerson {
  const id = randomInt(100_000, 2_000_000_000);
  const empty = { firstName: options.name, hasStarted: false, hasBlocked: false, received: [], sentAt: [] };
  const chat: Chat = { id, type: 'private', ...empty };
  state.chats.set(id, chat);
  const from = { id, is_bot: false, first_name: options.name, language_code: 'vi' };
  const chatJson = { id, type: 'private', first_name: options.name };

  const push = (body: Json): void => options.push({ update_id: state.nextUpdateId++, ...body });
  const sendMessage = (body: Json): void => {
    chat.hasStarted = true;
    push({
      message: {
        message_id: state.nextMessageId++,
        date: Math.floor(state.now() / 1000),
        chat: chatJson,
        from,
        ...body,
      },
    });
  };
  const storeFile = (bytes: Uint8Array, size = bytes.byteLength) => {
    const file_id = `file-${randomUUID()}`;
    state.files.set(file_id, { file_id, file_path: `photos/${file_id}.jpg`, bytes, size });
    return { file_id, file_unique_id: `u${file_id}`, file_size: size };
  };
  const sendPhoto: FakePerson['sendsPhoto'] = (bytes, more = {}) => {
    // The smaller copies that Telegram makes come first; whoever takes one of these has no readable photo.
    const thumb = { ...storeFile(new Uint8Array(1)), width: 90, height: 67 };
    const whole = { ...storeFile(bytes, more.fileSize), width: 1280, height: 960 };
    sendMessage({ photo: [thumb, whole], caption: more.caption, media_group_id: more.album });
  };
  const changeMembership = (status: 'kicked' | 'member'): void => {
    const was = status === 'kicked' ? 'member' : 'kicked';
    push({
      my_chat_member: {
        chat: chatJson,
        from,
        date: Math.floor(state.now() / 1000),
        old_chat_member: { user: { id: 1, is_bot: true, first_name: 'Khuyến công' }, status: was },
        new_chat_member: { user: { id: 1, is_bot: true, first_name: 'Khuyến công' }, status, until_date: 0 },
      },
    });
  };

  const sharesContact: FakePerson['sharesContact'] = (phone, of = 'own') =>
    sendMessage({ contact: { phone_number: phone, first_name: options.name, user_id: of === 'own' ? id : id + 1 } });
  const keyboard = () => chat.received.findLast((message) => message.keyboard !== undefined)?.keyboard?.flat() ?? [];

  return {
    id,
    received: chat.received,
    last: () => chat.received.at(-1),
    starts: (payload) => {
      if (payload !== undefined && !/^[\w-]{1,64}$/.test(payload)) throw new Error('No such deep link can be opened.');
      sendMessage({ text: payload === undefined ? '/start' : `/start ${payload}` });
    },
    says: (text) => sendMessage({ text }),
    taps: (label) => {
      const message = chat.received.findLast(({ buttons }) => buttons.flat().some((button) => button.text === label));
      const data = message?.buttons.flat().find((button) => button.text === label)?.callback_data;
      if (message === undefined || data === undefined) throw new Error(`No button "${label}" to tap.`);
      const queryId = String(randomInt(1, 2 ** 47));
      state.callbacks.set(queryId, { id: queryId, chatId: id, at: state.now(), answered: false });
      push({
        callback_query: {
          id: queryId,
          from,
          chat_instance: String(id),
          data,
          message: { message_id: message.message_id, date: 0, chat: chatJson, text: message.text },
        },
      });
      return queryId;
    },
    keyboard,
    presses: (label) => {
      const key = keyboard().find(({ text }) => text === label);
      if (key === undefined) throw new Error(`No key "${label}" to press.`);
      if (key.request_contact) sharesContact(PHONE);
      else sendMessage({ text: label });
    },
    sendsPhoto: sendPhoto,
    sendsAlbum: (photos, caption) => {
      const album = String(randomInt(1, 2 ** 47));
      for (const [index, bytes] of photos.entries())
        sendPhoto(bytes, { album, caption: index === 0 ? caption : undefined });
    },
    sendsDocument: (bytes, { mimeType, fileSize }) =>
      sendMessage({ document: { ...storeFile(bytes, fileSize), file_name: 'IMG_0001', mime_type: mimeType } }),
    edits: (text) => push({ edited_message: { message_id: state.nextMessageId, date: 0, chat: chatJson, from, text } }),
    saysInGroup: (text) => {
      const known = state.chats.get(-id) ?? { ...empty, id: -id, type: 'group', received: [], sentAt: [] };
      state.chats.set(-id, { ...known, hasStarted: true });
      push({
        message: {
          message_id: state.nextMessageId++,
          date: 0,
          chat: { id: -id, type: 'group', title: 'Xã' },
          from,
          text,
        },
      });
    },
    causes: push,
    sendsSticker: () =>
      sendMessage({ sticker: { file_id: 's', file_unique_id: 's', width: 1, height: 1, type: 'regular' } }),
    sendsVoice: () => sendMessage({ voice: { file_id: 'v', file_unique_id: 'v', duration: 2 } }),
    sharesContact,
    blocks: () => {
      chat.hasBlocked = true;
      changeMembership('kicked');
    },
    unblocks: () => {
      chat.hasBlocked = false;
      changeMembership('member');
    },
  };
}
