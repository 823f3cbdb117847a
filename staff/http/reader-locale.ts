import type { Context } from 'hono';
import type { Locale } from '../../locales/words.ts';

/** The language in which the console is read, which it tells with each question. */
export function readerLocale(c: Context): Locale {
  return c.req.header('accept-language')?.startsWith('en') ? 'en' : 'vi';
}
