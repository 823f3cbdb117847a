import { ANNOUNCEMENT_CHOICES, type AnnouncementChoice } from '../../core/announcements/choices.ts';
import { fillTemplate, parseTemplate, type Variable } from '../../core/announcements/template.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import type { DeliveryContent } from '../../records/deliveries.ts';
import type { PersonalContent } from '../../records/personal-content.ts';

export type AnnouncementMessage = { text: string; choices: readonly AnnouncementChoice[] };

/** An announcement as people read it: what the office wrote, one plain line how to stop such news, and what can be done at once. */
export function announcementContent({ text, choices }: AnnouncementMessage, locale: Locale): PersonalContent {
  const { t } = wordsFor(locale);
  return {
    parts: [...parseTemplate(text).parts, { text: `\n\n${t('news:howToStop')}` }],
    fallback: { name: t('news:unknown.name'), commune: t('news:unknown.commune') },
    choices: choices.map((id) => ({ key: ANNOUNCEMENT_CHOICES[id], label: t(`news:choice.${id}`) })),
  };
}

/** The same for one person of whom this much is known. */
export function announcementTo(content: PersonalContent, known: Partial<Record<Variable, string>>): DeliveryContent {
  const { parts, fallback, choices } = content;
  return { text: fillTemplate(parts, { ...fallback, ...known }), choices };
}
