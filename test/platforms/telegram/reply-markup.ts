import { z } from 'zod';
import type { Chat, ReceivedMessage } from './state.ts';

/*
 * What may stand under a message, refused as Telegram refuses it (source of tdlib: ReplyMarkup.cpp, Client.cpp of
 * telegram-bot-api). One thing is stricter here: of two kinds of markup in one message Telegram keeps one and says nothing.
 */

const MAX_CALLBACK_BYTES = 64;

const button = z.object({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() });
const key = z.union([
  z.string().transform((text) => ({ text, request_contact: undefined })),
  z.object({ text: z.string(), request_contact: z.boolean().optional() }),
]);
const KINDS = {
  inline_keyboard: z.array(z.array(button)),
  keyboard: z.array(z.array(key)),
  remove_keyboard: z.literal(true),
} as const;
const FLAGS = ['one_time_keyboard', 'resize_keyboard', 'is_persistent', 'selective', 'request_contact'] as const;

type Shown = Pick<ReceivedMessage, 'buttons' | 'keyboard'>;

/** What a phone shows of it, or the words in which it is refused. */
export function readReplyMarkup(given: unknown, chat: Chat): Shown | string {
  if (given === undefined) return { buttons: [], keyboard: undefined };
  const markup = typeof given === 'string' ? parse(given) : given;
  if (markup === undefined) return "can't parse reply keyboard markup JSON object";
  if (typeof markup !== 'object' || markup === null || Array.isArray(markup)) return 'object expected as reply markup';
  const flag = FLAGS.find((name) => name in markup && typeof Reflect.get(markup, name) !== 'boolean');
  if (flag !== undefined) return `field "${flag}" must be of type Boolean`;
  const kinds = Object.keys(KINDS).filter((kind) => kind in markup);
  if (kinds.length > 1) return 'this fake takes one kind of reply markup a message; Telegram would drop the others';
  if ('inline_keyboard' in markup) return readButtons(markup.inline_keyboard);
  if ('keyboard' in markup) return readKeyboard(markup.keyboard, chat);
  if ('remove_keyboard' in markup && !KINDS.remove_keyboard.safeParse(markup.remove_keyboard).success) {
    return 'field "remove_keyboard" must be of type Boolean';
  }
  return { buttons: [], keyboard: 'remove_keyboard' in markup ? [] : undefined };
}

function readButtons(given: unknown): Shown | string {
  const rows = KINDS.inline_keyboard.safeParse(given);
  if (!rows.success) return 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays';
  for (const { text, callback_data: data, url } of rows.data.flat()) {
    if (text === '') return 'keyboard button text must be non-empty';
    if (data === undefined && url === undefined) return 'text buttons are unallowed in the inline keyboard';
    const bytes = Buffer.byteLength(data ?? 'x');
    if (bytes < 1 || bytes > MAX_CALLBACK_BYTES) return 'BUTTON_DATA_INVALID';
  }
  const buttons = rows.data.map((row) =>
    row.map(({ text, callback_data }) => ({ text, callback_data: callback_data ?? '' })),
  );
  return { buttons, keyboard: undefined };
}

function readKeyboard(given: unknown, chat: Chat): Shown | string {
  const rows = KINDS.keyboard.safeParse(given);
  if (!rows.success) return 'field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays';
  for (const { text, request_contact: isContact } of rows.data.flat()) {
    if (text === '') return 'keyboard button text must be non-empty';
    if (isContact && chat.type !== 'private') return 'phone number can be requested in private chats only';
  }
  return { buttons: [], keyboard: rows.data };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
