import { describe, expect, it } from 'vitest';
import { readCallsAhead } from '../../../records/calls-ahead.ts';
import { countSentMessages } from '../../../records/channel-accounts.ts';
import { announce, EVERYBODY, planSlice, type Reader } from '../../support/announced.ts';
import { ALT, keepPicture } from '../channels/support/picture.ts';
import { MONTH, rationedZalo } from './rationed.ts';

const { clock, db, key, first, second, settle, arrived, allow, readers, planned, ledgerOf, write, zalo } =
  rationedZalo();

describe('an announcement on an account with a quota', () => {
  it.each<[string, number, number]>([
    ['everybody with one more than enough', 4, 5],
    ['everybody with exactly enough', 5, 5],
    ['all but one when one is short', 6, 4],
    ['one with one left', 9, 1],
    ['nobody with nothing left', 10, 0],
  ])('reaches %s, and its sum stays exact', async (_name, reserve, sent) => {
    await allow(10, reserve);
    await readers(5);
    const id = await planned();
    await first().sendDue();
    expect(await ledgerOf(id)).toEqual({
      ...{ targeted: 5, sent, waiting: 0 },
      skippedBy: sent === 5 ? {} : { budget: 5 - sent },
    });
    expect(arrived()).toBe(sent);
  });

  it('takes of a longer text as many places as it leaves in parts', async () => {
    await allow(10, 3);
    await readers(4);
    const id = await planned(`${'a '.repeat(900)}\n\n${'b '.repeat(900)}`);
    await first().sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 3, skippedBy: { budget: 1 } });
    expect(arrived()).toBe(6);
  });

  it('with a picture takes a place a person, arrives once with it, and what is read on Zalo is what was shown before', async () => {
    await allow(10, 7);
    const people = await readers(4);
    const { id: picture, address } = await keepPicture(db(), { now: clock.now() });
    const { id } = await announce(db(), { picture: { id: picture, alt: ALT }, now: clock.now() });
    clock.advance(5 * 60_000);
    await planSlice(db(), { id, now: clock.now(), publicUrl: 'https://kc.example.vn' });
    await Promise.all([first().sendDue(), second().sendDue()]);
    await settle();
    await first().sendDue();
    expect(await ledgerOf(id)).toMatchObject({ targeted: 4, sent: 3, skippedBy: { budget: 1 } });
    const arrived = people.flatMap((_, index) => zalo().person(`person-${index}`).received);
    expect(arrived).toHaveLength(3);
    const caption = expect.stringMatching(/^Bà con chú ý[\s\S]*dừng nhận tin$/);
    for (const message of arrived) expect(message).toMatchObject({ kind: 'photo', photo: address, caption });
  });

  it('leaves out just those who were named before it left: who was reached last', async () => {
    await allow(10, 6);
    const people = await readers(6);
    for (const [at, person] of people.entries()) {
      // The order is not that of their ids.
      const settledAt = new Date(clock.now().getTime() - ((at * 5) % 6) * 60_000);
      const id = await write('reminder', person);
      await db().delivery.update({ where: { id }, data: { status: 'sent', settledAt } });
    }
    const room = { channel: 'zalo-bot', people: 4 };
    const foreseen = await readCallsAhead(db(), { topic: 'general', audience: EVERYBODY, room });
    const id = await planned();
    await first().sendDue();
    const skipped = await db().delivery.findMany({ where: { announcementId: id, reason: 'budget' } });
    expect(skipped).toHaveLength(2);
    const named = foreseen.filter(({ why }) => why === 'budget').map(({ personId }) => personId);
    expect(named.toSorted()).toEqual(skipped.map(({ personId }) => personId).toSorted());
  });

  it('sent by two processes at once takes no more than the reserve leaves', async () => {
    await allow(60, 40);
    await readers(35);
    const id = await planned();
    await Promise.all([first().sendDue(), second().sendDue()]);
    await settle();
    await first().sendDue();
    expect(await ledgerOf(id)).toEqual({ targeted: 35, sent: 20, waiting: 0, skippedBy: { budget: 15 } });
    expect(arrived()).toBe(20);
  });

  it('is weighed only when all its messages are written down', async () => {
    await allow(10, 7);
    const people = await readers(5);
    const { id } = await announce(db(), { now: clock.now() });
    clock.advance(5 * 60_000);
    await planSlice(db(), { id, now: clock.now(), slice: 4 });
    await first().sendDue();
    expect(await ledgerOf(id)).toMatchObject({ targeted: 4, sent: 0, waiting: 4 });
    await planSlice(db(), { id, now: clock.now(), slice: 4 });
    clock.advance(15_000);
    await first().sendDue();
    expect(await ledgerOf(id)).toMatchObject({ targeted: people.length, sent: 3, skippedBy: { budget: 2 } });
  });

  it('goes first to those whom the one before did not reach', async () => {
    await allow(10, 6);
    await readers(4);
    await db().messageQuota.updateMany({ data: { reserve: 8 } });
    const before = await planned();
    await first().sendDue();
    const notReached = async (id: string) =>
      (await db().delivery.findMany({ where: { announcementId: id, status: 'skipped' } })).map(
        ({ personId }) => personId,
      );
    const missed = await notReached(before);
    expect(missed).toHaveLength(2);
    await db().messageQuota.updateMany({ data: { reserve: 6 } });
    const after = await planned();
    await first().sendDue();
    const reached = await db().delivery.findMany({ where: { announcementId: after, status: 'sent' } });
    expect(reached.map(({ personId }) => personId).sort()).toEqual(missed.sort());
  });

  it('counts from the beginning in a new month', async () => {
    await allow(10, 9);
    await countSentMessages(db(), { ...key(), month: MONTH, count: 10 });
    await readers(2);
    clock.set('2026-12-01T02:00:00Z');
    const id = await planned();
    await first().sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 1, skippedBy: { budget: 1 } });
  });

  it('on an account without a quota reaches everybody', async () => {
    await readers(3);
    const id = await planned();
    await first().sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 3, skippedBy: {} });
  });
});

