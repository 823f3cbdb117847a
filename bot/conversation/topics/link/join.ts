import { addAuditEntry } from '../../../../records/audit.ts';
import { findConsent } from '../../../../records/consents.ts';
import { findConversation } from '../../../../records/conversations.ts';
import { joinPeople } from '../../../../records/join-people.ts';
import { findLinkCode, markLinkCodeUsed } from '../../../../records/link-codes.ts';
import { takeLane } from '../../../../records/people.ts';
import { readConversation } from '../../state.ts';
import type { Reply, Turn } from '../../topic.ts';
import { askJoin, findJoin, notNow, release } from './ask-join.ts';
import { askOrRefuse } from './enter-code.ts';
import { mergeConversations } from './merge-conversations.ts';

/**
 * Joins this channel's person to the one who was given the code, in the turn's own transaction: both are whole before
 * and after. The other lane is taken without waiting, so two who join each other at the same moment cannot block.
 * Undefined when nothing waits to be joined.
 */
export async function join(turn: Turn): Promise<Reply | undefined> {
  const { tx, now, ids, person, contact, conversation, words } = turn;
  const asked = findJoin(turn);
  if (asked === undefined) return undefined;
  const code = await findLinkCode(tx, { id: asked.codeId });
  const isGood = code !== undefined && code.usedAt === null && code.expiresAt > now && code.personId !== person.id;
  if (!isGood) return askOrRefuse(turn, code);

  const other = await takeLane(tx, code.personId);
  if (other === undefined) return { ...askJoin(turn, code.id), paragraphs: [words.t('link:busy')] };
  if (other.isSample || person.isSample) return notNow(turn, [words.t('link:sample')]);
  if (!(await markLinkCodeUsed(tx, { id: code.id, personId: other.id, now }))) {
    return askOrRefuse(turn, await findLinkCode(tx, { id: code.id }));
  }

  await addAuditEntry(tx, {
    ...{ id: ids.next(), now, action: 'person.joined', subjectKind: 'person', subjectId: other.id },
    data: { fromId: person.id, contactId: contact.id },
  });
  release(turn);
  const stored = await findConversation(tx, other.id);
  const joined = await joinPeople(tx, { fromId: person.id, intoId: other.id, now });
  Object.assign(conversation, mergeConversations(readConversation(stored?.state), conversation));
  Object.assign(person, {
    id: joined.id,
    locale: joined.locale,
    displayName: joined.displayName ?? undefined,
    wantsNews: joined.wantsNews,
    isSample: joined.isSample,
    provinceCode: joined.provinceCode ?? undefined,
    agreedTo: (await findConsent(tx, { personId: joined.id, purpose: 'request' }))?.textVersion,
  } satisfies Turn['person']);
  return {
    paragraphs: [words.t('link:joined')],
    choices: [
      { key: 'my-dossiers:list', label: words.t('conversation:menu.myDossiers') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}
