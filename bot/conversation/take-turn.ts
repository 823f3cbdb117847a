import type { Ids } from '../../core/ids.ts';
import type { Log } from '../../core/log.ts';
import { dataRequestClock } from '../../core/people-data/data-request-clock.ts';
import type { Places } from '../../core/places/places.ts';
import type { Calendar } from '../../core/schedule/calendar.ts';
import { officerPromise } from '../../core/schedule/officer-promise.ts';
import type { Clock } from '../../core/time.ts';
import { wordsFor } from '../../locales/words.ts';
import type { Tx } from '../../records/database.ts';
import { type DeliveryContent, findDeliveryStatus, type NewDelivery } from '../../records/deliveries.ts';
import { listPhotosBehind } from '../../records/inbound.ts';
import { followContact } from '../../records/join-people.ts';
import type { Offer } from '../../records/offered-choices.ts';
import { takeLane, welcomeBack } from '../../records/people.ts';
import { endTurn, findTurnStart, type InboundRow } from '../../records/turns.ts';
import type { Library } from '../library/library.ts';
import { type Rooms, respond } from './respond.ts';
import { readConversation } from './state.ts';
import type { Reply, Turn, TurnInput } from './topic.ts';

/** After so many turns that threw, a message is set aside with an apology, so that it cannot block its person for ever. */
const MOST_FAILURES = 3;

export type TurnParts = {
  rooms: Rooms;
  clock: Clock;
  ids: Ids;
  /** The index of this moment; it may be swapped between turns. */
  library: () => Library;
  places: Places;
  /** As it is at this moment; a turn takes it once. */
  calendar: () => Calendar;
  log: Log;
};

export type TurnResult =
  /** Another process has the lane; it will look once more before it leaves. */
  | { kind: 'busy' }
  | { kind: 'nothing' }
  /** What waited is in the lane of another person now, whose contact it came from. */
  | { kind: 'moved'; personId: string }
  /** `personId`: whose lane goes on; another's than before when the turn joined or separated people. */
  | { kind: 'answered'; contactId: string; personId: string };

/**
 * One turn, inside the transaction it is given: takes the lane, handles the oldest waiting message of the person, and
 * writes the conversation, the records and the reply. No network call and no image work happens here.
 */
export async function takeTurn(tx: Tx, personId: string, parts: TurnParts): Promise<TurnResult> {
  const person = await takeLane(tx, personId);
  if (person === undefined) return { kind: 'busy' };
  const start = await findTurnStart(tx, personId);
  if (start === undefined) return { kind: 'nothing' };
  const { inbound: first, conversation: stored, centre, agreedTo } = start;
  const { contactId, contactPersonId } = first;
  if (contactPersonId !== personId) {
    await followContact(tx, { personId, contactId });
    return { kind: 'moved', personId: contactPersonId };
  }

  const { inbound, together } = await takePhotosTogether(tx, personId, first);
  if (person.erasedAt !== null) await welcomeBack(tx, personId);
  const now = parts.clock.now();
  const { plan, holidays } = parts.calendar();
  const conversation = readConversation(stored?.state);
  if (stored?.laterOffer !== undefined) takeUpOffer(conversation, stored.laterOffer, contactId);
  const words = wordsFor(person.locale === 'en' ? 'en' : 'vi');
  const trace: Record<string, unknown> = {};
  const turn: Turn = {
    tx,
    now,
    ids: parts.ids,
    words,
    person: {
      id: person.id,
      locale: person.locale,
      displayName: person.displayName ?? undefined,
      wantsNews: person.wantsNews,
      isSample: person.isSample,
      provinceCode: person.provinceCode ?? undefined,
      agreedTo,
    },
    contact: { id: contactId, channel: inbound.channel },
    inbound: { id: inbound.id, seq: inbound.seq },
    centre: {
      name: centre.isSample ? words.t('common:sampleName', { name: centre.name }) : centre.name,
      provinceCode: centre.provinceCode,
    },
    input: readInput(inbound),
    conversation,
    library: parts.library(),
    places: parts.places,
    promisedAnswerAt: () => {
      const promise = officerPromise({ askedAt: now, holidays });
      return promise.kind === 'promised' ? promise.by : undefined;
    },
    plan,
    dataClock: (kind) => dataRequestClock({ kind, askedAt: now, holidays }),
    trace: (facts) => Object.assign(trace, facts),
  };

  const officerJoined = stored?.officerUntil != null && stored.officerUntil > now;
  const reply =
    inbound.failures >= MOST_FAILURES ? apologise(turn) : await respond(turn, parts.rooms, { officerJoined });

  const delivery = reply && (await hand(turn, reply));
  turn.conversation.lastSeq = inbound.seq;
  await endTurn(tx, {
    ...{ handledIds: together, trace, reply: delivery, now },
    conversation: { personId: turn.person.id, state: turn.conversation, now },
  });
  return { kind: 'answered', contactId, personId: turn.person.id };
}

