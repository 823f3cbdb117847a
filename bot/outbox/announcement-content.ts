import { ANNOUNCEMENT_CHOICES, type AnnouncementChoice, CHOICE_IDS } from '../../core/announcements/choices.ts';
import { fillTemplate, parseTemplate, type Variable } from '../../core/announcements/template.ts';
import { isNewsTopic, type NewsTopic } from '../../core/announcements/topics.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import type { DeliveryContent } from '../../records/deliveries.ts';
import type { PersonalContent } from '../../records/personal-content.ts';
import type { ContentByLocale, KeptMessage } from '../../records/plan-announcement.ts';

export type AnnouncementMessage = { text: string; topic: NewsTopic; choices: readonly AnnouncementChoice[] };

/** An announcement as people read it: what the office wrote, one plain line how to stop such news, and what can be done at once. */
export function announcementContent({ text, topic, choices }: AnnouncementMessage, locale: Locale): PersonalContent {
  const { t } = wordsFor(locale);
  const howToStop =
    topic === 'general' ? t('news:howToStop') : t('news:howToStopTopic', { topic: t(`news:topic.${topic}`) });
  return {
    parts: [...parseTemplate(text).parts, { text: `\n\n${howToStop}` }],
    fallback: { name: t('news:unknown.name'), commune: t('news:unknown.commune') },
    choices: choices.map((id) => ({ key: ANNOUNCEMENT_CHOICES[id], label: t(`news:choice.${id}`) })),
  };
}

/** What the office wrote, as it was kept. */
export function readKeptMessage({ text, topic, choices }: KeptMessage): AnnouncementMessage {
  return {
    ...{ text, topic: isNewsTopic(topic) ? topic : 'general' },
    choices: CHOICE_IDS.filter((choice) => choices.includes(choice)),
  };
}

/** What is kept of an announcement, as it leaves. */
export function announcementContents(kept: KeptMessage): ContentByLocale {
  const message = readKeptMessage(kept);
  return { vi: announcementContent(message, 'vi'), en: announcementContent(message, 'en') };
}

/** The same for one person of whom this much is known. */
export function announcementTo(content: PersonalContent, known: Partial<Record<Variable, string>>): DeliveryContent {
  const { parts, fallback, choices } = content;
  return { text: fillTemplate(parts, { ...fallback, ...known }), choices };
}
