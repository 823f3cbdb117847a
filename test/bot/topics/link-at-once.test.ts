import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { takeLane } from '../../../records/people.ts';
import { FORM, getCode, joinChats, prepareLinkHouse, typeAll } from './link-house.ts';

const house = prepareLinkHouse();
const { clock, countOf, meet, turnOf } = house;

describe('what happens at the same moment', () => {
  it('a join while the other channel is being answered says to try again, and waits for nothing', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await zalo.type(`nối ${await getCode(page)}`);
    const first = await page.personId();
    await house.db.$transaction(async (tx) => {
      expect(await takeLane(tx, first)).toBeDefined();
      expect((await zalo.type('1')).text).toContain('đợi vài giây');
    });
    expect(await zalo.personId()).not.toBe(first);
    expect((await zalo.type('1')).text).toContain('Đã nối');
    expect(await zalo.personId()).toBe(first);
  });

  it('two who join each other end as one or are told to try again, and nothing is lost', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const [a, b] = [await getCode(page), await getCode(zalo)];
    await zalo.type(`nối ${a}`);
    await page.type(`nối ${b}`);
    await Promise.all([zalo.write('1'), page.write('1')]);
    await house.bot.settle();
    expect(await house.db.inboundMessage.count({ where: { OR: [{ handledAt: null }, { failures: { gt: 0 } }] } })).toBe(
      0,
    );
    if ((await zalo.personId()) !== (await page.personId())) await zalo.tap('link:join');
    expect(await zalo.personId()).toBe(await page.personId());
  });

  it('a join that is rolled back leaves two whole people, and is done by the next try', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await typeAll(page, FORM);
    await typeAll(zalo, FORM);
    const code = await getCode(page);
    await zalo.type(`nối ${code}`);
    const [first, second] = [await page.personId(), await zalo.personId()];
    const before = [await countOf(first), await countOf(second)];
    await house.db.inboundMessage.create({
      data: {
        ...{ id: randomUUID(), channel: 'zalo-bot', account: 'test', platformMessageId: randomUUID() },
        ...{ contactId: await zalo.contactId(), personId: second, kind: 'text', text: '1', receivedAt: clock.now() },
      },
    });
    const killed = turnOf(second, () => Promise.reject(new Error('killed')));
    await expect(killed).rejects.toThrow('killed');
    const after = [await countOf(first), await countOf(second)];
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toEqual({ ...before[1], inbound: (before[1]?.inbound ?? 0) + 1 });
    expect(await turnOf(second)).toMatchObject({ kind: 'answered', personId: first });
    expect(await zalo.personId()).toBe(first);
  });

  it('a message written down for the old person while the join commits is answered once, in the new lane', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await joinChats(page, zalo);
    const first = await page.personId();
    const emptied = await house.db.person.findFirstOrThrow({
      where: { joinedAt: { not: null }, contacts: { none: {} } },
      orderBy: { createdAt: 'desc' },
    });
    const id = randomUUID();
    // As a journal whose statement began before the join writes it: the contact moved, the row did not know.
    await house.db.inboundMessage.create({
      data: {
        ...{ id, channel: 'zalo-bot', account: 'test', platformMessageId: randomUUID(), personId: emptied.id },
        ...{ contactId: await zalo.contactId(), kind: 'text', text: 'menu', receivedAt: clock.now() },
      },
    });
    clock.advance(6_000);
    await house.bot.sweepInbound();
    await house.bot.settle();
    expect(await house.db.inboundMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({
      personId: first,
      failures: 0,
    });
    expect(await house.db.delivery.findMany({ where: { key: `reply/${id}` } })).toMatchObject([
      { personId: first, status: 'sent' },
    ]);
  });

  it('messages written on both channels while they are joined are each answered once', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await zalo.type(`nối ${await getCode(page)}`);
    const texts = Array.from({ length: 6 }, (_, index) => `máy sấy ${index}`);
    await Promise.all([zalo.write('1'), ...texts.flatMap((text) => [zalo.write(text), page.write(text)])]);
    await house.bot.settle();
    const contactIds = [await page.contactId(), await zalo.contactId()];
    const inbound = await house.db.inboundMessage.findMany({ where: { contactId: { in: contactIds } } });
    expect(inbound.every(({ handledAt, failures }) => handledAt !== null && failures === 0)).toBe(true);
    const replies = await house.db.delivery.findMany({ where: { contactId: { in: contactIds } } });
    expect(replies.map(({ key }) => key).sort()).toEqual(inbound.map(({ id }) => `reply/${id}`).sort());
  });
});
