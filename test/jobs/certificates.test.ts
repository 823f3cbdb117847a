import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { correctCertificate, endCertificate, resumeCertificate } from '../../records/certificates.ts';
import { stopReminders } from '../../records/reminder-wishes.ts';
import { createWindow } from '../../records/windows.ts';
import { addCertificate, CERTIFICATE } from '../support/certificates.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ENTERED, only, withCertificates } from './support/certificates.ts';
import { office, openVillage, type Village } from './support/village.ts';

let database: TestDatabase;
let village: Village;
beforeAll(async () => {
  database = await createTestDatabase();
  village = await openVillage(database.url);
});
afterEach(async () => {
  await village.db.$executeRaw`TRUNCATE "Person", "Establishment", "ApplicationWindow" CASCADE`;
});
afterAll(async () => {
  await village.close();
  await database.drop();
});

const { begin, sweepAt, toldTo, firstLines, outcomesOf } = withCertificates(() => village);
const correct = (id: string, more: Partial<typeof CERTIFICATE>, now: string, revision = 1) =>
  village.db.$transaction((tx) =>
    correctCertificate(tx, { ...CERTIFICATE, ...more, id, revision, officerId: 'officer-2', now: office(now) }),
  );
const WHAT = 'giấy chứng nhận sản phẩm tiêu biểu Miến dong Tài Hoan (cấp tỉnh)';

describe('a certificate that ends', () => {
  it('is told of 90, 30 and 7 days before, at 8 by day, to every phone of the establishment, once', async () => {
    const { id, phones } = await begin(2);
    await sweepAt('2026-10-02 07:59:59', '2026-10-02 08:00', '2026-10-02 08:00:01', '2026-11-30 12:00');
    await sweepAt('2026-12-01 08:00', '2026-12-24 08:00', '2026-12-31 19:59');
    for (const phone of phones) {
      expect(await firstLines(phone)).toEqual([
        `Còn 90 ngày, đến hết thứ Năm 31/12, ${WHAT} sẽ hết hạn.`,
        `Còn 30 ngày, đến hết thứ Năm 31/12, ${WHAT} sẽ hết hạn.`,
        `Còn 7 ngày, đến hết thứ Năm 31/12, ${WHAT} sẽ hết hạn.`,
      ]);
    }
    const { content } = await village.db.delivery.findFirstOrThrow({ orderBy: { seq: 'asc' } });
    expect(content).toMatchObject({
      text: expect.stringContaining('Anh/chị hỏi Trung tâm về đợt bình chọn tới.'),
      choices: [
        { key: 'officer:start', label: 'Gặp cán bộ' },
        { key: `reminders:again:1-days@8:certificate/${id}`, label: 'Mai nhắc lại' },
        { key: `reminders:stop-this:certificate/${id}`, label: 'Đừng nhắc nữa' },
      ],
    });
  });

  it('while products are taken for a selection tells to register there', async () => {
    const { phones } = await begin();
    const area = { provinceCodes: [], communeCodes: [] };
    const dates = { opensAt: office('2026-09-20 08:00'), closesAt: office('2026-10-20 17:00') };
    const window = { id: randomUUID(), kind: 'selection' as const, programme: 'typical-rural-product', note: '' };
    await village.db.$transaction((tx) => createWindow(tx, { ...window, ...area, ...dates, now: ENTERED }));
    await sweepAt('2026-10-02 08:00', '2026-12-01 08:00');
    const [open, closed] = await toldTo(only(phones));
    expect(open).toContain('Trung tâm đang nhận hồ sơ bình chọn, hạn đến 17 giờ thứ Ba 20/10.');
    expect(closed).toContain('Anh/chị hỏi Trung tâm');
  });

  it('missed while nothing ran is told once with the true time left; after its end it is written down as missed', async () => {
    const { id, phones } = await begin();
    await sweepAt('2026-12-27 10:00');
    expect(await firstLines(only(phones))).toEqual([`Còn 4 ngày, đến hết thứ Năm 31/12, ${WHAT} sẽ hết hạn.`]);
    expect(await outcomesOf(id)).toEqual(['90-days missed', '30-days missed', '7-days told']);
    const late = await begin();
    await sweepAt('2027-01-01 08:00');
    expect(await toldTo(only(late.phones))).toEqual([]);
    expect(await outcomesOf(late.id)).toEqual(['90-days missed', '30-days missed', '7-days missed']);
  });

  it('entered late is told of at once, and what was over before is not called missed', async () => {
    const { id, phones } = await begin(1, { now: office('2026-12-11 09:00') });
    await sweepAt('2026-12-11 09:10');
    expect(await firstLines(only(phones))).toEqual([`Còn 20 ngày, đến hết thứ Năm 31/12, ${WHAT} sẽ hết hạn.`]);
    expect(await outcomesOf(id)).toEqual(['90-days past', '30-days told']);
  });

  it('by ten sweeps at the same moment is told of once', async () => {
    const { phones } = await begin();
    await Promise.all(Array.from({ length: 10 }, () => sweepAt('2026-10-02 08:00')));
    await sweepAt('2026-10-02 08:01');
    expect(await toldTo(only(phones))).toHaveLength(1);
  });

  it('is not told of in the middle of a talk, nor on the day of another reminder: the next day', async () => {
    const { phones } = await begin();
    const { personId } = only(phones);
    const talks = (lastInboundAt: Date) =>
      village.db.contact.updateMany({ where: { personId }, data: { lastInboundAt } });
    await talks(office('2026-10-02 07:30'));
    await sweepAt('2026-10-02 08:00');
    expect(await toldTo(only(phones))).toEqual([]);
    await sweepAt('2026-10-02 10:00');
    expect(await toldTo(only(phones))).toHaveLength(1);

    const other = await begin(1, { number: '13/GCN-UBND' });
    await addCertificate(village.db, other.establishmentId, {
      now: ENTERED,
      number: '14/GCN-UBND',
      product: 'Bún khô',
    });
    await sweepAt('2026-10-02 10:10', '2026-10-02 18:00');
    expect(await toldTo(only(other.phones))).toHaveLength(1);
    await sweepAt('2026-10-03 08:00');
    expect(await toldTo(only(other.phones))).toHaveLength(2);
  });
});

