import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../bot/library/load-library.ts';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import { projectRoot } from '../../host/project-root.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { addCentre, createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const shipped = await readKnowledge({ root: projectRoot });
const current = buildLibrary(shipped);
const library = { current: () => current, shipped, takenOver: () => 0, rehearse: async () => [] };

let database: TestDatabase;
let office: Office;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock, library });
  await addCentre(office.db, clock.now());
  ({ cookie } = await office.hire('officer'));
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

let lastCode = 0;
const COMMUNE = {
  communeCode: '02185',
  commune: 'Xã Côn Minh',
  provinceCode: '19',
  province: 'Tỉnh Thái Nguyên',
  legacyAddressText: 'con minh',
};
const ANSWERS = { need: 'machinery', product: 'miến dong', commune: COMMUNE, 'legal-form': 'cooperative' };

/** What the request page is told of such a dossier; `null` answers are those of an erased one. */
async function adviceOn(answers: Record<string, string | object>, language = 'vi') {
  const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
  lastCode += 1;
  const id = await addRequest(office.db, { personId, code: `KC-2026-0${lastCode}`, at: clock.now(), answers });
  await office.db.application.update({ where: { id }, data: { programme: 'advanced-equipment' } });
  const headers = { 'accept-language': language };
  const { advice } = await (await office.ask(`/staff/api/requests/${id}`, { as: cookie, headers })).json();
  return advice;
}

describe('the page of a request', () => {
  it('tells every reason with its source, its date and how certain it is, the deciding ones first', async () => {
    const { verdict, reasons } = await adviceOn(ANSWERS);
    expect(verdict).toBe('officer');
    expect(reasons).toEqual([
      {
        verdict: 'officer',
        text: 'Chưa rõ: máy mới hay cũ (phải là máy mới)',
        source: 'Thông tư 46/2012/TT-BCT, Điều 4, khoản 4',
        certainty: 'đã đọc bản gốc, bản sửa đổi về sau thì chưa đối chiếu',
      },
      {
        verdict: 'eligible',
        text: 'nơi sản xuất thuộc địa bàn hỗ trợ',
        source: 'Nghị định 235/2025/NĐ-CP, Điều 1, khoản 1, có hiệu lực từ 15/10/2025',
        certainty: 'đã đọc trong nguồn',
      },
      expect.objectContaining({ text: 'sản phẩm thuộc ngành được hỗ trợ' }),
      expect.objectContaining({ text: 'loại cơ sở thuộc diện hỗ trợ' }),
    ]);
  });

  it('tells what has to be done where something is missing', async () => {
    const { verdict, reasons } = await adviceOn({ ...ANSWERS, 'legal-form': 'unregistered' });
    expect(verdict).toBe('not-yet');
    expect(reasons[0]).toMatchObject({
      text: 'cơ sở chưa đăng ký',
      todo: 'đăng ký hộ kinh doanh ở xã, phường, hoặc vào tổ hợp tác, hợp tác xã',
    });
  });

  it('tells what could be got, by which document, and the own capital that leaves; nothing without a price', async () => {
    const price = { minVnd: 400_000_000, maxVnd: 400_000_000 };
    expect((await adviceOn({ ...ANSWERS, price })).estimate).toEqual({
      price: '400 triệu đồng',
      sums: [
        {
          where: 'Nguồn quốc gia',
          support: '200 triệu đồng',
          ownCapital: '200 triệu đồng',
          source: 'Thông tư 28/2018/TT-BTC, Điều 8, khoản 4: 50 %, trần 300 triệu đồng',
          certainty: 'đã đọc trong nguồn',
        },
      ],
    });
    expect((await adviceOn(ANSWERS)).estimate).toBeNull();
  });

  it('of a line tells the ceiling of lines and that the share is assumed; while nobody told what it is, both', async () => {
    const price = { minVnd: 900_000_000, maxVnd: 900_000_000 };
    const ofLine = {
      support: '450 triệu đồng',
      ownCapital: '450 triệu đồng',
      source: 'Thông tư 28/2018/TT-BTC, Điều 8, khoản 4: trần 450 triệu đồng',
      certainty: 'đã đọc trong nguồn; tỷ lệ 50 % lấy theo mức máy móc, cần kiểm tra',
    };
    const sumsOf = async (more: Record<string, string>) =>
      (await adviceOn({ ...ANSWERS, ...more, price })).estimate.sums;
    expect(await sumsOf({ 'equipment-kind': 'line' })).toEqual([{ where: 'Nguồn quốc gia', ...ofLine }]);
    expect(await sumsOf({})).toMatchObject([
      { where: 'Nguồn quốc gia', support: '300 triệu đồng' },
      { where: 'Nguồn quốc gia, nếu là dây chuyền', ...ofLine },
    ]);
    expect(await sumsOf({ 'equipment-kind': 'several' })).toMatchObject([{ support: '300 triệu đồng' }]);
  });

  it('tells it in the language of the reader', async () => {
    expect((await adviceOn(ANSWERS, 'en')).reasons[0].text).toBe(
      'Not told: whether the machines are new or used (they must be new)',
    );
  });
});
