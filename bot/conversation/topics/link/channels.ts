import { type JoinedContact, listContacts } from '../../../../records/join-people.ts';
import type { Turn } from '../../topic.ts';

export type NamedContact = JoinedContact & { name: string };

/** The person's channels with what people call them; several of one kind are numbered. */
export async function listNamedContacts({ tx, person, words }: Turn): Promise<NamedContact[]> {
  const contacts = await listContacts(tx, person.id);
  return contacts.map((contact) => {
    const alike = contacts.filter(({ channel }) => channel === contact.channel);
    const name = words.word(`link:channel.${contact.channel}`);
    return { ...contact, name: alike.length === 1 ? name : `${name} ${alike.indexOf(contact) + 1}` };
  });
}
