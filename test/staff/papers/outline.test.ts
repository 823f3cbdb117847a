import { randomUUID } from 'node:crypto';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../bot/library/load-library.ts';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { isWellFormed } from '../../../staff/papers/template/well-formed.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import { readParagraphs } from '../../support/read-office-files.ts';
import { addCentre, createTestClock } from '../../support/test-bot.ts';

const clock = createTestClock('2026-11-22T02:05:00Z');
const shipped = await readKnowledge({ root: projectRoot });
const current = buildLibrary(shipped);
const library = { current: () => current, shipped, takenOver: () => 0, rehearse: async () => [] };

let database: TestDatabase;
let office: Office;
let officer: { id: string; cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock, library });
  await addCentre(office.db, clock.now());
  officer = await office.hire('officer');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const COMMUNE = {
  ...{ communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
  legacyAddressText: 'con minh na ri',
};
const FULL = {
  ...{ need: 'machinery', product: 'Miến <dong> & bún', commune: COMMUNE, 'legal-form': 'cooperative' },
  ...{ 'contact-name': 'Nông Thị Mai', phone: '0900000001', price: { minVnd: 4e8, maxVnd: 4e8 } },
  ...{ establishment: 'HTX Tài Hoan', sector: 'food', workers: { minCount: 5, maxCount: 7 } },
  ...{ 'machines.1.name': 'Lò sấy', 'machines.1.state': 'new', 'machines.1.price': { minVnd: 3e8, maxVnd: 3e8 } },
  ...{ 'machines.1.more': 'yes', 'machines.2.name': 'Máy ép', 'machines.2.state': 'new' },
  'machines.2.price': { minVnd: 1e8, maxVnd: 1e8 },
  ...{ 'own-capital': { minVnd: 2e8, maxVnd: 2e8 }, 'earlier-support': 'no' },
  when: { fromMonth: '2027-03', toMonth: '2027-03' },
};

async function request(answers: Record<string, string | object>, programme = 'advanced-equipment'): Promise<string> {
  const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
  const code = `KC-2026-${String((await office.db.application.count()) + 101).padStart(4, '0')}`;
  const id = await addRequest(office.db, { personId, code, at: clock.now(), answers });
  await office.db.application.update({ where: { id }, data: { programme } });
  return id;
}
const fetchOutline = async (id: string, headers = {}): Promise<{ answer: Response; bytes: Uint8Array }> => {
  const answer = await office.ask(`/staff/api/papers/requests/${id}/outline`, { as: officer.cookie, headers });
  expect(answer.status).toBe(200);
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
};
const read = async (id: string): Promise<string[]> => readParagraphs((await fetchOutline(id)).bytes);

describe('the draft of a project outline', () => {
  it('has its eight parts in order, filled from the dossier', async () => {
    const lines = await read(await request(FULL));
    expect(lines.filter((line) => /^[IVX]+\. /.test(line))).toEqual([
      'I. CÁC ĐƠN VỊ VÀ ĐỊA ĐIỂM THỰC HIỆN',
      'II. SỰ CẦN THIẾT VÀ CĂN CỨ',
      'III. MỤC TIÊU',
      'IV. QUY MÔ',
      'V. NỘI DUNG VÀ TIẾN ĐỘ',
      'VI. DỰ TOÁN KINH PHÍ',
      'VII. TỔ CHỨC THỰC HIỆN',
      'VIII. HIỆU QUẢ',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'TRUNG TÂM KHUYẾN CÔNG THỬ',
        '[cán bộ điền: nơi lập], ngày 22 tháng 11 năm 2026',
        'Máy móc, thiết bị tiên tiến tại HTX Tài Hoan',
        '– Loại hình: Hợp tác xã',
        '– Mã số thuế: [cán bộ điền: mã số thuế]',
        '– Người liên hệ: Nông Thị Mai, điện thoại 0900 000 001',
        'xã Côn Minh, tỉnh Thái Nguyên',
        '– Sản phẩm chính: Miến <dong> & bún',
        '– Máy 1: Lò sấy, Máy mới',
        '– Số máy: 2 máy',
        '– Vốn tự có mà cơ sở đã khai: 200 triệu đồng',
      ]),
    );
    expect(lines.join('\n')).not.toMatch(/[{}]|undefined|không rõ/);
  });

  it('has the machines with their prices, and the money by source with the rate, its document and how certain it is', async () => {
    const lines = await read(await request(FULL));
    const from = lines.indexOf('Thành tiền');
    expect(lines.slice(from + 1, from + 9)).toEqual([
      ...['1', 'Lò sấy', '300.000.000', '2', 'Máy ép', '100.000.000', 'Tổng cộng', '400.000.000'],
    ]);
    const sources = lines.indexOf('Vốn đối ứng của cơ sở');
    expect(lines.slice(sources + 1, sources + 5)).toEqual([
      ...['Nguồn quốc gia', '400.000.000', '200.000.000', '200.000.000'],
    ]);
    expect(lines).toContain(
      '– Nguồn quốc gia: Tối đa 50 % chi phí, không quá 300.000.000 đồng (Thông tư 28/2018/TT-BTC, Điều 8, khoản 4, có hiệu lực từ 11/05/2018; đã đọc trong nguồn)',
    );
  });

  it('names only legal bases of our knowledge, each once with its number, and says how certain it is', async () => {
    const lines = await read(await request(FULL));
    const bases = lines.filter((line) => line.startsWith('– Căn cứ '));
    const known = new Set(
      [...shipped.eligibility, ...shipped.rates, ...shipped.articles.flatMap(({ sources }) => sources)].map(
        ({ document }) => document,
      ),
    );
    const documents = bases.map((line) => /^– Căn cứ ([^,(]+?)(?:,| \()/.exec(line)?.[1] ?? line);
    expect(documents.length).toBeGreaterThan(3);
    expect(new Set(documents).size).toBe(documents.length);
    for (const document of documents) {
      expect(document).toMatch(/\d+\/\d{4}\//);
      expect(known).toContain(document);
    }
    expect(bases.every((line) => /\((?:đã đọc|mới thấy|chưa đối chiếu|cán bộ)[^()]*\)$/.test(line))).toBe(true);
  });

  it('leaves what nobody told as a blank in yellow, and invents no sum', async () => {
    const id = await request({ need: 'machinery' });
    const lines = await read(id);
    const xml = new PizZip((await fetchOutline(id)).bytes).file('word/document.xml')?.asText() ?? '';
    const blanks = [
      ...xml.matchAll(/<w:r><w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr><w:t xml:space="preserve">\[cán bộ điền:/g),
    ];
    expect(blanks.length).toBe(lines.join('\n').split('[cán bộ điền:').length - 1);
    expect(blanks.every(([, look]) => look?.includes('<w:highlight w:val="yellow"/>'))).toBe(true);
    expect(blanks.length).toBeGreaterThan(25);
    expect(lines.join('\n')).not.toMatch(/\d{3}\.000/);
  });

  it('keeps a rate that was never read in its source inside the blank', async () => {
    const price = { minVnd: 4e7, maxVnd: 4e7 };
    const lines = await read(await request({ ...FULL, need: 'trademark', price }, 'trademark'));
    expect(lines).toContain('[cán bộ điền: xác nhận mức; số chưa đối chiếu 20.000.000]');
    expect(lines).not.toContain('20.000.000');
  });

  it('has what the centre asks for and for which plan, once it is proposed, and what was approved, marked, once it is', async () => {
    const id = await request(FULL);
    expect(await read(id)).toContain(
      '– Kinh phí khuyến công đề nghị: [cán bộ điền: kinh phí khuyến công đề nghị] đồng, kế hoạch năm [cán bộ điền: năm kế hoạch]',
    );
    const data = { planYear: 2027, fund: 'national', amountVnd: 180_000_000 };
    const proposed = { id: randomUUID(), applicationId: id, seq: 3, kind: 'proposed', at: clock.now(), data };
    const by = { actorKind: 'officer', actorId: officer.id, requestId: randomUUID() };
    await office.db.applicationEvent.create({ data: { ...proposed, ...by } });
    const before = await read(id);
    expect(before).toContain('– Kinh phí khuyến công đề nghị: 180.000.000 đồng, kế hoạch năm 2027');
    expect(before).not.toContain('Đã được duyệt');

    const sums = { nationalVnd: 150_000_000, localVnd: 20_000_000, counterpartVnd: 230_000_000 };
    const approved = { ...sums, decision: { number: '12/QĐ-BCT', date: '2027-01-15' } };
    const event = { ...proposed, id: randomUUID(), seq: 4, kind: 'approved', data: approved };
    await office.db.applicationEvent.create({ data: { ...event, ...by, requestId: randomUUID() } });
    const after = await read(id);
    expect(after).toContain(
      '– Đã được duyệt: khuyến công quốc gia 150.000.000 đồng, địa phương 20.000.000 đồng; vốn đối ứng 230.000.000 đồng',
    );
    expect(after).toContain('– Đã được duyệt: theo quyết định số 12/QĐ-BCT ngày 15/01/2027');
  });

  it('is a file that Word opens: every part well formed, told in the content types, each relation to a part that is there', async () => {
    for (const answers of [FULL, { need: 'machinery' }]) {
      const zip = new PizZip((await fetchOutline(await request(answers))).bytes);
      const text = (name: string): string => zip.file(name)?.asText() ?? '';
      const parts = zip.file(/\.(?:xml|rels)$/).map(({ name }) => name);
      expect(parts.filter((name) => !isWellFormed(text(name)))).toEqual([]);
      const types = text('[Content_Types].xml');
      const told = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name = '']) => name);
      expect(told.filter((name) => zip.file(name) === null)).toEqual([]);
      expect(parts.filter((name) => name.startsWith('word/') && name.endsWith('.xml')).sort()).toEqual(told.sort());
      const targets = [...text('word/_rels/document.xml.rels').matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g)];
      expect(targets.filter(([, , target]) => zip.file(`word/${target}`) === null)).toEqual([]);
      const used = [...text('word/document.xml').matchAll(/r:id="([^"]+)"/g)].map(([, id]) => id);
      expect(targets.map(([, id]) => id)).toEqual(expect.arrayContaining(used));
      const styles = new Set([...text('word/styles.xml').matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id));
      const worn = [...text('word/document.xml').matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id);
      expect(worn.filter((id) => !styles.has(id))).toEqual([]);
      // A cell without a paragraph is what Word calls a damaged file.
      expect(text('word/document.xml')).not.toMatch(/<\/w:tcPr><\/w:tc>|<\/w:tbl><w:sectPr/);
    }
  });

  it('takes over what the establishment told in another request', async () => {
    const establishment = await office.db.establishment.create({
      data: {
        ...{ id: randomUUID(), createdAt: clock.now(), updatedAt: clock.now() },
        answers: {
          create: [{ questionId: 'representative', value: 'Nông Văn Hoan', raw: null, answeredAt: clock.now() }],
        },
      },
    });
    const id = await request(FULL);
    await office.db.application.update({ where: { id }, data: { establishmentId: establishment.id } });
    expect(await read(id)).toContain('– Người đại diện: Nông Văn Hoan');
  });

  it('holds together what must not be torn apart, and is Vietnamese for whoever reads it', async () => {
    const { answer, bytes } = await fetchOutline(await request(FULL), { 'accept-language': 'en' });
    const xml = new PizZip(bytes).file('word/document.xml')?.asText() ?? '';
    for (const words of ['ngày 22 tháng 11 năm 2026', 'Điều 8', 'khoản 4', '200 triệu đồng', 'tư 28/2018/TT-BTC']) {
      expect(xml).toContain(words.replaceAll(' ', '\u00a0'));
      expect(xml).not.toContain(words);
    }
    expect(answer.headers.get('content-disposition')).toMatch(/filename="draft-outline-KC-2026-\d+\.docx"/);
  });

  it('is taken along under the name of the officer', async () => {
    const id = await request(FULL);
    await fetchOutline(id);
    const entries = await office.db.auditEntry.findMany({ where: { subjectId: id } });
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([['request.outlined', officer.id]]);
  });
});