/**
 * Photos that came one right after the other are one message of several: they get one reply, under the id of the last. One
 * on which a turn failed is tried by itself.
 */
async function takePhotosTogether(
  tx: Tx,
  personId: string,
  first: InboundRow,
): Promise<{ inbound: InboundRow; together: string[] }> {
  const { contactId, seq } = first;
  const isAlbum = first.kind === 'photo' && first.failures === 0;
  const behind = isAlbum ? await listPhotosBehind(tx, { personId, contactId, seq }) : [];
  const photos = [first, ...behind];
  const last = behind.at(-1);
  if (last === undefined) return { inbound: first, together: [first.id] };
  const captions = photos.map(({ text }) => text).filter((text) => text !== null && text !== '');
  return {
    inbound: {
      ...{ ...first, id: last.id, seq: last.seq, text: captions.join('\n') },
      fileIds: [...new Set(photos.flatMap(({ fileIds }) => fileIds))],
    },
    together: photos.map(({ id }) => id),
  };
}

/** What was sent since the last turn stands under the person's eyes: its numbers are meant, and it is what "đọc lại" reads. */
function takeUpOffer(conversation: Turn['conversation'], { text, choices }: Offer, contactId: string): void {
  conversation.pending = choices;
  conversation.lastReply = { paragraphs: text.split('\n'), choices };
  conversation.lastContactId = contactId;
}

/** The reply for the ledger; from now on it is the last that was said. */
async function hand(turn: Turn, reply: Reply): Promise<NewDelivery> {
  const { conversation, contact, person, inbound, now } = turn;
  const id = turn.ids.next();
  const content = await contentOf(turn, reply, id);
  conversation.lastReply = reply;
  conversation.lastContactId = contact.id;
  conversation.pending = reply.choices;
  const to = { personId: person.id, contactId: contact.id };
  return { id, key: `reply/${inbound.id}`, ...to, kind: 'reply', content, notBefore: now, now };
}

/**
 * The reply as it leaves. A button that shares the phone number is taken away by the replies after it, until one of them
 * surely arrived: the first may be lost on the line.
 */
async function contentOf(
  { tx, conversation, contact, words }: Turn,
  { paragraphs, choices, contactButton }: Reply,
  deliveryId: string,
): Promise<DeliveryContent> {
  const content = { text: paragraphs.join('\n'), choices };
  const before = conversation.contactButton;
  if (contactButton !== undefined) {
    conversation.contactButton = { contactId: contact.id };
    return { ...content, contactButton };
  }
  if (before?.contactId !== contact.id) return content;
  const status = before.endedBy === undefined ? undefined : await findDeliveryStatus(tx, before.endedBy);
  if (status === 'sent') conversation.contactButton = undefined;
  // One that is still on its way arrives before this one.
  if (status === 'sent' || status === 'waiting' || status === 'sending') return content;
  conversation.contactButton = { ...before, endedBy: deliveryId };
  return { ...content, endsContactButton: words.t('conversation:contactButtonEnds') };
}

function readInput(inbound: InboundRow): TurnInput {
  const text = inbound.text ?? '';
  switch (inbound.kind) {
    case 'text':
      return text === '' ? { kind: 'empty' } : { kind: 'text', text };
    case 'choice':
      return { kind: 'choice', key: inbound.choiceKey ?? '' };
    case 'photo':
      return { kind: 'photo', fileIds: inbound.fileIds, caption: text };
    default:
      return { kind: inbound.kind };
  }
}

function apologise({ words }: Turn): Reply {
  return {
    paragraphs: [words.t('conversation:apology')],
    choices: [
      { key: 'officer:start', label: words.t('conversation:menu.officer') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}
