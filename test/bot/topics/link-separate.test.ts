import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDelivery } from '../../../records/deliveries.ts';
import { FORM, joinChats, prepareLinkHouse, typeAll } from './link-house.ts';

const house = prepareLinkHouse();
const { clock, countOf, meet } = house;

describe('separating', () => {
  it('makes a channel a new person and leaves the dossiers where they were; it asks first', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await typeAll(page, FORM);
    await joinChats(page, zalo);
    const first = await page.personId();
    await zalo.tap('link:channels');
    const asked = await zalo.type('tách zalo ra');
    expect(await zalo.personId()).toBe(first);
    expect(asked.text).toContain('Phiếu và tin nhắn cũ ở lại');
    expect((await zalo.type('tách kênh này ra')).text).toContain('Đã tách');
    const second = await zalo.personId();
    expect(second).not.toBe(first);
    expect(await countOf(second)).toMatchObject({ applications: 0, consents: 0, contacts: 1, conversations: 1 });
    expect(await countOf(first)).toMatchObject({ applications: 1, contacts: 1, conversations: 1 });
    const audit = await house.db.auditEntry.findMany({ where: { subjectId: first }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['person.joined', null],
      ['person.separated', null],
    ]);
    expect(audit[1]?.data).toMatchObject({ intoId: second });
    expect((await zalo.type('gửi phiếu nhu cầu')).text).not.toContain('Câu 3');
    await page.type('xã Côn Minh');
    expect(await house.db.applicationAnswer.count({ where: { application: { personId: first } } })).toBe(3);
  });

  it('of the other channel: what waits there about the dossiers comes here, and its unread messages go along', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await page.type('xin chào');
    await joinChats(page, zalo);
    const [personId, zaloId] = [await page.personId(), await zalo.contactId()];
    const id = randomUUID();
    await addDelivery(house.db, {
      ...{ id, key: `officer/${id}`, personId, contactId: zaloId, kind: 'officer' },
      ...{ content: { text: 'x', choices: [] }, notBefore: new Date('2027-01-01'), now: clock.now() },
    });
    await page.tap(`link:ask-separate:${zaloId}`);
    await page.type('1');
    expect(await house.db.delivery.findUniqueOrThrow({ where: { id } })).toMatchObject({
      personId,
      contactId: await page.contactId(),
    });
    expect(await zalo.personId()).not.toBe(personId);
    expect((await zalo.type('menu')).choices.length).toBeGreaterThan(3);
  });

  it('is not possible for the only channel, nor for that of somebody else', async () => {
    const [page, zalo] = [meet('page'), meet('zalo')];
    await page.type('xin chào');
    await zalo.type('xin chào');
    const [first, second] = [await page.personId(), await zalo.personId()];
    await page.tap(`link:separate:${await page.contactId()}`);
    await page.tap(`link:separate:${await zalo.contactId()}`);
    await page.tap('link:separate:nothing');
    expect([await page.personId(), await zalo.personId()]).toEqual([first, second]);
  });
});
