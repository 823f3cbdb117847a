import type { Locale } from '../../locales/words.ts';

/** The language in which a person is written to. */
export function toLocale(locale: string): Locale {
  return locale === 'en' ? 'en' : 'vi';
}
