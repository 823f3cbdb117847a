import vi from '../../locales/vi/chat-page.json' with { type: 'json' };

type Paths<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Prefix}${Key}` : Paths<T[Key], `${Prefix}${Key}.`>;
}[keyof T & string];

export type WordKey = Paths<typeof vi>;

export type PageLocale = 'vi' | 'en';

let words: typeof vi = vi;
let locale: PageLocale = 'vi';

/** Vietnamese, unless the address asks for English (`?lang=en`), whose words are then fetched. */
export async function chooseWords(search: string): Promise<void> {
  if (new URLSearchParams(search).get('lang') !== 'en') return;
  words = (await import('../../locales/en/chat-page.json', { with: { type: 'json' } })).default;
  locale = 'en';
}

export const pageLocale = (): PageLocale => locale;

export function t(key: WordKey, values: Record<string, string | number> = {}): string {
  let found: unknown = words;
  for (const part of key.split('.')) found = isRecord(found) ? found[part] : undefined;
  if (typeof found !== 'string') throw new Error(`no word ${key}`);
  return found.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
