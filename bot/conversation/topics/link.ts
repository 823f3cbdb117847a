import { foldPhrase } from '../../../core/text/fold.ts';
import { createLinkCode, findLinkCode } from '../../../records/link-codes.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { findJoin, notNow, wayOn } from './link/ask-join.ts';
import { listNamedContacts } from './link/channels.ts';
import { askOrRefuse, enterCode } from './link/enter-code.ts';
import { join } from './link/join.ts';
import { askSeparate, separate, showChannels } from './link/separate.ts';

const YES = /^(?:noi|noi lai|noi di|dong y|dung|co|vang|ok)(?: (?:a|nhe|di|luon))*$/;
const NO = /^(?:khong|ko|thoi|khong noi|de rieng)(?: (?:a|nhe|em))*$/;

/**
 * One person on several channels. A code that was given on one and typed on another joins them, after a yes; nothing is
 * ever joined by a phone number or a name. Its choices: `show` (gives a code), `code:<digits>` (a typed one), `join`,
 * `keep`, `channels`, `ask-separate:<contact>`, `separate:<contact>`. It is open only while it waits for that yes or no.
 */
export function createLinkTopic(findTopic: (name: string) => Topic | undefined): Topic {
  /** What was open on either channel goes on in the same message. */
  const joinAndGoOn = async (turn: Turn): Promise<Reply | undefined> => {
    const before = turn.person.id;
    const reply = await join(turn);
    if (reply === undefined || turn.person.id === before) return reply;
    const open = turn.conversation.open;
    const again = open === undefined ? undefined : await findTopic(open.topic)?.askAgain?.(turn);
    if (again === undefined) return reply;
    const goOn = turn.words.t('conversation:goOn');
    return { ...again, paragraphs: [...reply.paragraphs, '', goOn, ...again.paragraphs] };
  };

  return {
    name: 'link',
    choose: async (turn, [verb, arg = '']) => {
      switch (verb) {
        case 'show':
          return await giveCode(turn);
        case 'code':
          return await enterCode(turn, arg);
        case 'join':
          return await joinAndGoOn(turn);
        case 'keep':
          return notNow(turn, [turn.words.t('link:kept')]);
        case 'channels':
          return await showChannels(turn);
        case 'ask-separate':
          return await askSeparate(turn, arg);
        case 'separate':
          return await separate(turn, arg);
        default:
          return undefined;
      }
    },
    carryOn: async (turn) => {
      const { input, words } = turn;
      if (input.kind !== 'text' || findJoin(turn) === undefined) return undefined;
      const typed = foldPhrase(input.text);
      if (YES.test(typed)) return await joinAndGoOn(turn);
      return NO.test(typed) ? notNow(turn, [words.t('link:kept')]) : undefined;
    },
    goBack: async (turn) => notNow(turn, [turn.words.t('link:kept')]),
    askAgain: async (turn) => {
      const asked = findJoin(turn);
      return asked === undefined ? undefined : askOrRefuse(turn, await findLinkCode(turn.tx, { id: asked.codeId }));
    },
  };
}

async function giveCode(turn: Turn): Promise<Reply> {
  const { tx, ids, now, person, words } = turn;
  if (person.isSample) return notNow(turn, [words.t('link:sample')]);
  const { code, minutes } = await createLinkCode(tx, { id: ids.next(), personId: person.id, now });
  const contacts = await listNamedContacts(turn);
  const typed = `${code.slice(0, 4)} ${code.slice(4)}`;
  return {
    paragraphs: [words.t('link:howTo', { code: typed }), words.t('link:life', { minutes }), words.t('link:tellNobody')],
    choices: [
      ...(contacts.length > 1 ? [{ key: 'link:channels', label: words.t('link:seeChannels') }] : []),
      wayOn(turn),
    ],
  };
}
