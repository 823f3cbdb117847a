import { accountOfToken } from '../../bot/channels/inward/account-of-token.ts';
import { webhookPath } from '../../bot/channels/inward/webhook-route.ts';
import { createZaloBotClient, ZALO_BOT_API, type ZaloBotClient } from '../../bot/channels/zalo-bot/client/index.ts';
import { ZALO_BOT } from '../../bot/channels/zalo-bot/zalo-bot-channel.ts';
import type { Config, ZaloBotConfig } from '../../config.ts';
import { isUnchecked } from '../../core/budget/quota.ts';
import { monthOf } from '../../core/budget/quota-month.ts';
import { OFFICE_ZONE, officeDay } from '../../core/time.ts';
import { type ChannelAccountState, listChannelAccounts } from '../../records/channel-accounts.ts';
import { openDatabase } from '../../records/database.ts';
import { listQuotas } from '../../records/message-quotas.ts';
import { findRunningUrl } from '../commands/with-records.ts';
import type { Finding } from './finding.ts';

/** Above this part of the month's quota it is worth knowing. */
const LOW_QUOTA = 0.8;

/**
 * Zalo, when it is on: the token, the line, a webhook that stands in the way, who polls, and the month's quota. It never polls
 * itself: that would take a message away.
 */
export async function checkZalo(config: Config): Promise<Finding[]> {
  const { zaloBot } = config;
  if (zaloBot === undefined) return [{ state: 'note', says: 'zaloOff' }];
  const client = createZaloBotClient({ token: zaloBot.token, baseUrl: zaloBot.apiUrl });
  const token = await checkToken(client, zaloBot);
  const webhook = token.state === 'ok' ? await checkWebhook(client, config, zaloBot) : [];
  return [token, ...webhook, ...(await checkAccount(config, zaloBot))];
}

async function checkToken(client: ZaloBotClient, { apiUrl }: ZaloBotConfig): Promise<Finding> {
  const server = new URL(apiUrl ?? ZALO_BOT_API).host;
  const answer = await client.getMe();
  switch (answer.kind) {
    case 'ok':
      return { state: 'ok', says: 'zaloBot', values: { name: answer.result.name } };
    case 'unauthorized':
      return { state: 'repair', says: 'zaloToken' };
    case 'not-reached':
      return { state: 'repair', says: 'zaloClosed', values: { server, reason: answer.reason } };
    case 'not-zalo':
      return { state: 'repair', says: 'zaloElsewhere', values: { server, status: answer.status } };
    default:
      return { state: 'repair', says: 'zaloSilent', values: { server, reason: answer.kind } };
  }
}

async function checkWebhook(client: ZaloBotClient, config: Config, zaloBot: ZaloBotConfig): Promise<Finding[]> {
  const answer = await client.getWebhookInfo();
  if (answer.kind !== 'ok') return [];
  const { url } = answer.result;
  if (zaloBot.mode === 'polling') {
    return url === '' ? [] : [{ state: 'repair', says: 'zaloWebhookLeft', values: { url } }];
  }
  const expected = `${config.publicUrl}${webhookPath({ channel: ZALO_BOT, account: accountOfToken(zaloBot.token) })}`;
  if (url === '') return [{ state: 'repair', says: 'zaloWebhookMissing' }];
  if (url !== expected) return [{ state: 'repair', says: 'zaloWebhookElsewhere', values: { url, expected } }];
  return [{ state: 'ok', says: 'zaloWebhook', values: { url } }];
}

/** What the database knows of the account: who polls, what was sent, whether it is stopped. */
async function checkAccount(config: Config, zaloBot: ZaloBotConfig): Promise<Finding[]> {
  const url = config.databaseUrl ?? (await findRunningUrl(config.dataDir).catch(() => undefined));
  if (url === undefined) return [];
  const db = openDatabase({ url, poolSize: 1 });
  try {
    const key = accountOfToken(zaloBot.token);
    const account = (await listChannelAccounts(db)).find((one) => one.channel === ZALO_BOT && one.account === key);
    const now = new Date();
    const known = (await listQuotas(db, now)).find((one) => one.channel === ZALO_BOT && one.account === key);
    const limit = known?.limit ?? zaloBot.monthlyLimit;
    return [
      ...(zaloBot.mode === 'polling' ? poller(account, now) : []),
      ...quota(account, limit, now),
      ...(known !== undefined && isUnchecked(known.checkedOn, officeDay(now)) ? [UNCHECKED] : []),
    ];
  } catch {
    // The database is away, or older than this: told above.
    return [];
  } finally {
    await db.$disconnect();
  }
}

function poller(account: ChannelAccountState | undefined, now: Date): Finding[] {
  const { leaseHolder: holder, leaseUntil } = account ?? {};
  if (!holder || !leaseUntil || leaseUntil <= now) return [{ state: 'note', says: 'zaloPollerNone' }];
  return [
    { state: 'ok', says: 'zaloPoller', values: { holder } },
    { state: 'note', says: 'zaloPollerOther' },
  ];
}

const PAUSED = {
  'quota-exhausted': 'zaloPausedQuota',
  'channel-broken': 'zaloPausedBroken',
  'rate-limited': 'zaloPausedSlow',
};

/** Nobody at the office has looked for long how many messages the plan allows. */
const UNCHECKED: Finding = { state: 'note', says: 'zaloQuotaUnchecked' };

function quota(account: ChannelAccountState | undefined, limit: number, now: Date): Finding[] {
  const sent = account?.countedMonth === monthOf(now) ? account.sentInMonth : 0;
  const isLow = sent >= LOW_QUOTA * limit;
  const findings: Finding[] = [
    { state: isLow ? 'note' : 'ok', says: isLow ? 'zaloQuotaLow' : 'zaloQuota', values: { sent, limit } },
  ];
  const { pausedUntil, pauseReason } = account ?? {};
  if (pausedUntil && pauseReason && pausedUntil > now) {
    const until = pausedUntil.toLocaleString('vi-VN', {
      timeZone: OFFICE_ZONE,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    findings.push({ state: 'repair', says: PAUSED[pauseReason], values: { until } });
  }
  return findings;
}
