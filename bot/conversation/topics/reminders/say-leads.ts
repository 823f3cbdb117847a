import { type Lead, readLead } from '../../../../core/schedule/window-leads.ts';
import type { Words } from '../../../../locales/words.ts';

/** "7 ngày, 3 ngày và 3 giờ"; without any, that it is as usual. */
export function sayLeads(words: Words, leads: readonly Lead[]): string {
  if (leads.length === 0) return words.t('reminders:leads.asUsual');
  const said = leads.map((lead) => {
    const { unit = 'days', count = 0 } = readLead(lead) ?? {};
    return words.t(`reminders:leads.${unit}`, { number: count });
  });
  const last = said.pop() ?? '';
  return said.length === 0 ? last : words.t('reminders:leads.and', { before: said.join(', '), last });
}
