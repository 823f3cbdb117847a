import { createInstance } from 'i18next';
import { AppError } from '../core/app-error.ts';
import { en, vi } from './resources.ts';

export type Locale = 'vi' | 'en';

type Paths<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Prefix}${Key}` : Paths<T[Key], `${Prefix}${Key}.`>;
}[keyof T & string];

/** "namespace:path.to.word" */
export type WordKey = {
  [Namespace in keyof typeof vi & string]: `${Namespace}:${Paths<(typeof vi)[Namespace]>}`;
}[keyof typeof vi & string];

export type Words = {
  /** A word known when the code was written. */
  t: (key: WordKey, values?: Record<string, unknown>) => string;
  /** A word whose key the core made; an unknown key throws, so that nobody ever reads a key. */
  word: (key: string, values?: Record<string, unknown>) => string;
  has: (key: string) => boolean;
};

const i18n = createInstance();
await i18n.init({
  lng: 'vi',
  fallbackLng: 'vi',
  resources: { vi, en },
  ns: Object.keys(vi),
  interpolation: { escapeValue: false },
});

/** The words of one language; what English lacks is told in Vietnamese. */
export function wordsFor(locale: Locale): Words {
  const fixed = i18n.getFixedT(locale);
  const word = (key: string, values?: Record<string, unknown>): string => {
    if (!i18n.exists(key)) throw new AppError('words.missing', { key });
    return String(fixed(key, values ?? {}));
  };
  return { t: word, word, has: (key) => i18n.exists(key) };
}
