import { addAuditEntry } from '../../../../records/audit.ts';
import { saveConversation } from '../../../../records/conversations.ts';
import { separateContact } from '../../../../records/join-people.ts';
import { readConversation } from '../../state.ts';
import type { Reply, Turn } from '../../topic.ts';
import { wayOn } from './ask-join.ts';
import { listNamedContacts, type NamedContact } from './channels.ts';

/** Which channels are joined, each with its way out. */
export async function showChannels(turn: Turn): Promise<Reply> {
  const { words } = turn;
  const contacts = await listNamedContacts(turn);
  const names = contacts.map(({ name }) => name).join(', ');
  const separate = contacts.map(({ id, name }) => ({
    key: `link:ask-separate:${id}`,
    label: words.t('link:separateOne', { name }),
  }));
  return {
    paragraphs: [words.t('link:channels', { names })],
    choices: [...(contacts.length > 1 ? separate : []), wayOn(turn)],
  };
}

export async function askSeparate(turn: Turn, contactId: string): Promise<Reply | undefined> {
  const { words } = turn;
  return await withContact(turn, contactId, ({ name }) => ({
    paragraphs: [words.t('link:askSeparate', { name }), words.t('link:whatSeparates', { name })],
    choices: [
      { key: `link:separate:${contactId}`, label: words.t('link:separate') },
      { key: 'link:channels', label: words.t('link:stay') },
    ],
  }));
}

/** The channel becomes somebody new; when it is this one, the rest of the turn is that somebody's. */
export async function separate(turn: Turn, contactId: string): Promise<Reply | undefined> {
  const { tx, now, ids, person, contact, conversation, words } = turn;
  return await withContact(turn, contactId, async ({ name }) => {
    const newPersonId = ids.next();
    await separateContact(tx, { contactId, personId: person.id, newPersonId, now });
    await addAuditEntry(tx, {
      ...{ id: ids.next(), now, action: 'person.separated', subjectKind: 'person', subjectId: person.id },
      data: { intoId: newPersonId, contactId },
    });
    if (contactId !== contact.id) {
      return { paragraphs: [words.t('link:separated', { name })], choices: [wayOn(turn)] };
    }
    await saveConversation(tx, { personId: person.id, state: { ...conversation, pending: [] }, now });
    Object.assign(conversation, readConversation(undefined), { greeted: true });
    const unknown = { displayName: undefined, wantsNews: false, provinceCode: undefined, agreedTo: undefined };
    Object.assign(person, { id: newPersonId, ...unknown });
    return { paragraphs: [words.t('link:separatedHere')], choices: [wayOn(turn)] };
  });
}

/** A channel of this person who has another one. */
async function withContact(
  turn: Turn,
  contactId: string,
  act: (contact: NamedContact) => Reply | Promise<Reply>,
): Promise<Reply | undefined> {
  const contacts = await listNamedContacts(turn);
  const found = contacts.find(({ id }) => id === contactId);
  if (found === undefined) return undefined;
  return contacts.length > 1 ? await act(found) : await showChannels(turn);
}