describe('a certificate whose day is put right', () => {
  it('is told of anew to who was told, what waits is replaced, and the rest comes by the right day', async () => {
    const { id, phones } = await begin();
    await sweepAt('2026-10-02 08:00');
    await correct(id, { validUntil: '2027-12-31' }, '2026-10-02 08:05');
    const kept = await village.db.delivery.findMany({ select: { status: true, reason: true } });
    expect(kept).toEqual([{ status: 'skipped', reason: 'replaced' }]);
    await sweepAt('2026-10-03 08:00', '2026-12-01 08:00', '2027-10-02 08:00');
    expect(await firstLines(only(phones))).toEqual([
      `Cán bộ đã sửa theo giấy: ${WHAT} còn đến hết thứ Sáu 31/12/2027 (còn 454 ngày).`,
      `Còn 90 ngày, đến hết thứ Sáu 31/12, ${WHAT} sẽ hết hạn.`,
    ]);
  });

  it('before anybody was told says nothing of the wrong day', async () => {
    const { id, phones } = await begin();
    await correct(id, { validUntil: '2026-11-30' }, '2026-09-02 09:00');
    await sweepAt('2026-09-02 09:10', '2026-09-01 08:00', '2026-10-31 08:00');
    expect((await firstLines(only(phones))).every((line) => line.includes('30/11'))).toBe(true);
    expect(await toldTo(only(phones))).toHaveLength(2);
  });

  it('is not changed by who saw an earlier revision, nor once it has ended', async () => {
    const { id } = await begin();
    await correct(id, { number: '15/GCN-UBND' }, '2026-09-02 09:00');
    await expect(correct(id, {}, '2026-09-02 09:01')).rejects.toMatchObject({ code: 'certificate.changed-meanwhile' });
    const end = { id, revision: 2, why: 'replaced' as const, officerId: 'officer-2', now: office('2026-09-03 09:00') };
    await village.db.$transaction((tx) => endCertificate(tx, end));
    await expect(correct(id, {}, '2026-09-03 09:01', 3)).rejects.toMatchObject({ code: 'certificate.ended' });
    const kept = await village.db.certificateRevision.findMany({ orderBy: { revision: 'asc' } });
    expect(kept.map(({ number, keptById }) => [number, keptById])).toEqual([
      ['12/GCN-UBND', 'officer-1'],
      ['15/GCN-UBND', 'officer-2'],
    ]);
  });

  it('and by other leads alone tells nothing late', async () => {
    const { id, phones } = await begin();
    await sweepAt('2026-10-02 08:00');
    await correct(id, { leads: ['60-days', '14-days'] }, '2026-11-05 09:00');
    await sweepAt('2026-11-05 10:00', '2026-12-01 08:00', '2026-12-17 07:59', '2026-12-17 08:00', '2026-12-24 08:00');
    expect((await firstLines(only(phones))).map((line) => line.slice(0, 11))).toEqual(['Còn 90 ngày', 'Còn 14 ngày']);
  });
});

describe('nobody is reminded of a certificate', () => {
  const end = (id: string, now: string) =>
    village.db.$transaction((tx) =>
      endCertificate(tx, { id, revision: 1, why: 'replaced', officerId: 'officer-2', now: office(now) }),
    );

  it('that was replaced; taken back as a slip, it goes on', async () => {
    const { id, phones } = await begin();
    await end(id, '2026-09-30 09:00');
    await sweepAt('2026-10-02 08:00');
    expect(await toldTo(only(phones))).toEqual([]);
    await village.db.$transaction((tx) => resumeCertificate(tx, { id, revision: 2, now: office('2026-10-05 09:00') }));
    await sweepAt('2026-10-05 09:10');
    expect(await toldTo(only(phones))).toHaveLength(1);
  });

  it.each(['any', 'certificates', 'this one'])('who said no more of %s; the other phone hears of it', async (of) => {
    const { id, phones } = await begin(2);
    const [quiet, other] = phones;
    if (quiet === undefined || other === undefined) throw new Error('two phones');
    const programme = of === 'this one' ? `certificate/${id}` : of;
    const stop = { id: randomUUID(), personId: quiet.personId, programme, now: ENTERED };
    await village.db.$transaction((tx) => stopReminders(tx, stop));
    await sweepAt('2026-10-02 08:00');
    expect(await toldTo(quiet)).toEqual([]);
    expect(await toldTo(other)).toHaveLength(1);
  });

  it('who left the establishment, and who took the consent back', async () => {
    const { phones } = await begin(3);
    const [gone, silent, owner] = phones;
    await village.db.establishmentMember.updateMany({
      where: { personId: gone?.personId },
      data: { endedAt: ENTERED },
    });
    const consent = { purpose: 'request', textVersion: '1', granted: true, channel: 'terminal', at: ENTERED };
    await village.db.consentRecord.create({
      data: { id: randomUUID(), personId: silent?.personId ?? '', ...consent, withdrawnAt: ENTERED },
    });
    await sweepAt('2026-10-02 08:00');
    const told = await village.db.delivery.findMany({ select: { personId: true } });
    expect(told).toEqual([{ personId: owner?.personId }]);
  });
});
