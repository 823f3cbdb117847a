import { randomUUID } from 'node:crypto';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAPERS, type Paper, readShipped } from '../../../staff/papers/template/read-template.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import { readParagraphs, readWorkbook } from '../../support/read-office-files.ts';
import { addCentre, createTestClock } from '../../support/test-bot.ts';

const clock = createTestClock('2026-11-22T02:05:00Z');
const shipped = Object.fromEntries(await Promise.all(PAPERS.map(async (paper) => [paper, await readShipped(paper)])));

let database: TestDatabase;
let office: Office;
let officer: { id: string; cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  officer = await office.hire('officer', 'Nguyễn Thị Hoa');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

/** Our template with something in it changed. */
function changed(
  change: (xml: string) => string,
  { paper = 'request-form', part = 'word/document.xml' } = {},
): Uint8Array {
  const zip = new PizZip(shipped[paper]);
  return zip.file(part, change(zip.file(part)?.asText() ?? '')).generate({ type: 'uint8array' });
}
function withPart(name: string, text: string): Uint8Array {
  return new PizZip(shipped['request-form']).file(name, text).generate({ type: 'uint8array' });
}
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const ask = (path: string, body?: object) =>
  office.ask(`/staff/api/papers/templates${path}`, { as: officer.cookie, body });

async function check(bytes: Uint8Array, paper: Paper = 'request-form'): Promise<string[]> {
  const answer = await ask(`/${paper}/check`, { file: base64(bytes) });
  expect(answer.status).toBe(200);
  return (await answer.json()).faults;
}
async function describeOne(paper: Paper) {
  const { papers } = await (await ask('')).json();
  return papers.find((each: { paper: string }) => each.paper === paper);
}
const keep = async (bytes: Uint8Array, version: number, requestId = randomUUID()): Promise<Response> =>
  await ask('/request-form', { requestId, version, file: base64(bytes), fileName: 'mẫu của ta.docx' });

describe('a template that is uploaded', () => {
  it.each(PAPERS)('of %s may be our own', async (paper) => {
    expect(await check(shipped[paper] ?? new Uint8Array(), paper)).toEqual([]);
  });

  it.each([
    ['{title}', '{title', 'Ký hiệu bắt đầu bằng “{title” thiếu dấu đóng. Thêm dấu } ngay sau tên.'],
    ['{#about}', '', 'Có {/about} nhưng không có {#about} ở trước. Thêm {#about} vào đầu đoạn lặp, hoặc xoá {/about}.'],
    ['{/about}', '', 'Đoạn lặp {#about} chưa có chỗ kết thúc. Thêm {/about} vào cuối đoạn lặp.'],
    ['{/about}', '{/abut}', 'Đoạn lặp {#about} lại kết thúc bằng {/abut}. Sửa chỗ kết thúc thành {/about}.'],
    [
      '{centre}',
      '{centr}',
      'Không có ký hiệu {centr} ở chỗ này. Có phải {centre} không? Sửa lại theo danh sách ký hiệu.',
    ],
    [
      '{centre}',
      '{ngayCap}',
      'Không có ký hiệu {ngayCap} ở chỗ này. Xem tên đúng trong danh sách ký hiệu, hoặc xoá ký hiệu này.',
    ],
    // A name that is known, but not in this part of the paper.
    [
      '{origin}',
      '{label}',
      'Không có ký hiệu {label} ở chỗ này. Xem tên đúng trong danh sách ký hiệu, hoặc xoá ký hiệu này.',
    ],
    ['{centre}', '{@centre}', 'Ký hiệu {@centre} không dùng được. Bỏ dấu @, viết {centre}.'],
  ])('with %s made %j is told which sign is wrong and what to do', async (sign, wrong, told) => {
    expect(await check(changed((xml) => xml.replace(sign, wrong)))).toEqual([told]);
  });

  it('without any sign to fill in is told so', async () => {
    expect(await check(changed((xml) => xml.replaceAll(/\{[^}]*\}/g, 'x')))).toEqual([
      expect.stringMatching(/^Mẫu chưa có ký hiệu nào/),
    ]);
  });

  it('with macros, files inside, anything fetched from elsewhere or a field that acts is refused', async () => {
    const outside = (type: string) =>
      changed(
        (xml) =>
          xml.replace(
            '</Relationships>',
            `<Relationship Id="x" Type="http://x/${type}" Target="http://evil.example/a" TargetMode="External"/></Relationships>`,
          ),
        {
          part: 'word/_rels/document.xml.rels',
        },
      );
    const macros = changed((xml) => xml.replace('wordprocessingml.document.main', 'word.document.macroEnabled.main'), {
      part: '[Content_Types].xml',
    });
    const field = changed((xml) =>
      xml.replace('<w:r>', '<w:r><w:instrText> DDEAUTO cmd "x" </w:instrText></w:r><w:r>'),
    );
    expect([
      ...(await check(withPart('word/vbaProject.bin', 'x'))),
      ...(await check(macros)),
      ...(await check(withPart('word/embeddings/tep.xlsx', 'x'))),
      ...(await check(outside('attachedTemplate'))),
      ...(await check(field)),
    ]).toEqual([
      expect.stringMatching(/^Tệp có macro/),
      expect.stringMatching(/^Tệp có macro/),
      expect.stringContaining('“tep.xlsx”'),
      expect.stringContaining('“http://evil.example/a”'),
      expect.stringContaining('“DDEAUTO”'),
    ]);
    expect(await check(outside('hyperlink'))).toEqual([]);
  });

  it('that is no Word file, an old one, or too large is told how to make it one', async () => {
    expect([
      ...(await check(new TextEncoder().encode('mẫu'))),
      ...(await check(new Uint8Array())),
      ...(await check(new PizZip().file('a.txt', 'x').generate({ type: 'uint8array' }))),
      ...(await check(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))),
      ...(await check(new Uint8Array(2_000_001))),
    ]).toEqual([
      expect.stringMatching(/^Tệp này không phải tệp Word/),
      expect.stringMatching(/^Tệp này không phải tệp Word/),
      expect.stringMatching(/^Tệp này không phải tệp Word/),
      expect.stringMatching(/^Tệp này là Word kiểu cũ/),
      expect.stringMatching(/^Tệp quá lớn/),
    ]);
  });

  it('whose XML is broken is not taken', async () => {
    expect(await check(changed((xml) => xml.replace('</w:body>', '</w:bodi>')))).not.toEqual([]);
    expect(await check(changed((xml) => xml.replace('{centre}', '{centre}&')))).not.toEqual([]);
  });

  it.each(PAPERS)('of %s is shown with a dossier that was made up, before it is in place', async (paper) => {
    const own = changed((xml) => xml.replace('{centre}', '{centre}, mẫu riêng'), { paper });
    const answer = await ask(`/${paper}/sample`, { file: base64(own) });
    expect(answer.status).toBe(200);
    const lines = readParagraphs(new Uint8Array(await answer.arrayBuffer()));
    expect(lines.join('\n')).toContain('HTX Miến dong Mẫu');
    expect(lines.join('\n')).toContain(', mẫu riêng');
    expect(lines.join('\n')).not.toMatch(/[{}]|undefined/);
    expect((await describeOne(paper)).isOurs).toBe(true);
  });
});

