import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import { type ReadSheet, readWorkbook } from '../../support/read-office-files.ts';
import { addCentre, createTestClock } from '../../support/test-bot.ts';

const clock = createTestClock('2026-11-23T18:30:00Z');
const COMMUNE = {
  communeCode: '02185',
  commune: 'Xã Côn Minh',
  provinceCode: '19',
  province: 'Tỉnh Thái Nguyên',
  legacyAddressText: 'con minh, na ri',
};
const sum = (minVnd: number, maxVnd = minVnd) => ({ minVnd, maxVnd });

let database: TestDatabase;
let office: Office;
let officer: { id: string; cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  officer = await office.hire('officer');
  await addDossier('KC-2026-0001', 'advanced-equipment', {
    ...{ need: 'machinery', product: '=HYPERLINK("http://x")', commune: COMMUNE, 'legal-form': 'cooperative' },
    ...{ 'contact-name': 'Nông Thị Mai', phone: '0900000001', establishment: '+Tài Hoan & con', price: sum(4e8) },
    ...{ 'machines.1.name': 'Lò sấy', 'machines.1.state': 'new', 'machines.1.price': sum(2e8, 3e8) },
    ...{ 'machines.1.more': 'yes', 'machines.2.name': '@Máy\u0007 ép', 'machines.2.more': 'no' },
    ...{ workers: { minCount: 5, maxCount: 7 }, 'own-capital': { isSkipped: true }, gone: 'mục cũ' },
    when: { fromMonth: '2027-03', toMonth: '2027-04', fromDay: '2027-03-15', toDay: '2027-04-02' },
    quotation: { fileIds: ['a', 'b'] },
  });
  await addDossier('KC-2026-0002', 'typical-rural-product', {
    ...{ need: 'typical-product', commune: COMMUNE, 'product-name': 'Miến\r\n_x0041_', 'local-materials': percent(70) },
    ...{ establishment: { isSkipped: true } },
  });
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const percent = (minPercent: number, maxPercent = minPercent) => ({ minPercent, maxPercent });

async function addDossier(code: string, programme: string, answers: Record<string, string | object>): Promise<void> {
  const { personId } = await addPerson(office.db, { wroteAt: clock.now(), isSample: code === 'KC-2026-0002' });
  const id = await addRequest(office.db, { personId, code, at: clock.now(), answers });
  await office.db.application.update({ where: { id }, data: { programme } });
}

const download = async (query = '', headers = {}): Promise<{ answer: Response; sheets: ReadSheet[] }> => {
  const answer = await office.ask(`/staff/api/papers/requests${query}`, { as: officer.cookie, headers });
  expect(answer.status).toBe(200);
  return { answer, sheets: readWorkbook(new Uint8Array(await answer.arrayBuffer())) };
};

describe('the export of requests', () => {
  it('has all requests with what every kind shares, and a sheet for each kind that is among them', async () => {
    const { answer, sheets } = await download();
    expect(sheets.map(({ name }) => name)).toEqual([
      'Tất cả phiếu',
      'Máy móc, thiết bị tiên tiến',
      expect.stringMatching(/^Sản phẩm công nghiệp/),
    ]);
    expect(sheets[0]?.rows.map((row) => row['Mã phiếu']).sort()).toEqual(['KC-2026-0001', 'KC-2026-0002']);
    const mai = sheets[0]?.rows.find((row) => row['Mã phiếu'] === 'KC-2026-0001');
    expect(mai).toMatchObject({
      'Tình trạng': 'Mới',
      'Tên cơ sở': '+Tài Hoan & con',
      'Người liên hệ': 'Nông Thị Mai',
      'Số điện thoại': '0900000001',
      'Nơi sản xuất': 'Xã Côn Minh',
      'Nơi sản xuất, tỉnh': 'Tỉnh Thái Nguyên',
      'Nơi sản xuất, lời người khai': 'con minh, na ri',
      'Cần hỗ trợ': 'Mua máy móc, dây chuyền',
      'Dự kiến chi (đồng)': { value: 400_000_000, format: '#,##0' },
      'Điều kiện': 'Cán bộ cần xem',
      'Mục của mẫu cũ': 'gone: mục cũ',
    });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="phieu-nhu-cau-2026-11-24.xlsx"');
    expect(answer.headers.get('x-requests')).toBe('2');
  });

  it('has sums, counts, shares, days and moments as such, by the clock of the office', async () => {
    const { sheets } = await download();
    // 18:30 of the 23rd in London is 1:30 of the 24th here: day 46350 of a sheet.
    expect(sheets[0]?.rows[0]).toMatchObject({
      'Gửi lúc': { value: expect.closeTo(46_350 + 1.5 / 24, 6), format: 'dd/mm/yyyy hh:mm' },
    });
    expect(sheets[1]?.rows).toMatchObject([
      {
        'Máy 1, tên': 'Lò sấy',
        'Máy 1, giá (đồng)': { value: 300_000_000, format: '#,##0' },
        'Máy 1, giá, ít nhất (đồng)': { value: 200_000_000, format: '#,##0' },
        'Số người làm': { value: 7, format: '#,##0' },
        'Số người làm, ít nhất': { value: 5, format: '#,##0' },
        'Ảnh báo giá (số ảnh)': { value: 2, format: '#,##0' },
      },
    ]);
    const days = Object.entries(sheets[1]?.rows[0] ?? {}).filter(
      ([, cell]) => typeof cell === 'object' && cell.format === 'dd/mm/yyyy',
    );
    expect(days.map(([, cell]) => cell)).toMatchObject([{ value: 46_461 }, { value: 46_479 }]);
    expect(Object.values(sheets[2]?.rows[0] ?? {})).toContainEqual({ value: 0.7, format: '0%' });
  });

  it('has a column for each machine that somebody has, and none for the others', async () => {
    const { sheets } = await download();
    const machines = sheets[1]?.headings.filter((title) => title.startsWith('Máy')).map((title) => title.slice(0, 5));
    expect([...new Set(machines)]).toEqual(['Máy 1', 'Máy 2']);
  });

  it('leaves words that look like a formula as words, whole, and drops only what no sheet can hold', async () => {
    const { answer, sheets } = await download('', {});
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    const mai = sheets[0]?.rows.find((row) => row['Mã phiếu'] === 'KC-2026-0001');
    expect(mai?.['Sản phẩm']).toBe('=HYPERLINK("http://x")');
    expect(sheets[1]?.rows[0]?.['Máy 2, tên']).toBe('@Máy ép');
    expect(Object.values(sheets[2]?.rows[0] ?? {})).toContain('Miến\n_x0041_');
  });

  it('is filtered as the list is, and with nothing found has its headings', async () => {
    const codes = async (query: string) => (await download(query)).sheets[0]?.rows.map((row) => row['Mã phiếu']);
    expect(await codes('?q=khong%20ai')).toEqual([]);
    expect(await codes('?q=lo%20say')).toEqual(['KC-2026-0001']);
    expect(await codes('?status=accepted')).toEqual([]);
    expect(await codes('?mine=1')).toEqual([]);
    const { sheets } = await download('?status=accepted');
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.headings).toContain('Số điện thoại');
  });

  it('says of a sample that it is one, and speaks English to who reads English', async () => {
    const { sheets } = await download('', { 'accept-language': 'en' });
    const sample = sheets[0]?.rows.find((row) => row.Code === 'KC-2026-0002');
    expect(sample).toMatchObject({ Note: 'A sample, not of a real person', Status: 'New' });
  });

  it('is written down with who took it and how many, never with what was looked for', async () => {
    await download('?q=lo%20say&status=submitted');
    const entries = await office.db.auditEntry.findMany({ where: { action: 'requests.exported' } });
    expect(entries.every(({ actorId }) => actorId === officer.id)).toBe(true);
    expect(entries.map(({ subjectId, data }) => ({ subjectId, data }))).toContainEqual({
      subjectId: 'submitted',
      data: { count: 1, isMine: false, isSearch: true },
    });
    expect(JSON.stringify(entries)).not.toContain('say');
  });
});
