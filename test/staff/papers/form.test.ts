import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../bot/library/load-library.ts';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { projectRoot } from '../../../host/project-root.ts';
import type { RequestForm } from '../../../staff/papers/form/request-form.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import { readParagraphs } from '../../support/read-office-files.ts';
import { addCentre, createTestClock } from '../../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:05:00Z');
const shipped = await readKnowledge({ root: projectRoot });
const current = buildLibrary(shipped);
const library = { current: () => current, shipped, takenOver: () => 0, rehearse: async () => [] };
const PHOTO = '0e2f8d3c-6a40-4a35-9e0b-0f4f0f6f0a01';

let database: TestDatabase;
let office: Office;
let officer: { id: string; cookie: string };
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock, library });
  await addCentre(office.db, clock.now());
  officer = await office.hire('officer');
  const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
  const file = { id: PHOTO, personId, key: 'aa/1.jpg', mediaType: 'image/jpeg', sha256: '', createdAt: clock.now() };
  await office.db.storedFile.create({ data: { ...file, byteSize: 1, width: 1, height: 1 } });
  const commune = {
    ...{ communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
    legacyAddressText: 'con minh na ri',
  };
  id = await addRequest(office.db, {
    ...{ personId, code: 'KC-2026-0123', at: clock.now() },
    answers: {
      ...{ need: 'machinery', product: 'Miến <dong> & bún\u0007', commune, 'legal-form': 'cooperative' },
      ...{ 'contact-name': 'Nông Thị Mai', phone: '0900000001', price: { minVnd: 4e8, maxVnd: 4e8 } },
      ...{ establishment: 'HTX Tài Hoan', 'machines.1.name': 'Lò sấy', 'machines.1.state': 'new' },
      quotation: { fileIds: [PHOTO] },
      when: { fromMonth: '2027-03', toMonth: '2027-03', fromDay: '2027-03-05', toDay: '2027-03-05' },
    },
    said: { commune: 'con minh na ri' },
  });
  await office.db.application.update({ where: { id }, data: { programme: 'advanced-equipment' } });
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const readForm = async (): Promise<RequestForm> => {
  const answer = await office.ask(`/staff/api/papers/requests/${id}`, { as: officer.cookie });
  expect(answer.status).toBe(200);
  return (await answer.json()).form;
};
const readDocument = async (): Promise<{ answer: Response; bytes: Uint8Array }> => {
  const answer = await office.ask(`/staff/api/papers/requests/${id}/document`, { as: officer.cookie });
  expect(answer.status).toBe(200);
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
};

describe('the paper of a request', () => {
  it('has every question that applies with its answer, and a blank where there is none', async () => {
    const { title, about, sections, origin } = await readForm();
    expect([title, ...about]).toEqual([
      'Phiếu đăng ký nhu cầu hỗ trợ khuyến công',
      'Mã phiếu: KC-2026-0123',
      'Nội dung hỗ trợ: Máy móc, thiết bị tiên tiến',
      'Gửi lúc 09:05 ngày 23/11/2026',
      'Tình trạng: Mới',
    ]);
    expect(sections.map((section) => section.title)).toEqual(['Cơ sở', 'Nhu cầu hỗ trợ', 'Thông tin chi tiết']);
    const lines = sections.flatMap((section) => section.lines);
    expect(lines).toContainEqual({ label: 'Tên cơ sở', text: 'HTX Tài Hoan', said: '' });
    expect(lines).toContainEqual({ label: 'Dự kiến chi', text: '400 triệu đồng', said: '' });
    expect(lines).toContainEqual({ label: 'Máy 1, giá', text: '', said: '' });
    expect(lines).toContainEqual({ label: 'Mã số thuế', text: '', said: '' });
    expect(lines).toContainEqual({
      label: 'Nơi sản xuất',
      text: 'xã Côn Minh, tỉnh Thái Nguyên',
      said: 'Lời người khai: con minh na ri',
    });
    expect(origin).toContain('không phải mẫu ban hành theo văn bản nào');
  });

  it('tells how it stands by the rules and what could be got, each with its source and how certain it is', async () => {
    const { advice } = await readForm();
    expect(advice?.note).toContain('23/11/2026');
    expect(advice?.verdict).toMatch(/^Kết quả: /);
    for (const { source } of [...(advice?.reasons ?? []), ...(advice?.sums ?? [])].filter((each) => each.source)) {
      expect(source).toMatch(/^(Nghị định|Thông tư|Quyết định|Nghị quyết) \d.*\(.+\)$/);
    }
    expect(advice?.sums[0]?.text).toBe('Nguồn quốc gia: tối đa 200 triệu đồng, vốn đối ứng khoảng 200 triệu đồng');
  });

  it('lists the photos by what they show and when they came', async () => {
    const { photos } = await readForm();
    expect(photos.lines).toEqual(['Ảnh báo giá: ảnh 1 (nhận lúc 09:05 ngày 23/11/2026)']);
  });

  it('says the same in Word, whatever was typed, with no sign of the template left', async () => {
    const { answer, bytes } = await readDocument();
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="phieu-KC-2026-0123.docx"');
    const paragraphs = readParagraphs(bytes);
    const { title, about, sections, advice, photos, origin } = await readForm();
    const lines = sections.flatMap((section) => section.lines);
    const said = [
      ...[title, ...about, origin, advice?.verdict, ...photos.lines.map((line) => `– ${line}`)],
      ...lines.flatMap((line) => [line.label, line.text, line.said]),
      ...(advice?.reasons ?? []).flatMap(({ text, todo, source }) => [`– ${text}`, todo, source]),
    ].filter((line) => line !== '');
    expect(paragraphs).toEqual(expect.arrayContaining(said.map((line) => line?.replace('\u0007', ''))));
    expect(paragraphs).toContain('Miến <dong> & bún');
    expect(paragraphs.join('\n')).not.toMatch(/[{}]|undefined/);
  });

  it('is read and taken along under the name of the officer', async () => {
    await readForm();
    await readDocument();
    const entries = await office.db.auditEntry.findMany({ where: { subjectId: id } });
    expect(entries.map(({ action, actorId }) => [action, actorId]).sort()).toEqual([
      ['request.exported', officer.id],
      ['request.printed', officer.id],
    ]);
  });

  it('of a request whose data was erased says so, and nothing else of it', async () => {
    const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
    const erased = await addRequest(office.db, { personId, code: 'KC-2026-0666', at: clock.now() });
    await office.db.applicationEvent.create({
      data: {
        id: erased,
        applicationId: erased,
        seq: 3,
        kind: 'erased',
        at: clock.now(),
        actorKind: 'system',
        requestId: 'x',
      },
    });
    const answer = await office.ask(`/staff/api/papers/requests/${erased}`, { as: officer.cookie });
    const { form } = await answer.json();
    expect(form).toMatchObject({
      sections: [],
      about: expect.arrayContaining([expect.stringContaining('đã được xoá')]),
    });
    expect(form.advice).toBeUndefined();
  });
});

it('every day on every paper of a request is written the same way, with two digits', async () => {
  const texts = [JSON.stringify(await readForm()), (await readParagraphs((await readDocument()).bytes)).join('\n')];
  for (const paper of ['summary', 'outline']) {
    const answer = await office.ask(`/staff/api/papers/requests/${id}/${paper}`, { as: officer.cookie });
    const isWords = (answer.headers.get('content-type') ?? '').startsWith('application/json');
    const bytes = isWords ? undefined : new Uint8Array(await answer.arrayBuffer());
    texts.push(bytes === undefined ? await answer.text() : (await readParagraphs(bytes)).join('\n'));
  }
  for (const text of texts) {
    const days = [...text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/\d{4}(?![\d/])/g)].map(([day]) => day);
    expect(days.length).toBeGreaterThan(0);
    expect(days.filter((day) => !/^\d\d\/\d\d\//.test(day))).toEqual([]);
  }
  expect(texts[0]).toContain('05/03/2027');
});
