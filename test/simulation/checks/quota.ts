import type { Evidence } from '../evidence.ts';
import { HOUR_MS, sayInstant } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange } from './facts.ts';

const QUOTA = "A month's quota on Zalo is never passed, and what was sent is counted";
const PAUSE = 'When Zalo says that the quota is used up, everything stops there, and what waits leaves when it may';

export function checkQuota(evidence: Evidence): Breach[] {
  const { zaloUsed, zaloMonthlyLimit, accounts, attempts } = evidence;
  const breaches: Breach[] = [];
  if (zaloUsed > zaloMonthlyLimit) breaches.push({ promise: QUOTA, rows: [{ zaloUsed, zaloMonthlyLimit }] });
  const onZalo = attempts.filter(({ channel }) => channel === 'zalo-bot');
  const unknown = onZalo.filter(({ outcome }) => outcome === 'ambiguous').length;
  const account = accounts.find(({ channel }) => channel === 'zalo-bot');
  const isThisMonth = account?.countedMonth === sayInstant(evidence.now).slice(3, 10).split('/').toReversed().join('-');
  if (
    account !== undefined &&
    isThisMonth &&
    (account.sentInMonth > zaloUsed || account.sentInMonth + unknown < zaloUsed)
  ) {
    breaches.push({ promise: QUOTA, rows: [{ counted: account.sentInMonth, zaloUsed, unknown }] });
  }
  for (const [index, { outcome, at }] of onZalo.entries()) {
    if (outcome !== 'quota-exhausted' || isNearClockChange(evidence, at)) continue;
    const next = onZalo.slice(index + 1).find((attempt) => attempt.at > at);
    if (next !== undefined && next.at < at + HOUR_MS) {
      breaches.push({ promise: PAUSE, rows: [{ exhausted: sayInstant(at), next: sayInstant(next.at) }] });
    }
  }
  return breaches;
}
