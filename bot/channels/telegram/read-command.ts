import type { IncomingBody } from '../channel.ts';

type Said = Extract<IncomingBody, { kind: 'text' | 'choice' }>;

/** Commands have Latin letters only, so each stands for the words that the conversation knows. */
const WORDS: Record<string, string> = {
  start: 'menu',
  menu: 'menu',
  help: 'menu',
  batdau: 'menu',
  trogiup: 'menu',
  quaylai: 'quay lại',
  back: 'quay lại',
  doclai: 'đọc lại',
  repeat: 'đọc lại',
  dung: 'dừng',
  stop: 'dừng',
  gapcanbo: 'gặp cán bộ',
  officer: 'gặp cán bộ',
  huy: 'huỷ',
  cancel: 'huỷ',
};

/** "/gap_can_bo@ten_bot", "/start register" */
const COMMAND = /^\/([a-z\d_]{1,64})(?:@\w+)?(?:\s+([\s\S]*))?$/i;
const ARTICLE = /^ask-([a-z\d][a-z\d-]{0,48})$/;

/** What a message means that may be a command: words, or the choice that a deep link (t.me/bot?start=…) asks for. */
export function readCommand(text: string): Said {
  const [, name = '', rest = ''] = COMMAND.exec(text.trim()) ?? [];
  if (name === '') return { kind: 'text', text };
  if (name.toLowerCase() === 'start' && rest !== '') return readDeepLink(rest.trim());
  const known = WORDS[name.toLowerCase().replaceAll('_', '')];
  // An unknown command is what somebody typed: its words are searched as they are.
  return { kind: 'text', text: known ?? `${name.replaceAll('_', ' ')} ${rest}`.trim() };
}

/** A link may have been made by anybody, so it opens only what is harmless to open. */
function readDeepLink(payload: string): Said {
  if (payload === 'register') return { kind: 'choice', key: 'register:start' };
  const article = ARTICLE.exec(payload)?.[1];
  return article === undefined ? { kind: 'text', text: 'menu' } : { kind: 'choice', key: `ask:article:${article}` };
}
