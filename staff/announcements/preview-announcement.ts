import {
  type AnnouncementMessage,
  announcementContent,
  announcementTo,
} from '../../bot/outbox/announcement-content.ts';
import { previewMessage } from '../../bot/outbox/preview-message.ts';
import { findPersonalNumbers } from '../../core/announcements/personal-numbers.ts';
import { parseTemplate } from '../../core/announcements/template.ts';
import { wordsFor } from '../../locales/words.ts';

/**
 * The messages of each channel for somebody whose name and commune are known, and what stands there for who is not; what in
 * the text looks like somebody's number, and which variables are none.
 */
export function previewAnnouncement(message: AnnouncementMessage) {
  const { t } = wordsFor('vi');
  const content = announcementContent(message, 'vi');
  const known = { name: t('news:example.name'), commune: t('news:example.commune') };
  const { parts, faults } = parseTemplate(message.text);
  return {
    previews: previewMessage(announcementTo(content, known)),
    /** What who is not known reads; null when nothing is filled in. */
    ofUnknown: parts.some((part) => 'variable' in part) ? announcementTo(content, {}).text : null,
    wrongVariables: faults,
    personalNumbers: findPersonalNumbers(message.text),
  };
}