describe('replies', () => {
  it('spend everything, the reserve and what reminders and announcements left', async () => {
    await allow(6, 4);
    const [lan, hoa, mai] = await readers(3);
    const id = await planned();
    await first().sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 2 });
    for (const person of [lan, hoa, mai, lan]) if (person !== undefined) await write('officer', person);
    await first().sendDue();
    expect(arrived()).toBe(6);
  });

  it('that took more than the reserve leave no place to who had one, and no more is sent than there is', async () => {
    await allow(10, 5);
    await readers(5);
    const id = await planned();
    // Places are given; before anything leaves, eight replies do.
    await first().stop();
    await first().sendDue();
    expect(await db().delivery.count({ where: { budgetMonth: MONTH, status: 'waiting' } })).toBe(5);
    await countSentMessages(db(), { ...key(), month: MONTH, count: 8 });
    await second().sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 2, skippedBy: { budget: 3 } });
    expect(await db().channelAccount.findFirst()).toMatchObject({ sentInMonth: 10, startedInMonth: 2 });
  });
});

describe('a process that is killed between a place and the send', () => {
  it('leaves the place with its message: another process sends it, and it is counted once', async () => {
    await allow(10, 7);
    await readers(4);
    const id = await planned();
    await first().stop();
    await first().sendDue();
    expect(await db().delivery.count({ where: { budgetMonth: MONTH, status: 'waiting' } })).toBe(3);
    expect(await ledgerOf(id)).toMatchObject({ sent: 0, waiting: 3, skippedBy: { budget: 1 } });
    await second().sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 3, waiting: 0, skippedBy: { budget: 1 } });
    expect(await db().channelAccount.findFirst()).toMatchObject({ sentInMonth: 3, startedInMonth: 3 });
    expect(await db().delivery.count({ where: { budgetParts: { gt: 0 } } })).toBe(0);
  });

  it('of a send of which nobody knows keeps its place from nobody', async () => {
    await allow(10, 8);
    const [lan] = await readers(3);
    const id = await write('reminder', lan as Reader);
    await db().delivery.update({ where: { id }, data: { status: 'ambiguous', budgetMonth: MONTH, budgetParts: 1 } });
    const announced = await planned();
    await first().sendDue();
    expect(await ledgerOf(announced)).toMatchObject({ sent: 2 });
  });
});
