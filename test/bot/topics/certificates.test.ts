import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWindow } from '../../../records/windows.ts';
import { addCertificate } from '../../support/certificates.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterAll(async () => {
  await house.close();
});

/** Somebody who acts for an establishment with these certificates. */
async function withCertificates(...certificates: object[]): Promise<{ lan: Talker; ids: string[] }> {
  const lan = house.meet();
  await lan.type('chào');
  const [now, establishmentId] = [house.clock.now(), randomUUID()];
  await house.db.establishment.create({ data: { id: establishmentId, createdAt: now, updatedAt: now } });
  const member = { establishmentId, personId: await lan.personId(), role: 'owner', joinedAt: now };
  await house.db.establishmentMember.create({ data: member });
  const ids: string[] = [];
  for (const more of certificates) ids.push(await addCertificate(house.db, establishmentId, { now, ...more }));
  return { lan, ids };
}
const labels = ({ choices }: { choices: { label: string }[] }) => choices.map(({ label }) => label);

describe('"giấy chứng nhận của tôi đến bao giờ"', () => {
  it('is answered with the day as an officer read it from the paper, and since when', async () => {
    const { lan } = await withCertificates({});
    const said = await lan.type('giay chung nhan cua toi den bao gio');
    expect(said.text).toBe(
      [
        'Giấy chứng nhận sản phẩm tiêu biểu Miến dong Tài Hoan (cấp tỉnh), số 12/GCN-UBND, còn đến hết thứ Năm 31/12 (còn 38 ngày).',
        'Cán bộ Trung tâm ghi theo giấy, hôm thứ Hai 23/11. Giấy của anh/chị in khác thì báo cán bộ.',
      ].join('\n'),
    );
    expect(labels(said)).toEqual(['Gặp cán bộ', 'Đừng nhắc nữa', 'Về menu']);
  });

  it('says that one is over, tells two of several, and what still holds first', async () => {
    const { lan } = await withCertificates(
      { product: 'Bún khô', validUntil: '2026-11-22', issuedOn: '2022-01-01' },
      { product: 'Phở khô', validUntil: '2027-12-31', level: 'region' },
      { product: 'Miến', validUntil: '2026-11-23' },
    );
    const { text } = await lan.type('gcn nha em con han ko');
    expect(text).toContain('Miến (cấp tỉnh), số 12/GCN-UBND, còn đến hết thứ Hai 23/11');
    expect(text).toContain('Phở khô (cấp khu vực), số 12/GCN-UBND, còn đến hết thứ Sáu 31/12/2027');
    expect(text).toContain('Còn 1 giấy nữa, anh/chị hỏi cán bộ.');
    const over = await withCertificates({ product: 'Bún khô', validUntil: '2026-11-22', issuedOn: '2022-01-01' });
    expect((await over.lan.type('giấy chứng nhận của tôi đến bao giờ')).text).toContain(
      'đã hết hạn ngày Chủ nhật 22/11',
    );
  });

  it('without one says that the centre has none written down, and computes nothing; asked about any, the library answers', async () => {
    const lan = house.meet();
    await lan.type('chào');
    const own = await lan.type('giấy chứng nhận sản phẩm tiêu biểu của tôi đến bao giờ');
    expect(own.text).toContain('chưa ghi giấy chứng nhận sản phẩm tiêu biểu nào của cơ sở anh/chị');
    expect(own.text).not.toMatch(/\d{4}/);
    expect((await lan.type('giấy chứng nhận có giá trị bao lâu')).text).not.toContain('chưa ghi giấy chứng nhận');
  });

  it('is answered in the middle of a request, whose question stands afterwards', async () => {
    const { lan } = await withCertificates({});
    await lan.tap('register:start');
    expect((await lan.type('giấy chứng nhận của tôi đến bao giờ')).text).toContain('còn đến hết thứ Năm 31/12');
  });

  it('is nobody else’s: another person sees nothing of it', async () => {
    const { ids } = await withCertificates({});
    const other = house.meet();
    await other.type('chào');
    const said = await other.tap(`reminders:stop-this:certificate/${ids[0]}`);
    expect(said.text).not.toContain('Miến dong Tài Hoan');
    expect(await house.db.reminderWish.count({ where: { personId: await other.personId() } })).toBe(0);
  });

  it('while products are taken for a selection offers to register', async () => {
    const { lan } = await withCertificates({});
    const dates = { opensAt: new Date('2026-11-20T01:00:00Z'), closesAt: new Date('2026-12-20T10:00:00Z') };
    const window = { id: randomUUID(), kind: 'selection' as const, programme: 'typical-rural-product', note: '' };
    const area = { provinceCodes: [], communeCodes: [] };
    await house.db.$transaction((tx) => createWindow(tx, { ...window, ...area, ...dates, now: house.clock.now() }));
    const said = await lan.type('giấy chứng nhận của tôi đến bao giờ');
    expect(said.choices[0]).toEqual({ key: 'register:start', label: 'Đăng ký bình chọn' });
    await house.db.applicationWindow.deleteMany();
  });
});

