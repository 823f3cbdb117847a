import { type Words, wordsFor } from '../../../../locales/words.ts';
import { addDelivery } from '../../../../records/deliveries.ts';
import { findAddressee } from '../../../../records/person-profile.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Turn } from '../../topic.ts';

/**
 * Tells another person something that happened in this turn, where they wrote last; at night in the morning. `about` makes
 * its repetition impossible. Who cannot be reached, or is of the sample, is told nothing.
 */
export async function tellMember(
  { tx, ids, now }: Turn,
  {
    personId,
    about,
    say,
  }: { personId: string; about: string; say: (words: Words) => { text: string; choices: Choice[] } },
): Promise<void> {
  const addressee = await findAddressee(tx, personId);
  if (addressee?.contact === undefined || addressee.isSample || addressee.erasedAt !== null) return;
  await addDelivery(tx, {
    id: ids.next(),
    key: `reminder/member/${about}/${personId}`,
    personId,
    contactId: addressee.contact.id,
    kind: 'reminder',
    content: say(wordsFor(addressee.locale === 'en' ? 'en' : 'vi')),
    notBefore: now,
    now,
  });
}
