import { errorFacts } from '../../core/error-facts.ts';

/** Keys whose values a log never holds, wherever they stand. Compared in small letters. */
const SECRET_KEYS = new Set([
  ...['text', 'content', 'raw', 'answer', 'answers', 'value', 'values', 'body', 'caption', 'question', 'query', 'data'],
  ...['name', 'displayname', 'phone', 'email', 'address', 'recipient', 'ip', 'ipaddress', 'useragent', 'payload'],
  ...['token', 'password', 'secret', 'authorization', 'cookie', 'url', 'headers', 'link', 'apikey'],
]);
/** Keys of ours whose words are written by us alone. */
const OWN_WORDS = new Set(['at', 'stack', 'folder', 'file', 'route', 'path', 'where', 'names']);

const LONGEST_FACT = 200;
const DEPTH = 4;
const DROPPED = '[kept out]';

/**
 * What of some facts a log may hold: ids, codes and numbers. A string that could be a person's words (a blank or a
 * letter beyond ASCII in it) is dropped, since nobody can tell it from harmless ones; errors lose their messages, because
 * a database's may quote what was being written.
 */
export function cleanFacts(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, cleanValue(key, value, DEPTH)]));
}

function cleanValue(key: string, value: unknown, depth: number): unknown {
  if (value === undefined || value === null || typeof value === 'boolean') return value;
  if (SECRET_KEYS.has(key.toLowerCase())) return DROPPED;
  if (typeof value === 'number') return isLikePhone(String(value)) ? DROPPED : value;
  if (typeof value === 'string') return cleanString(key, value);
  if (value instanceof Error) return errorFacts(value);
  if (value instanceof Date) return value.toISOString();
  if (depth === 0 || typeof value !== 'object') return DROPPED;
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => cleanValue(key, item, depth - 1));
  const inner = Object.entries(value).slice(0, 50);
  return Object.fromEntries(inner.map(([name, item]) => [name, cleanValue(name, item, depth - 1)]));
}

function cleanString(key: string, text: string): string {
  const short = text.length > LONGEST_FACT ? `${text.slice(0, LONGEST_FACT)}…` : text;
  if (OWN_WORDS.has(key)) return hideSecrets(short);
  if (/[^\x21-\x7e]/.test(text)) return DROPPED;
  return hideSecrets(short);
}

/** Hides what looks like a phone number, a password in a URL, a platform's token or a key, in words we wrote ourselves. */
export function hideSecrets(text: string): string {
  return text
    .replace(/:\/\/[^\s/@]+@/g, '://…@')
    .replace(/\b\d{6,12}:[\w-]{20,}/g, '…')
    .replace(/(?<![\w-])(?![\da-f]{8}-)[\w-]{32,}(?![\w-])/gi, '…')
    .replace(/(?<![\w-])\+?(?:84|0)(?:[\s.-]?\d){9}(?![\w-])/g, '…');
}

function isLikePhone(digits: string): boolean {
  return /^(84)?[35789]\d{8}$/.test(digits);
}