describe('the reminders of a certificate', () => {
  it('stand in "tôi đang được nhắc gì?", are stopped there, named as stopped, and wished for again', async () => {
    const { lan, ids } = await withCertificates({});
    const listed = await lan.type('tôi đang được nhắc gì');
    expect(listed.text).toContain(
      'Trước khi giấy chứng nhận sản phẩm tiêu biểu Miến dong Tài Hoan (cấp tỉnh) hết hạn (thứ Năm 31/12): nhắc trước 90 ngày, 30 ngày và 7 ngày.',
    );
    const stopped = await lan.pick('Thôi nhắc giấy chứng nhận Miến dong Tài Hoan');
    expect(stopped.text).toContain('không nhắc giấy chứng nhận sản phẩm tiêu biểu Miến dong Tài Hoan (cấp tỉnh) nữa');
    const after = await lan.type('tôi đang được nhắc gì');
    expect(after.text).toContain('Đã thôi nhắc: giấy chứng nhận sản phẩm tiêu biểu Miến dong');
    expect(after.text).not.toContain('Trước khi');
    await lan.tap(`reminders:resume:certificate/${ids[0]}`);
    expect((await lan.type('tôi đang được nhắc gì')).text).toContain('Trước khi giấy chứng nhận');
  });

  it('are stopped by "đừng nhắc cái này nữa" after one, and by "đừng nhắc giấy chứng nhận nữa" for all', async () => {
    const { lan, ids } = await withCertificates({});
    const personId = await lan.personId();
    const { id: contactId } = await house.db.contact.findFirstOrThrow({ where: { personId } });
    const sentAt = new Date(house.clock.now().getTime() - 60_000);
    await house.db.delivery.create({
      data: {
        ...{ id: randomUUID(), key: `reminder/certificate/${ids[0]}/v1/30-days/${contactId}`, personId, contactId },
        ...{ kind: 'reminder', content: { text: 'x', choices: [] }, status: 'sent' },
        ...{ notBefore: sentAt, createdAt: sentAt, settledAt: sentAt },
      },
    });
    await lan.type('đừng nhắc cái này nữa');
    await lan.type('dung nhac giay chung nhan nua');
    const stops = await house.db.reminderWish.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } });
    expect(stops.map(({ programme }) => programme)).toEqual([`certificate/${ids[0]}`, 'certificates']);
  });

  it('come once more when asked, as the certificate stands then', async () => {
    const { lan, ids } = await withCertificates({});
    const said = await lan.tap(`reminders:again:2-days@8:certificate/${ids[0]}`);
    expect(said.text).toContain('nhắc lại giấy chứng nhận sản phẩm tiêu biểu Miến dong Tài Hoan (cấp tỉnh) lúc 8 giờ');
    expect(await house.db.reminderAgain.count({ where: { subject: `certificate/${ids[0]}` } })).toBe(1);
  });
});
