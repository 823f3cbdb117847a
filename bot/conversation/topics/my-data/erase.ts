import { erasePerson, listKeptDossiers } from '../../../../records/personal-data.ts';
import type { Reply, Turn } from '../../topic.ts';
import { openMyData } from './ways.ts';

/** Says what goes and what must stay, with its reason; deletes nothing. */
export async function askErase(turn: Turn): Promise<Reply> {
  const { tx, person, words } = turn;
  const kept = await listKeptDossiers(tx, person.id);
  openMyData(turn, 'confirm-delete');
  return {
    paragraphs: [
      words.t('my-data:confirmDelete'),
      ...(kept.length === 0
        ? []
        : [
            mustStay(
              turn,
              kept.map(({ code }) => code),
            ),
          ]),
      words.t('my-data:typeToDelete', { word: words.t('my-data:deleteWord') }),
    ],
    choices: [{ key: 'my-data:keep', label: words.t('my-data:keep') }],
  };
}

export async function erase(turn: Turn): Promise<Reply> {
  const { tx, ids, person, contact, conversation, words, now } = turn;
  const { kept } = await erasePerson(tx, {
    ...{ personId: person.id, requestId: ids.next(), eventId: ids.next, channel: contact.channel, now },
  });
  // The conversation begins anew; the erased one left nothing to go on with.
  Object.assign(conversation, {
    greeted: false,
    open: undefined,
    paused: undefined,
    pending: [],
    lastReply: undefined,
    misses: 0,
    lastQuestion: undefined,
  });
  return {
    paragraphs: [
      words.t('my-data:deleted'),
      ...(kept.length === 0 ? [] : [mustStay(turn, kept)]),
      words.t('my-data:whatStays'),
    ],
    choices: [],
  };
}

function mustStay({ words }: Turn, codes: string[]): string {
  return words.t('my-data:mustStay', { codes: codes.join(', ') });
}
