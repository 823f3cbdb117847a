import { saysAgreed } from '../../../../core/forms/speaks-to-form.ts';
import { DRAFT_LIFE } from '../../../../core/schedule/draft-life.ts';
import { foldTalk } from '../../../../core/text/fold-talk.ts';
import { recordConsent } from '../../../../records/consents.ts';
import type { Reply, Turn } from '../../topic.ts';

/** Which wording of the consent stands in `register:consent`. Raise it when the words change their meaning. */
export const CONSENT_VERSION = 'request-3';

/** Whether the person has agreed to these very words and has not taken it back. */
export function hasConsent({ person }: Turn): boolean {
  return person.agreedTo === CONSENT_VERSION;
}

/**
 * Asks for consent before anything personal (facts 7, checklist 1 and 12): who keeps what, for which purpose, how long,
 * which rights, how to withdraw, and that this is a machine. Nothing is assumed: only the two answers count.
 * Its choices are `<topic>:consent:<yes|no>:<text version>`. `isAgain`: it was told in full, which `<topic>:consent:full` shows again.
 */
export function consentQuestion({ words, centre }: Turn, topic: string, { isAgain = false } = {}): Reply {
  const full = { key: `${topic}:consent:full`, label: words.t('register:consent.full') };
  const inFull = () => [
    words.t('register:consent.intro'),
    words.t('register:consent.what', { centre: centre.name, draftDays: DRAFT_LIFE.lifeDays }),
    words.t('register:consent.rights'),
  ];
  return {
    paragraphs: isAgain ? [words.t('register:consent.short', { centre: centre.name })] : inFull(),
    choices: [
      { key: `${topic}:consent:yes:${CONSENT_VERSION}`, label: words.t('register:consent.yes') },
      { key: `${topic}:consent:no:${CONSENT_VERSION}`, label: words.t('register:consent.no') },
      ...(isAgain ? [full] : []),
    ],
  };
}

/** The same in two lines, under the first words, which tell who asks; all of it is one tap away. */
export function firstConsent(turn: Turn, understood: readonly string[]): Pick<Reply, 'paragraphs' | 'choices'> {
  const { t } = turn.words;
  const { choices } = consentQuestion(turn, 'register', { isAgain: true });
  return {
    paragraphs: [
      t('register:consent.firstKept', { draftDays: DRAFT_LIFE.lifeDays }),
      [...understood, t('register:consent.firstAsk')].join(' '),
    ],
    choices: choices.map((choice) =>
      choice.key.endsWith(':full') ? { ...choice, label: t('register:consent.readFull') } : choice,
    ),
  };
}

/** Keeps the evidence of a yes or a no: who, when, which words, over which channel. */
export async function keepConsent({ tx, ids, person, contact, now }: Turn, granted: boolean): Promise<void> {
  await recordConsent(tx, {
    id: ids.next(),
    personId: person.id,
    purpose: 'request',
    textVersion: CONSENT_VERSION,
    granted,
    channel: contact.channel,
    now,
  });
  person.agreedTo = granted ? CONSENT_VERSION : undefined;
}

const WHO = '(?:(?:toi|em|minh|chau|con|chi|anh|bac|co|chu|vang|da|ok|thoi|thi) )*';
// A bare "không" can only be a no here, and a no does no harm.
const NO = new RegExp(`^${WHO}(?:khong|ko|k|chua|thoi|khong muon)(?: dong y)?(?: (?:a|nhe|dau|em|chi|anh))*$`);

/** A typed consent must say so: "vâng" or "ok" alone may be meant for something else. */
export function readConsent(text: string): 'yes' | 'no' | undefined {
  if (saysAgreed(text)) return 'yes';
  return NO.test(foldTalk(text)) ? 'no' : undefined;
}

/** "Đồng ý, nhà em làm miến ở Côn Minh": a yes with what is told behind it. */
export function splitConsent(text: string): { rest: string } | undefined {
  const [, first = '', rest = ''] = /^([^,.;!\n]+)[,.;!\n]+\s*(.+)$/su.exec(text.trim()) ?? [];
  return rest !== '' && saysAgreed(first) ? { rest } : undefined;
}
