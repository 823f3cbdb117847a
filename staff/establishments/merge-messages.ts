import { announcementLeavesAt } from '../../core/announcements/state.ts';
import { type Locale, type Words, wordsFor } from '../../locales/words.ts';
import type { Db, Tx } from '../../records/database.ts';
import { addDelivery, type DeliveryContent } from '../../records/deliveries.ts';
import type { Member } from '../../records/establishment-members.ts';
import { findAddressee } from '../../records/person-profile.ts';
import type { AnswerValue } from '../../records/request-list.ts';
import type { WholeEstablishment } from '../../records/whole-establishment.ts';
import { toLocale } from '../messages/to-locale.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { nameOf } from './tell-profile.ts';
import { newViewers, type Sided, sideMembers } from './who-sees.ts';

/** What one member reads about a merge. */
export type MergeMessage = { personId: string; contactId: string; content: DeliveryContent };

type Both = { kept: WholeEstablishment; merged: WholeEstablishment };

/**
 * What members read when two establishments become one: those whose requests somebody else will see now. Nobody is told when
 * the same people act for both. `unreachable`: how many should be told and cannot.
 */
export async function mergeMessages(
  db: Db | Tx,
  { kept, merged }: Both,
): Promise<{ messages: MergeMessage[]; unreachable: number }> {
  const members = sideMembers(kept.members, merged.members);
  const messages: MergeMessage[] = [];
  let unreachable = 0;
  for (const member of members) {
    const others = newViewers(member, members);
    if (others.length === 0) continue;
    const addressee = await findAddressee(db, member.personId);
    if (addressee === undefined || addressee.isSample) continue;
    if (addressee.contact === undefined || addressee.erasedAt !== null) {
      unreachable += 1;
      continue;
    }
    const { answers } = member.side === 'merged' ? merged : kept;
    const content = mergedContent({ id: kept.id, answers, others, locale: toLocale(addressee.locale) });
    messages.push({ personId: member.personId, contactId: addressee.contact.id, content });
  }
  return { messages, unreachable };
}

function mergedContent(about: {
  id: string;
  answers: Record<string, AnswerValue>;
  others: readonly Sided<Member>[];
  locale: Locale;
}): DeliveryContent {
  const { id, answers, others, locale } = about;
  const words = wordsFor(locale);
  const { t } = words;
  const values = { name: nameOf(answers, locale), who: others.map((other) => whoIs(words, other)).join(', ') };
  const lines = [
    t('console-establishment:toPerson.merged', values),
    t('console-establishment:toPerson.sees', values),
    t('console-establishment:toPerson.wrong'),
  ];
  return {
    text: lines.join('\n'),
    choices: [
      { key: `members:list:${id}`, label: t('members:see') },
      { key: 'officer:start', label: t('conversation:menu.officer') },
    ],
  };
}

function undoneContent(locale: Locale): DeliveryContent {
  const { t } = wordsFor(locale);
  return {
    text: t('console-establishment:toPerson.undone'),
    choices: [{ key: 'my-dossiers:list', label: t('conversation:menu.myDossiers') }],
  };
}

function whoIs({ t, word }: Words, { displayName, role }: Pick<Member, 'displayName' | 'role'>): string {
  const as = word(`members:role.${role}`);
  return displayName === null
    ? t('members:somebody', { role: as })
    : t('members:named', { name: displayName, role: as });
}

type About = { mergeId: string; officerId: string; now: Date };

/** Puts the messages of a merge into the ledger: they leave a few minutes later, so that it can be taken back unread. */
export async function tellMerged(
  tx: Tx,
  { ids }: Pick<StaffDeps, 'ids'>,
  { mergeId, officerId, now, messages }: About & { messages: readonly MergeMessage[] },
): Promise<void> {
  for (const { personId, ...message } of messages) {
    await addDelivery(tx, {
      ...{ id: ids.next(), key: `merge/${mergeId}/${personId}`, personId, kind: 'officer' as const },
      ...{ ...message, notBefore: announcementLeavesAt(now), now, authorId: officerId },
    });
  }
}

/** What was about to be told is taken back; those who read it, or may have, are told that each is by itself again. */
export async function tellUndone(
  tx: Tx,
  { ids }: Pick<StaffDeps, 'ids'>,
  { mergeId, officerId, now, toldIds }: About & { toldIds: readonly string[] },
): Promise<void> {
  for (const personId of toldIds) {
    const addressee = await findAddressee(tx, personId);
    if (addressee?.contact === undefined || addressee.isSample || addressee.erasedAt !== null) continue;
    await addDelivery(tx, {
      ...{ id: ids.next(), key: `merge-undone/${mergeId}/${personId}`, personId, contactId: addressee.contact.id },
      ...{ kind: 'officer', content: undoneContent(toLocale(addressee.locale)), notBefore: announcementLeavesAt(now) },
      ...{ now, authorId: officerId },
    });
  }
}
