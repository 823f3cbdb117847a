import type { WordKey, Words } from '../../../locales/words.ts';

type Behind<Key> = Key extends `outline:blanks.${infer Of}` ? Of : never;
/** What a blank is for. */
export type BlankOf = Behind<WordKey>;

/** "[cán bộ điền: giá theo báo giá]": what nobody told is left to an officer, in words that no one can overlook. */
export function blank({ t }: Pick<Words, 't'>, of: BlankOf): string {
  return t('outline:blank', { what: t(`outline:blanks.${of}`) });
}
