import { monthOf } from '../../../core/budget/quota-month.ts';
import { errorFacts } from '../../../core/error-facts.ts';
import type { Log } from '../../../core/log.ts';
import type { Clock } from '../../../core/time.ts';
import { countSentMessages, findSentInMonth } from '../../../records/channel-accounts.ts';
import type { Db } from '../../../records/database.ts';
import { findQuotaLimit, noteQuotaRefusal } from '../../../records/message-quotas.ts';
import type { Channel, SendOutcome } from '../channel.ts';
import { sendParts } from '../send-parts.ts';
import { TEXT_LIMITS } from '../text-limits.ts';
import type { ZaloBotClient } from './client/index.ts';
import { quotaPauseUntil } from './month-quota.ts';
import { sendOutcomeOf } from './send-outcome.ts';
import { type ZaloPart, zaloParts } from './zalo-parts.ts';

export const ZALO_BOT = 'zalo-bot';

const MAX_TEXT_LENGTH = TEXT_LIMITS['zalo-bot'];
/** Parts of the month's quota at which the operator is told. */
const WARN_AT = [0.8, 0.95, 1];

/**
 * The way out to a bot of the Zalo Bot Platform: plain text, choices as numbered lines, long texts in parts, a picture with the
 * first. What Zalo took is counted by month for all processes.
 */
export function zaloBotChannel(options: {
  client: ZaloBotClient;
  account: string;
  monthlyLimit: number;
  /** How long a used-up quota stops the account; without it, until the next month begins. */
  quotaPauseHours?: number;
  db: Db;
  clock: Clock;
  log: Log;
}): Channel {
  const { client, account, monthlyLimit, db, clock, log } = options;
  const key = { channel: ZALO_BOT, account };

  const quotaUntil = async (): Promise<Date> => {
    const now = clock.now();
    const known = { now, pauseHours: options.quotaPauseHours };
    try {
      const sentInMonth = await findSentInMonth(db, { ...key, month: monthOf(now) });
      await noteQuotaRefusal(db, { ...key, sent: sentInMonth, now });
      return quotaPauseUntil({ ...known, sentInMonth, monthlyLimit: (await findQuotaLimit(db, key)) ?? monthlyLimit });
    } catch {
      return quotaPauseUntil({ ...known, sentInMonth: 0, monthlyLimit });
    }
  };

  /** A message that left stays sent, even when it cannot be counted. */
  const count = async (deliveryId: string): Promise<void> => {
    try {
      const month = monthOf(clock.now());
      const { sent, limit = monthlyLimit } = await countSentMessages(db, { ...key, month, count: 1, deliveryId });
      if (WARN_AT.some((part) => sent === Math.ceil(part * limit))) {
        log.warn({ ...key, sent, limit }, 'the month’s quota is running out');
      }
    } catch (error) {
      log.warn({ ...key, ...errorFacts(error) }, 'a sent message was not counted');
    }
  };

  const sendPart = async (chatId: string, { text, picture }: ZaloPart): Promise<SendOutcome> => {
    if (picture === undefined) return await sendOutcomeOf(await client.sendMessage({ chatId, text }), quotaUntil);
    const { url, withoutPicture } = picture;
    const outcome = await sendOutcomeOf(await client.sendPhoto({ chatId, photoUrl: url, caption: text }), quotaUntil);
    if (outcome.kind !== 'refused') return outcome;
    // It was surely not taken: the news matters more than its picture.
    log.warn({ ...key, reason: outcome.reason }, 'a picture was not taken; its words go alone');
    return await sendOutcomeOf(await client.sendMessage({ chatId, text: withoutPicture }), quotaUntil);
  };

  return {
    name: ZALO_BOT,
    account,
    limits: { maxTextLength: MAX_TEXT_LENGTH, hasButtons: false, isRationed: true, sendIsRepeatable: false },
    send: ({ deliveryId, address, content, partsSent }) =>
      sendParts(zaloParts(content), { partsSent }, async (part) => {
        const outcome = await sendPart(address, part);
        if (outcome.kind === 'sent') await count(deliveryId);
        return outcome;
      }),
  };
}
