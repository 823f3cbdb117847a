import * as z from 'zod';
import { accountOfToken } from '../../bot/channels/inward/account-of-token.ts';
import { webhookPath } from '../../bot/channels/inward/webhook-route.ts';
import { createTelegramApi, TELEGRAM_API, type TelegramApi } from '../../bot/channels/telegram/call-telegram.ts';
import { TELEGRAM } from '../../bot/channels/telegram/telegram-channel.ts';
import type { Config, TelegramConfig } from '../../config.ts';
import { OFFICE_ZONE } from '../../core/time.ts';
import { type ChannelAccountState, listChannelAccounts } from '../../records/channel-accounts.ts';
import { openDatabase } from '../../records/database.ts';
import { findRunningUrl } from '../commands/with-records.ts';
import type { Finding } from './finding.ts';

const me = z.object({ username: z.string().catch('') });
const webhookInfo = z.object({
  url: z.string().catch(''),
  pending_update_count: z.number().catch(0),
  last_error_date: z.number().optional().catch(undefined),
});

/** Two pollers meet each other at every poll, so what is older is over. */
const CONFLICT_FRESH_MS = 600_000;

/**
 * Telegram, when it is on: the token, the line, a webhook that stands in the way, and who polls. It never polls itself: that
 * would cut another's poll off, and the one that polls is told by Telegram whether it is alone.
 */
export async function checkTelegram(config: Config): Promise<Finding[]> {
  const { telegram } = config;
  if (telegram === undefined) return [{ state: 'note', says: 'telegramOff' }];
  const { token, apiUrl, proxyUrl, mode } = telegram;
  const api = createTelegramApi({ token, apiUrl, proxyUrl });
  const tokenFinding = await checkToken(api, telegram);
  const account = await findAccount(config, token);
  const now = new Date();
  const findings = [tokenFinding];
  if (tokenFinding.state === 'ok') findings.push(...(await checkWebhook(api, config, telegram)));
  if (mode === 'polling') findings.push(...pollers(account, now));
  if (account?.pausedUntil && account.pausedUntil > now) {
    findings.push({ state: 'repair', says: 'telegramPaused', values: { until: sayTime(account.pausedUntil) } });
  }
  if (config.zaloBot !== undefined && config.zaloBot.link === undefined) {
    findings.push({ state: 'note', says: 'zaloLinkMissing' });
  }
  return findings;
}

/** Who polls, and whether Telegram told the one who does that another program polls too. */
function pollers(account: ChannelAccountState | undefined, now: Date): Finding[] {
  const { leaseHolder: holder, leaseUntil, conflictAt } = account ?? {};
  if (!holder || !leaseUntil || leaseUntil <= now) return [{ state: 'note', says: 'telegramPollerNone' }];
  const isContested = conflictAt != null && now.getTime() - conflictAt.getTime() < CONFLICT_FRESH_MS;
  return [
    { state: 'ok', says: 'telegramPoller', values: { holder } },
    isContested
      ? { state: 'repair', says: 'telegramSecondPoller', values: { at: sayTime(conflictAt) } }
      : { state: 'ok', says: 'telegramPollerAlone' },
  ];
}

const sayTime = (at: Date): string =>
  at.toLocaleString('vi-VN', { timeZone: OFFICE_ZONE, dateStyle: 'short', timeStyle: 'short' });

async function checkToken(api: TelegramApi, { apiUrl }: TelegramConfig): Promise<Finding> {
  const server = new URL(apiUrl ?? TELEGRAM_API).host;
  const answer = await api.call('getMe', {});
  if (answer.kind === 'ok') {
    return {
      state: 'ok',
      says: 'telegram',
      values: { name: me.catch({ username: '' }).parse(answer.result).username },
    };
  }
  if (answer.kind === 'refused' && (answer.code === 401 || answer.code === 404)) {
    return { state: 'repair', says: 'telegramToken' };
  }
  const reason = 'reason' in answer ? answer.reason : answer.kind;
  const says = answer.kind === 'not-reached' ? 'telegramClosed' : 'telegramSilent';
  return { state: 'repair', says, values: { server, reason } };
}

async function checkWebhook(api: TelegramApi, config: Config, telegram: TelegramConfig): Promise<Finding[]> {
  const answer = await api.call('getWebhookInfo', {});
  const info = webhookInfo.safeParse(answer.kind === 'ok' ? answer.result : undefined);
  if (!info.success) return [];
  const { url, pending_update_count: pending, last_error_date: failedAt } = info.data;
  if (telegram.mode === 'polling') {
    return url === '' ? [] : [{ state: 'repair', says: 'telegramWebhookLeft', values: { url } }];
  }
  const expected = `${config.publicUrl}${webhookPath({ channel: TELEGRAM, account: accountOfToken(telegram.token) })}`;
  if (url === '') return [{ state: 'repair', says: 'telegramWebhookMissing' }];
  if (url !== expected) return [{ state: 'repair', says: 'telegramWebhookElsewhere', values: { url, expected } }];
  if (failedAt !== undefined && pending > 0) {
    return [{ state: 'repair', says: 'telegramWebhookFails', values: { pending } }];
  }
  return [{ state: 'ok', says: 'telegramWebhook', values: { url } }];
}

async function findAccount(config: Config, token: string) {
  const url = config.databaseUrl ?? (await findRunningUrl(config.dataDir).catch(() => undefined));
  if (url === undefined) return undefined;
  const db = openDatabase({ url, poolSize: 1 });
  try {
    const key = accountOfToken(token);
    return (await listChannelAccounts(db)).find((one) => one.channel === TELEGRAM && one.account === key);
  } catch {
    // The database is away, or older than this: told above.
    return undefined;
  } finally {
    await db.$disconnect();
  }
}
