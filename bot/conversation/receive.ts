import { AppError } from '../../core/app-error.ts';
import type { Ids } from '../../core/ids.ts';
import type { Log } from '../../core/log.ts';
import type { Clock } from '../../core/time.ts';
import type { Db } from '../../records/database.ts';
import { findPeopleUnanswered, journalInbound, type NewInbound } from '../../records/inbound.ts';
import { createContact } from '../../records/people.ts';
import type { IncomingMessage, Receive } from '../channels/channel.ts';
import { cleanText } from './clean-text.ts';

/** A message this old that nobody has handled was left behind by a crash. */
const LEFT_BEHIND_MS = 5_000;

/** The door: writes a message down and returns; its turn runs afterwards. Throws when it could not be written down. */
export function createReceive(options: {
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  drain: (personId: string) => Promise<void>;
}): Receive {
  const { db, clock, ids, drain } = options;
  return async (message) => {
    const row = toInbound(message, { id: ids.next(), receivedAt: clock.now() });
    const entry = (await journalInbound(db, row)) ?? (await journalFirst(message, row));
    // What is on its way brings the turn with it; should it be lost, the sweep does.
    const isMoreComing = (await message.isMoreComing?.()) ?? false;
    // A repeat drains too: the first time, the process may have died between writing down and answering.
    if (!isMoreComing) void drain(entry.personId);
    return { repeated: entry.repeated, contactId: entry.contactId };
  };

  async function journalFirst(message: IncomingMessage, row: NewInbound) {
    const { channel, account, address, displayName } = message;
    await createContact(db, {
      id: ids.next(),
      personId: ids.next(),
      channel,
      account,
      address,
      displayName,
      now: row.receivedAt,
    });
    const entry = await journalInbound(db, row);
    if (entry === undefined) throw new AppError('inbound.contact-missing');
    return entry;
  }
}

/** Takes up what a crash left: called at the start and by the sweep. */
export function createInboundSweep(options: { db: Db; clock: Clock; drain: (personId: string) => Promise<void> }) {
  return async (): Promise<{ people: number }> => {
    const receivedBefore = new Date(options.clock.now().getTime() - LEFT_BEHIND_MS);
    const people = await findPeopleUnanswered(options.db, { receivedBefore, limit: 1000 });
    await Promise.all(people.map((personId) => options.drain(personId)));
    return { people: people.length };
  };
}

function toInbound(message: IncomingMessage, made: { id: string; receivedAt: Date }): NewInbound {
  const { channel, account, address, platformMessageId, body } = message;
  const common = { ...made, channel, account, address, platformMessageId, kind: body.kind };
  switch (body.kind) {
    case 'text':
      return { ...common, text: cleanText(body.text) };
    case 'choice':
      return { ...common, choiceKey: body.key };
    case 'photo':
      return { ...common, fileIds: body.fileIds, text: cleanText(body.caption ?? '') };
    default:
      return common;
  }
}
