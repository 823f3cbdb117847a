import { ANNOUNCEMENT_CHOICES, type AnnouncementChoice, CHOICE_IDS } from '../../core/announcements/choices.ts';
import { picturePath } from '../../core/announcements/picture.ts';
import { fillTemplate, parseTemplate, type Variable } from '../../core/announcements/template.ts';
import { isNewsTopic, type NewsTopic } from '../../core/announcements/topics.ts';
import { isPublicAddress } from '../../core/public-address.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import type { KeptPicture } from '../../records/announcement-pictures.ts';
import type { DeliveryContent, DeliveryPicture } from '../../records/deliveries.ts';
import type { PersonalContent } from '../../records/personal-content.ts';
import type { ContentByLocale, KeptMessage } from '../../records/plan-announcement.ts';

export type AnnouncementMessage = {
  text: string;
  topic: NewsTopic;
  choices: readonly AnnouncementChoice[];
  /** `alt`: what it shows, in words. */
  picture?: KeptPicture & { alt: string };
};

/** `publicUrl`: where people and platforms reach this copy; Zalo fetches pictures from there. */
type Where = { locale: Locale; publicUrl: string | undefined };

/** An announcement as people read it: what the office wrote, one plain line how to stop such news, and what can be done at once. */
export function announcementContent(
  { text, topic, choices, picture }: AnnouncementMessage,
  where: Where,
): PersonalContent {
  const { t } = wordsFor(where.locale);
  const howToStop =
    topic === 'general' ? t('news:howToStop') : t('news:howToStopTopic', { topic: t(`news:topic.${topic}`) });
  return {
    parts: [...parseTemplate(text).parts, { text: `\n\n${howToStop}` }],
    fallback: { name: t('news:unknown.name'), commune: t('news:unknown.commune') },
    choices: choices.map((id) => ({ key: ANNOUNCEMENT_CHOICES[id], label: t(`news:choice.${id}`) })),
    ...(picture && { picture: pictureContent(picture, where) }),
  };
}

function pictureContent(
  { id, secret, alt, width, height }: NonNullable<AnnouncementMessage['picture']>,
  { locale, publicUrl }: Where,
): DeliveryPicture {
  const path = picturePath(secret);
  const inWords = wordsFor(locale).t('news:picture', { alt });
  const isPublic = publicUrl !== undefined && isPublicAddress(publicUrl);
  return { ...{ id, path, alt, inWords, width, height }, ...(isPublic && { address: `${publicUrl}${path}` }) };
}

/** What the office wrote, as it was kept. */
function readKeptMessage({ text, topic, choices, picture, pictureAlt }: KeptMessage): AnnouncementMessage {
  return {
    ...{ text, topic: isNewsTopic(topic) ? topic : 'general' },
    choices: CHOICE_IDS.filter((choice) => choices.includes(choice)),
    ...(picture && { picture: { ...picture, alt: pictureAlt } }),
  };
}

/** What is kept of an announcement, as it leaves. */
export function announcementContents(kept: KeptMessage, { publicUrl }: Pick<Where, 'publicUrl'>): ContentByLocale {
  const message = readKeptMessage(kept);
  return {
    vi: announcementContent(message, { locale: 'vi', publicUrl }),
    en: announcementContent(message, { locale: 'en', publicUrl }),
  };
}

/** The same for one person of whom this much is known. */
export function announcementTo(content: PersonalContent, known: Partial<Record<Variable, string>>): DeliveryContent {
  const { parts, fallback, ...rest } = content;
  return { ...rest, text: fillTemplate(parts, { ...fallback, ...known }) };
}
