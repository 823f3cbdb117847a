import { pageLocale } from '../../words/words.ts';

/** "1.826"; in English "1,826". */
export function sayCount(count: number): string {
  return new Intl.NumberFormat(pageLocale() === 'en' ? 'en' : 'vi-VN').format(count);
}
