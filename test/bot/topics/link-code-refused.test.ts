import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { erasePerson } from '../../../records/personal-data.ts';
import { getCode, prepareLinkHouse } from './link-house.ts';

const house = prepareLinkHouse();
const { clock, meet } = house;

describe('a code that joins nothing', () => {
  it('says how many tries are left, and after five wrong ones takes not even the right one for an hour', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    const wrong = code.startsWith('1111') ? '2222 2222' : '1111 1111';
    const replies: string[] = [];
    for (let i = 0; i < 5; i++) replies.push((await zalo.type(`nối ${wrong}`)).text);
    expect(replies.map((text) => /Còn thử được (\d) lần/.exec(text)?.[1])).toEqual(['4', '3', '2', '1', undefined]);
    expect(replies.at(-1)).toContain('60 phút');
    expect((await zalo.type(`nối ${code}`)).text).toContain('đợi');
    clock.advance(60 * 60_000);
    expect((await zalo.type(`nối ${await getCode(page)}`)).text).toContain('Mã đúng');
  });

  it('works once', async () => {
    const [page, zalo, other] = [meet('page'), meet('zalo'), meet('zalo')];
    const code = await getCode(page);
    await zalo.type(`nối ${code}`);
    await other.type(`nối ${code}`);
    await zalo.type('1');
    expect((await other.type('1')).text).toContain('không còn dùng được');
    expect(await other.personId()).not.toBe(await page.personId());
    expect(await zalo.personId()).toBe(await page.personId());
  });

  it('lives fifteen minutes, also between the question and the yes', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    await zalo.type(`nối ${code}`);
    clock.advance(15 * 60_000);
    expect((await zalo.type('1')).text).toContain('hết hạn');
    expect((await zalo.type(`nối ${code}`)).text).toContain('lấy mã mới');
    expect(await zalo.personId()).not.toBe(await page.personId());
  });

  it('is ended by a newer one', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const old = await getCode(page);
    await getCode(page);
    expect((await zalo.type(`nối ${old}`)).text).toContain('hết hạn');
  });

  it('typed where it was given, says that there is nothing to join', async () => {
    const page = meet('page');
    expect((await page.type(`nối ${await getCode(page)}`)).text).toContain('không có gì để nối');
  });

  it('is forgotten when its person erases their data', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    const personId = await page.personId();
    await zalo.type(`nối ${code}`);
    await house.db.$transaction((tx) =>
      erasePerson(tx, { personId, requestId: randomUUID(), eventId: randomUUID, now: clock.now() }),
    );
    expect((await zalo.type('1')).text).toContain('không còn dùng được');
    expect(await house.db.linkCode.count({ where: { personId } })).toBe(0);
  });

  it('is neither given to a sample person nor taken from one', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    await zalo.type('xin chào');
    await house.db.person.update({ where: { id: await zalo.personId() }, data: { isSample: true } });
    // Nothing leaves to a sample person, so what was said stands in the ledger only.
    for (const text of [`nối ${code}`, 'nối với zalo, telegram']) {
      await zalo.write(text);
      await house.bot.settle();
      const last = await house.db.delivery.findFirst({
        where: { contactId: await zalo.contactId() },
        orderBy: { seq: 'desc' },
      });
      expect(JSON.stringify(last?.content)).toContain('người mẫu');
      await zalo.write('việc khác');
      await house.bot.settle();
    }
    expect(await house.db.linkCode.count({ where: { personId: await zalo.personId() } })).toBe(0);
  });

  it('is not kept in words', async () => {
    const code = (await getCode(meet('page'))).replace(' ', '');
    expect(JSON.stringify(await house.db.linkCode.findMany())).not.toContain(code);
  });
});
