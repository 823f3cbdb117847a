import { type Locale, wordsFor } from '../../locales/words.ts';
import type { DeliveryContent } from '../../records/deliveries.ts';

/** An announcement as one person reads it: what the office wrote, and one plain line how to stop such news. */
export function announcementContent(text: string, locale: Locale): DeliveryContent {
  return { text: `${text}\n\n${wordsFor(locale).t('news:howToStop')}`, choices: [] };
}
