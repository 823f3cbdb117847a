import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findAddressee } from '../../../records/person-profile.ts';
import { FORM, getCode, joinChats, prepareLinkHouse, typeAll } from './link-house.ts';

const house = prepareLinkHouse();
const { clock, countOf, meet } = house;

describe('a code joins the channels of one person', () => {
  it('the menu gives it: "Việc khác", then "Nối với Zalo, Telegram"', async () => {
    const page = meet('page');
    await page.type('việc khác');
    const reply = await page.type('nối với zalo, telegram');
    expect(reply.text).toMatch(/gõ: nối \d{4} \d{4}/);
    expect(reply.text).toContain('15 phút');
  });

  it.each(['nối với zalo', 'lien ket telegram', 'Nối kênh'])('so does "%s", typed at any time', async (wish) => {
    expect((await meet('page').type(wish)).text).toMatch(/gõ: nối \d{4} \d{4}/);
  });

  it.each(['nối', 'noi', 'NỐI', 'nối mã:', 'link'])('"%s" with the digits is a code', async (word) => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    expect((await zalo.type(`${word} ${code.replace(' ', '')}`)).text).toContain('Mã đúng');
  });

  it('a form begun on one goes on on the other, and back', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const asked = await typeAll(page, FORM);
    await zalo.type('xin chào');
    const joined = await joinChats(page, zalo);
    expect(joined.text).toContain('Đã nối hai kênh');
    expect(joined.text).toContain(asked?.text.split('\n').at(-1));
    await zalo.type('xã Côn Minh');
    await zalo.type('HTX Tài Hoan');
    expect((await page.type('đọc lại')).text).toContain(zalo.heard().at(-1)?.text);
    await typeAll(page, ['hợp tác xã', 'Nguyễn Thị Lan', '0900000001', '400tr', 'gửi phiếu']);
    const personId = await zalo.personId();
    expect(await page.personId()).toBe(personId);
    const [application] = await house.db.application.findMany({ where: { personId }, include: { answers: true } });
    expect(application?.code).toMatch(/^KC-/);
    expect(application?.answers).toHaveLength(8);
  });

  it('the other way round too: the form that is open is the one that goes on', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await page.type('xin chào');
    const asked = await typeAll(zalo, FORM);
    const joined = await joinChats(page, zalo);
    expect(joined.text).toContain(asked?.text.split('\n').at(-1));
    expect((await zalo.type('xã Côn Minh')).text).not.toBe(asked?.text);
  });

  it('asks first; a no keeps them apart and the form in the middle stays as it was', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    const code = await getCode(page);
    await typeAll(zalo, FORM);
    const before = await zalo.personId();
    const question = await zalo.type(`nối ${code}`);
    expect(question.choices.map(({ key }) => key)).toEqual(['link:join', 'link:keep']);
    await zalo.type('thôi');
    expect(await zalo.personId()).toBe(before);
    expect(await page.personId()).not.toBe(before);
    await zalo.type('xã Côn Minh');
    expect(await house.db.applicationAnswer.count({ where: { application: { personId: before } } })).toBe(3);
  });

  it('two drafts are both kept, and both can be found', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await typeAll(page, FORM);
    await typeAll(zalo, FORM);
    await joinChats(page, zalo);
    const personId = await page.personId();
    expect(await house.db.application.count({ where: { personId } })).toBe(2);
    const list = await zalo.tap('my-dossiers:list');
    const drafts = await house.db.application.findMany({ where: { personId } });
    for (const { id } of drafts) expect(JSON.stringify(list.choices)).toContain(id);
  });

  it('takes everything along and leaves nothing that names the emptied person', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await typeAll(page, FORM);
    await typeAll(zalo, [...FORM, 'gặp cán bộ', 'cho tôi hỏi']);
    await zalo.tap('news:on');
    const [first, second] = [await page.personId(), await zalo.personId()];
    await house.db.storedFile.create({
      data: {
        ...{ id: randomUUID(), personId: second, key: randomUUID(), mediaType: 'image/jpeg', sha256: 'x' },
        ...{ byteSize: 1, width: 1, height: 1, createdAt: clock.now() },
      },
    });
    await house.db.dataSubjectRequest.create({
      data: { id: randomUUID(), personId: second, kind: 'see', at: clock.now() },
    });
    await getCode(zalo);
    const code = await getCode(page);
    await zalo.type(`nối ${code}`);
    const [one, two] = [await countOf(first), await countOf(second)];
    await zalo.type('1');
    const after = await countOf(first);
    expect(Object.values(await countOf(second)).every((count) => count === 0)).toBe(true);
    for (const kind of Object.keys(after)) {
      if (kind === 'conversations') continue;
      const added = kind === 'inbound' || kind === 'deliveries' ? 1 : 0;
      expect([kind, after[kind]]).toEqual([kind, (one[kind] ?? 0) + (two[kind] ?? 0) + added]);
    }
    const people = await house.db.person.findMany({ where: { id: { in: [first, second] } } });
    expect(people.find(({ id }) => id === first)?.wantsNews).toBe(true);
    expect(people.find(({ id }) => id === second)).toMatchObject({ wantsNews: false, displayName: null });
    expect(people.find(({ id }) => id === second)?.joinedAt).not.toBeNull();
  });

  it('a reply goes where the words came from; what is begun by others goes where the person wrote last', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await page.type('xin chào');
    await joinChats(page, zalo);
    const personId = await page.personId();
    clock.advance(1000);
    await page.type('menu');
    expect((await findAddressee(house.db, personId))?.contact?.id).toBe(await page.contactId());
    clock.advance(1000);
    await zalo.type('menu');
    expect((await findAddressee(house.db, personId))?.contact?.id).toBe(await zalo.contactId());
  });

  it('a number typed where an older message stands is not taken for the newer question', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await typeAll(page, ['gửi phiếu nhu cầu', 'đồng ý']);
    await joinChats(page, zalo);
    const repeated = await page.type('1');
    expect(repeated).toEqual(zalo.heard().at(-1));
    expect(
      await house.db.applicationAnswer.count({ where: { application: { personId: await page.personId() } } }),
    ).toBe(0);
  });
});

it('two people with one phone number and one name stay two', async () => {
  const chats = [meet('page'), meet('zalo')] as const;
  const rest = ['xã Côn Minh', 'HTX Tài Hoan', 'hợp tác xã', 'Nguyễn Thị Lan', '0900000001', '400tr', 'gửi phiếu'];
  for (const chat of chats) await typeAll(chat, [...FORM, ...rest]);
  const [first, second] = [await chats[0].personId(), await chats[1].personId()];
  expect(first).not.toBe(second);
  for (const personId of [first, second]) {
    expect(await countOf(personId)).toMatchObject({ contacts: 1, applications: 1 });
  }
});
