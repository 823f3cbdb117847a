import {
  type AnnouncementMessage,
  announcementContent,
  announcementTo,
} from '../../bot/outbox/announcement-content.ts';
import { previewMessage } from '../../bot/outbox/preview-message.ts';
import { findPersonalNumbers } from '../../core/announcements/personal-numbers.ts';
import { parseTemplate } from '../../core/announcements/template.ts';
import { wordsFor } from '../../locales/words.ts';

/** Of a picture only its words count here, and whether it can be fetched from our public address. */
type Previewed = Omit<AnnouncementMessage, 'picture'> & { picture?: { id: string; alt: string } };

/**
 * The messages of each channel for somebody whose name and commune are known, and what stands there for who is not; what in
 * the text looks like somebody's number, and which variables are none.
 */
export function previewAnnouncement({ picture, ...message }: Previewed, { publicUrl }: { publicUrl: string }) {
  const { t } = wordsFor('vi');
  const shown = picture && { picture: { ...picture, secret: '', width: 0, height: 0 } };
  const content = announcementContent({ ...message, ...shown }, { locale: 'vi', publicUrl });
  const known = { name: t('news:example.name'), commune: t('news:example.commune') };
  const { parts, faults } = parseTemplate(message.text);
  return {
    previews: previewMessage(announcementTo(content, known)),
    /** What who is not known reads; null when nothing is filled in. */
    ofUnknown: parts.some((part) => 'variable' in part) ? announcementTo(content, {}).text : null,
    wrongVariables: faults,
    personalNumbers: findPersonalNumbers(`${message.text}\n${picture?.alt ?? ''}`),
  };
}
