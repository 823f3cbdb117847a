import type { Locale } from '../../../locales/words.ts';
import { type DescribedItem, describeItem } from '../../requests/describe-answers.ts';
import type { KeptItem } from '../../requests/kept-items.ts';
import { padDays } from './paper-time.ts';

/** One item as a paper has it: of a question about days they are written as everywhere on papers; own words stay as they are. */
export function describeForPaper(item: KeptItem, locale: Locale): DescribedItem {
  const told = describeItem(item, locale);
  return item.asked?.question.field.kind === 'when' ? { ...told, text: padDays(told.text) } : told;
}
