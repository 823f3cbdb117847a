import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quotaPauseUntil } from '../../../../bot/channels/zalo-bot/month-quota.ts';
import { listChannelAccounts } from '../../../../records/channel-accounts.ts';
import { addDelivery } from '../../../../records/deliveries.ts';
import { type FakeZalo, startFakeZalo } from '../../../platforms/zalo/fake-zalo.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { addCentre, createTestClock } from '../../../support/test-bot.ts';
import { openZaloProcess, type ZaloProcess } from '../../../support/zalo-process.ts';

describe('until when a used-up quota stops everything', () => {
  const full = { sentInMonth: 3000, monthlyLimit: 3000, pauseHours: undefined };
  it.each<[string, string, Partial<Parameters<typeof quotaPauseUntil>[0]>, string]>([
    ['the next month in Việt Nam', '2026-11-23T02:00:00Z', {}, '2026-11-30T17:00:00Z'],
    ['over the year', '2026-12-31T16:59:59.999Z', {}, '2026-12-31T17:00:00Z'],
    ['the first instant of a month', '2026-12-31T17:00:00Z', {}, '2027-01-31T17:00:00Z'],
    ['as long as the operator set', '2026-11-23T02:00:00Z', { pauseHours: 6 }, '2026-11-23T08:00:00Z'],
    ['an hour when it can hardly be the month', '2026-11-23T02:00:00Z', { sentInMonth: 999 }, '2026-11-23T03:00:00Z'],
    ['the month when a third was sent', '2026-11-23T02:00:00Z', { sentInMonth: 1000 }, '2026-11-30T17:00:00Z'],
  ])('%s', (_name, now, more, expected) => {
    expect(quotaPauseUntil({ ...full, now: new Date(now), ...more })).toEqual(new Date(expected));
  });
});

describe('a plan of four messages a month', () => {
  const clock = createTestClock('2026-11-23T02:00:00Z');
  let database: TestDatabase;
  let zalo: FakeZalo;
  let first: ZaloProcess;
  let second: ZaloProcess;

  beforeEach(async () => {
    clock.set('2026-11-23T02:00:00Z');
    database = await createTestDatabase();
    zalo = await startFakeZalo({ monthlyLimit: 4, now: clock.now });
    const open = () => openZaloProcess({ url: database.url, zalo, clock, monthlyLimit: 4 });
    [first, second] = [await open(), await open()];
    await addCentre(first.db, clock.now());
    first.zaloBot.start();
  });
  afterEach(async () => {
    await first.close();
    await second.close();
    await zalo.close();
    await database.drop();
  });

  const say = async (name: string, text: string) => {
    const before = await first.db.inboundMessage.count();
    zalo.person(name).says(text);
    await expect.poll(() => first.db.inboundMessage.count({ where: { handledAt: { not: null } } })).toBe(before + 1);
    await first.settle();
  };

  it('is counted by month for all processes, warned of, and stops every process with one alarm when it is used up', async () => {
    for (const text of ['một', 'hai', 'ba', 'bốn']) await say('Lan', text);
    expect(first.log.text()).toContain('quota is running out');
    await say('Hoa', 'năm');
    expect(await listChannelAccounts(first.db)).toMatchObject([
      {
        countedMonth: '2026-11',
        sentInMonth: 4,
        pauseReason: 'quota-exhausted',
        pausedUntil: new Date('2026-11-30T17:00:00Z'),
      },
    ]);
    const alarms = () => [first, second].flatMap(({ log }) => log.lines.filter((line) => line.startsWith('ALARM')));
    expect(alarms()).toHaveLength(1);

    const asked = zalo.callsOf('sendMessage').length;
    await say('Lan', 'sáu');
    await second.bot.sender.sendDue();
    expect(zalo.callsOf('sendMessage')).toHaveLength(asked);

    // What waited leaves with the new month, and nothing of it twice.
    clock.set('2026-11-30T17:00:00Z');
    await second.bot.sender.sendDue();
    expect(zalo.person('Hoa').texts()).toEqual([expect.stringContaining('heard năm')]);
    expect(zalo.person('Lan').texts().at(-1)).toContain('heard sáu');
    expect(await listChannelAccounts(first.db)).toMatchObject([{ countedMonth: '2026-12', sentInMonth: 2 }]);
    expect(alarms()).toHaveLength(1);
  });

  it('ends in the middle of a long text, which goes on with its rest', async () => {
    await say('Lan', 'một');
    await say('Lan', 'hai');
    await say('Lan', 'ba');
    const { id: contactId, personId } = await first.db.contact.findFirstOrThrow();
    const text = `${'a '.repeat(999)}\n\n${'b '.repeat(900)}`;
    await addDelivery(first.db, {
      ...{ id: randomUUID(), key: randomUUID(), personId, contactId, kind: 'officer' },
      ...{ content: { text, choices: [] }, notBefore: clock.now(), now: clock.now() },
    });
    await first.bot.sender.wake(contactId);
    expect(zalo.person('Lan').texts().at(-1)).toBe('a '.repeat(999).trim());
    clock.set('2026-11-30T17:00:00Z');
    await second.bot.sender.sendDue();
    expect(zalo.person('Lan').texts().slice(-2)).toEqual(['a '.repeat(999).trim(), 'b '.repeat(900).trim()]);
  });
});
