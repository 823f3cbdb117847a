import type { Ids } from '../../core/ids.ts';
import { type Words, wordsFor } from '../../locales/words.ts';
import type { AccountKey } from '../../records/channel-accounts.ts';
import {
  addUnconfirmedDelivery,
  type CutOffAccount,
  endCutOff,
  findCutOffContact,
  listCutOffAccounts,
  listLateReaders,
  listPeopleCutOff,
  markCutOff,
  moveCutOffDeliveries,
} from '../../records/cut-off.ts';
import type { Db } from '../../records/database.ts';
import { addDelivery } from '../../records/deliveries.ts';
import { takeLane } from '../../records/people.ts';
import { type Channel, NO_LINE, type SendOutcome } from '../channels/channel.ts';
import { type OtherWays, sayOtherWay } from './other-ways.ts';

/** A reply that waits longer for a platform that is cut off goes another way, or is explained when it arrives. */
const PATIENCE_MS = 600_000;
const PEOPLE_AT_ONCE = 200;

/** One word an outage and person, whoever says it first: the key stands for it. */
const keyOf = ({ channel, account, cutOffAt }: CutOffAccount, personId: string): string =>
  `cut-off/${channel}/${account}/${cutOffAt.getTime()}/${personId}`;

const wordsIn = (locale: string): Words => wordsFor(locale === 'en' ? 'en' : 'vi');
const nameOf = (words: Words, channel: string): string => words.word(`link:channel.${channel}`);

export type CutOff = {
  /**
   * Looks at how a send ended. While the account is known to be cut off, the first that surely did not leave says that
   * it still is, also in a process that has just begun; the first that the platform answered ends the outage.
   */
  judge: (channel: Channel, outcome: SendOutcome, sent: { partsBefore: number; now: Date }) => Promise<SendOutcome>;
  /** Gives what has waited too long for a platform that is cut off to another channel of its person. */
  goAnotherWay: (now: Date) => Promise<void>;
};

/**
 * api.telegram.org may be cut off from a Vietnamese server. What waits for it is kept; this says a word to the people: on
 * another channel of theirs while it lasts, and where it was late when it is over.
 */
export function createCutOff(options: {
  db: Db;
  ids: Ids;
  channels: readonly Channel[];
  otherWays: OtherWays;
}): CutOff {
  const { db, ids, channels, otherWays } = options;
  // On the chat page a message is there only for who looks; somebody who waits on a phone would not.
  const reaching = channels.filter(({ limits }) => !limits.sendIsRepeatable).map(({ name }) => name);
  /** What this process knows of outages; told anew by the database with every sweep. */
  const outages = new Map<string, CutOffAccount>();
  const idOf = ({ channel, account }: AccountKey): string => `${channel}/${account}`;

  const sayItIsBack = async (outage: CutOffAccount, now: Date): Promise<void> => {
    const writtenBefore = new Date(now.getTime() - PATIENCE_MS);
    await db.$transaction(async (tx) => {
      if (!(await endCutOff(tx, outage))) return;
      for (const { personId, contactId, locale } of await listLateReaders(tx, { ...outage, writtenBefore })) {
        const words = wordsIn(locale);
        await addDelivery(tx, {
          ...{ id: ids.next(), key: keyOf(outage, personId), personId, contactId, kind: 'reply', notBefore: now, now },
          content: lateWords(words, outage.channel, otherWays),
        });
      }
    });
  };

  return {
    judge: async ({ name, account }, outcome, { partsBefore, now }) => {
      const key = { channel: name, account };
      const outage = outages.get(idOf(key));
      const isTrialLost =
        outage !== undefined && outcome.kind === 'transient' && (outcome.partsSent ?? 0) <= partsBefore;
      const isCutOff = isTrialLost || (outcome.kind === 'channel-broken' && outcome.reason === NO_LINE);
      if (isCutOff) {
        outages.set(idOf(key), { ...key, cutOffAt: await markCutOff(db, { ...key, now }) });
        return { partsSent: outcome.partsSent, kind: 'channel-broken', reason: NO_LINE };
      }
      const isOver = outcome.kind !== 'transient' && outcome.kind !== 'ambiguous';
      if (outage !== undefined && isOver) {
        await sayItIsBack(outage, now);
        outages.delete(idOf(key));
      }
      return outcome;
    },

    goAnotherWay: async (now) => {
      const known = await listCutOffAccounts(db);
      outages.clear();
      for (const outage of known) outages.set(idOf(outage), outage);
      const writtenBefore = new Date(now.getTime() - PATIENCE_MS);
      for (const outage of known) {
        const people = await listPeopleCutOff(db, { ...outage, writtenBefore, now, limit: PEOPLE_AT_ONCE });
        for (const personId of people) {
          await db.$transaction(async (tx) => {
            const person = await takeLane(tx, personId);
            // A turn is under way: the next sweep looks again.
            if (person === undefined || person.erasedAt !== null) return;
            const words = wordsIn(person.locale);
            const prefix = `${words.t('cut-off:moved', { channel: nameOf(words, outage.channel) })}\n\n`;
            await moveCutOffDeliveries(tx, { ...outage, personId, channels: reaching, prefix, now });
          });
        }
      }
    },
  };
}

function lateWords(words: Words, channel: string, otherWays: OtherWays) {
  const late = words.t('cut-off:late', { channel: nameOf(words, channel) });
  const hasZalo = otherWays.zalo !== undefined;
  return {
    text: [late, sayOtherWay(words, otherWays), hasZalo ? words.t('cut-off:join') : undefined]
      .filter((line) => line !== undefined)
      .join('\n'),
    choices: hasZalo ? [{ key: 'link:show', label: words.t('cut-off:joinNow') }] : [],
  };
}

/**
 * A word for somebody who wrote while the platform still calls us but cannot be called: what the answer to its call may
 * carry. Once an outage and person; undefined when there is nothing to say. It is written down before it leaves.
 */
export async function sayWhileCutOff(options: {
  db: Db;
  ids: Ids;
  otherWays: OtherWays;
  contact: AccountKey & { address: string };
  now: Date;
}): Promise<string | undefined> {
  const { db, ids, otherWays, contact, now } = options;
  const { channel, account } = contact;
  return await db.$transaction(async (tx) => {
    const found = await findCutOffContact(tx, contact);
    if (found === undefined) return undefined;
    const { personId, contactId, locale, cutOffAt } = found;
    const words = wordsIn(locale);
    const lines = [words.t('cut-off:gotIt', { channel: nameOf(words, channel) }), sayOtherWay(words, otherWays)];
    const text = lines.filter((line) => line !== undefined).join('\n');
    const key = keyOf({ channel, account, cutOffAt }, personId);
    const isNew = await addUnconfirmedDelivery(tx, { id: ids.next(), key, personId, contactId, text, now });
    return isNew ? text : undefined;
  });
}
