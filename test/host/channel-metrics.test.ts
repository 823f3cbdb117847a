import { expect, it } from 'vitest';
import { createMetrics } from '../../host/http/metrics.ts';

it('tells of each bot whether it may send, to the very millisecond, and how much it sent', async () => {
  const until = new Date('2026-11-30T17:00:00Z');
  let now = new Date(until.getTime() - 1);
  const nothing = {
    ...{ countedMonth: null, leaseHolder: null, leaseUntil: null, pausedUntil: null, pauseReason: null },
    conflictAt: null,
  };
  const metrics = createMetrics({
    countOpenWork: async () => ({
      unansweredMessages: 0,
      openDeliveries: 0,
      waitingQuestions: 0,
      lateQuestions: 0,
      lateDataRequests: 0,
    }),
    listChannels: async () => [
      { ...nothing, channel: 'zalo-bot', account: '1', sentInMonth: 3000, pausedUntil: until },
      { ...nothing, channel: 'telegram', account: '2', sentInMonth: 7 },
    ],
    clock: { now: () => now },
  });
  const read = async () => (await metrics.read()).split('\n').filter((line) => line.startsWith('khuyencong_channel_'));
  expect(await read()).toEqual([
    'khuyencong_channel_paused{channel="zalo-bot",account="1"} 1',
    'khuyencong_channel_paused{channel="telegram",account="2"} 0',
    'khuyencong_channel_sent_this_month{channel="zalo-bot",account="1"} 3000',
    'khuyencong_channel_sent_this_month{channel="telegram",account="2"} 7',
  ]);
  now = until;
  expect((await read())[0]).toBe('khuyencong_channel_paused{channel="zalo-bot",account="1"} 0');
});