describe('the template of the centre', () => {
  it('is in place from then on, with its version and who kept it; ours is back with one press', async () => {
    const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
    const id = await addRequest(office.db, { personId, code: 'KC-2026-0123', at: clock.now() });
    const read = async (): Promise<string> => {
      const answer = await office.ask(`/staff/api/papers/requests/${id}/document`, { as: officer.cookie });
      return readParagraphs(new Uint8Array(await answer.arrayBuffer())).join('\n');
    };
    expect(
      (
        await keep(
          changed((xml) => xml.replace('{title}', 'Mẫu riêng: {title}')),
          0,
        )
      ).status,
    ).toBe(200);
    expect(await read()).toContain('Mẫu riêng: Phiếu đăng ký nhu cầu hỗ trợ khuyến công');
    expect(await describeOne('request-form')).toMatchObject({
      ...{ isOurs: false, version: 1, faults: [] },
      versions: [
        { version: 1, fileName: 'mẫu của ta.docx', keptBy: 'Nguyễn Thị Hoa', keptAt: clock.now().toISOString() },
      ],
    });
    const own = await ask('/request-form/file');
    expect(own.headers.get('content-disposition')).toBe('attachment; filename="mau-phieu-nhu-cau.docx"');

    expect((await ask('/request-form/ours', { requestId: randomUUID(), version: 1 })).status).toBe(200);
    expect(await read()).not.toContain('Mẫu riêng');
    expect(await describeOne('request-form')).toMatchObject({ isOurs: true, version: 2 });
    const earlier = new Uint8Array(await (await ask('/request-form/file?version=1')).arrayBuffer());
    expect(readParagraphs(earlier)).toContain('Mẫu riêng: {title}');
    const entries = await office.db.auditEntry.findMany({
      where: { subjectId: 'request-form' },
      orderBy: { at: 'asc' },
    });
    expect(entries.map(({ action }) => action).sort()).toEqual(['template.kept', 'template.ours-again']);
  });

  it('is never one that cannot be filled in, is kept once, and not over what a colleague put there meanwhile', async () => {
    const { version } = await describeOne('request-form');
    const broken = await keep(
      changed((xml) => xml.replace('{title}', '{title')),
      version,
    );
    expect([broken.status, (await broken.json()).code]).toEqual([409, 'paper.template-faulty']);
    const requestId = randomUUID();
    const own = shipped['request-form'] ?? new Uint8Array();
    expect((await keep(own, version, requestId)).status).toBe(200);
    expect((await keep(own, version, requestId)).status).toBe(200);
    const late = await keep(own, version);
    expect([late.status, (await late.json()).code]).toEqual([409, 'paper.template-changed']);
    expect((await describeOne('request-form')).version).toBe(version + 1);
  });

  it('that can no longer be filled in is said to be, on its page and where it is used, and nothing half filled is handed out', async () => {
    const broken = Uint8Array.from(changed((xml) => xml.replace('{title}', '{title')));
    const at = { keptAt: clock.now(), keptById: officer.id };
    await office.db.paperTemplate.create({
      data: { id: randomUUID(), paper: 'project-outline', version: 1, file: broken, ...at },
    });
    expect((await describeOne('project-outline')).faults).toHaveLength(1);
    const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
    const id = await addRequest(office.db, { personId, code: 'KC-2026-0124', at: clock.now() });
    const answer = await office.ask(`/staff/api/papers/requests/${id}/outline`, { as: officer.cookie });
    expect([answer.status, (await answer.json()).code]).toEqual([409, 'paper.template-faulty']);
    expect(office.logged()).toContain('{title');
  });
});

it.each(PAPERS)(
  'everything that a template of %s may name is in the list, with its meaning and an example',
  async (paper) => {
    const answer = await ask(`/${paper}/fields`);
    const [sheet] = readWorkbook(new Uint8Array(await answer.arrayBuffer()));
    expect(sheet?.headings).toEqual(['Viết trong mẫu', 'Đặt trong', 'Ý nghĩa', 'Ví dụ']);
    const signs = (sheet?.rows ?? []).map((row) => String(row['Viết trong mẫu']));
    expect(sheet?.rows.every((row) => String(row['Ý nghĩa']).length > 1)).toBe(true);
    const used = (new PizZip(shipped[paper]).file('word/document.xml')?.asText() ?? '').match(/\{#?[a-zA-Z]+\}/g) ?? [];
    expect(used.length).toBeGreaterThan(10);
    const known = signs.flatMap((sign) => sign.match(/\{#?[a-zA-Z]+\}/g) ?? []);
    // A part that is printed only where it is not empty is opened by the name of what stands in it.
    const inBoth = new Set([...known, ...known.map((sign) => sign.replace('{', '{#'))]);
    expect(used.filter((sign) => !inBoth.has(sign))).toEqual([]);
  },
);
