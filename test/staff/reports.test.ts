import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeProjects } from '../../staff/projects/describe-projects.ts';
import { createDossiers } from '../records/dossiers.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { readWorkbook } from '../support/read-office-files.ts';
import { createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const CAO_BANG = { id: 1, name: 'Trung tâm Khuyến công', provinceCode: '04', isSample: false };

let database: TestDatabase;
let office: Office;
let officer: { id: string; cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  const { db } = office;
  await db.centre.create({ data: { ...CAO_BANG, createdAt: clock.now(), updatedAt: clock.now() } });
  officer = await office.hire('officer');
  const dossiers = createDossiers(db, clock.now());
  for (const status of ['submitted', 'proposed', 'approved', 'settled', 'declined', 'stopped'] as const) {
    const { id } = await dossiers.bring(status);
    await db.application.update({ where: { id }, data: { programme: 'advanced-equipment' } });
    const commune = { communeCode: '01363', commune: '=Xã Thử', provinceCode: '04', province: 'Tỉnh Cao Bằng' };
    const value = { ...commune, legacyAddressText: '' };
    if (status === 'submitted') continue;
    const answer = { applicationId: id, questionId: 'commune', answeredAt: clock.now() };
    await db.applicationAnswer.create({ data: { ...answer, value } });
  }
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

const ask = async (path: string, options: { method?: string; body?: object; locale?: string } = {}) => {
  const { method, body, locale = 'vi' } = options;
  return await office.ask(`/staff/api/reports${path}`, {
    ...{ as: officer.cookie, method, body, headers: { 'accept-language': locale } },
  });
};
const read = async (path: string, options = {}) => {
  const answer = await ask(path, options);
  expect(answer.status).toBe(200);
  return await answer.json();
};
const TARGET = {
  ...{ name: '=Kinh phí', measure: 'supportVnd', fromYear: 2027, toYear: 2027, value: 1_000_000_000 },
  ...{ document: 'Kế hoạch của Trung tâm', certainty: 'officer' },
};
const put = (id: string, version: number, target: object) =>
  ask(`/targets/${id}`, { method: 'PUT', body: { requestId: randomUUID(), version, target } });

describe('the report of the office', () => {
  it('has a row for each commune and one for what is not known, and the definition of each number beside it', async () => {
    const { rows, total, columns, choices } = await read('?by=commune');
    expect(rows.map(({ label, cells }: Row) => [label, cells.requests?.value])).toEqual([
      ['=Xã Thử', 5],
      ['Chưa biết', 1],
    ]);
    expect([total.requests.value, total.projects.value, total.supportVnd]).toEqual([
      ...[6, 3, { value: 500_000_000, unknown: 1 }],
    ]);
    const support = columns.find(({ key }: { key: string }) => key === 'supportVnd');
    expect(support).toMatchObject({ name: 'Tiền được duyệt', missing: 'chưa có số ở 1 đề án', several: null });
    expect(columns.every(({ definition }: { definition: string }) => definition.length > 40)).toBe(true);
    expect(choices.years).toEqual([2026, 2027]);
    const english = await read('?by=status', { locale: 'en' });
    expect(english.columns[0].name).toBe('Requests sent');
  });

  it('of a plan year has the sums that stand over the list of its projects', async () => {
    const { total } = await read('?by=fund&fromYear=2027&toYear=2027');
    const { sums } = await describeProjects(office.deps, { planYear: 2027, locale: 'vi' });
    const { nationalVnd, localVnd, counterpartVnd, paidNationalVnd, projects } = total;
    expect([projects, nationalVnd, localVnd, counterpartVnd, paidNationalVnd].map(({ value }) => value)).toEqual([
      ...[sums.all.projects, sums.all.nationalVnd, sums.all.localVnd, sums.all.counterpartVnd],
      sums.all.paidNationalVnd,
    ]);
  });

  it('keeps to what is asked: a fund, a status, a year, what nobody has told', async () => {
    const requests = async (query: string) => (await read(`?${query}`)).total.requests.value;
    expect(await requests('commune=unknown')).toBe(1);
    expect(await requests('status=settled&fund=national')).toBe(1);
    expect(await requests('fund=unknown')).toBe(2);
    expect(await requests('fromYear=2027')).toBe(0);
    expect((await ask('?by=nothing')).status).toBe(400);
  });

  it('goes along as a workbook whose total is what its rows add up to, with definitions and targets; nothing in it is a formula', async () => {
    expect((await put('own-1', 0, TARGET)).status).toBe(200);
    const answer = await ask('/workbook?by=commune');
    expect(answer.headers.get('content-disposition')).toContain('bao-cao-khuyen-cong-2026-11-23.xlsx');
    const [report, definitions, targets] = readWorkbook(new Uint8Array(await answer.arrayBuffer()));
    const headings = report?.headings.slice(1) ?? [];
    expect(headings).toContain('Tiền được duyệt (đồng)');
    const total = report?.rows.at(-1) ?? {};
    expect(total['Xã, phường']).toBe('Tổng');
    for (const heading of headings) {
      const values = (report?.rows ?? []).map((row) => numberOf(row[heading]));
      const last = values.pop() ?? Number.NaN;
      expect([heading, values.reduce((sum, value) => sum + value, 0)]).toEqual([heading, last]);
      expect(total[heading]).toMatchObject({ format: '#,##0' });
    }
    expect(report?.rows[0]?.['Xã, phường']).toBe('=Xã Thử');
    expect(definitions?.rows.map((row) => row.Mục)).toContain('Cơ sở do phụ nữ làm chủ');
    expect(definitions?.rows.at(-1)).toMatchObject({ 'Cách tính': { value: 46_349, format: 'dd/mm/yyyy' } });
    expect(targets?.rows.find((row) => row['Chỉ tiêu'] === '=Kinh phí')).toMatchObject({
      ...{ 'Chỉ tiêu (số)': { value: 1e9, format: '#,##0' }, 'Đã đạt': { value: 5e8 } },
      'Tỷ lệ': { value: 0.5, format: '0%' },
    });
    expect(await office.db.auditEntry.count({ where: { action: 'report.exported', actorId: officer.id } })).toBe(1);
  });
});

describe('the targets of the office', () => {
  it('begin with those that are shipped for its province, each with its document and what is reached', async () => {
    const { targets } = await read('/targets');
    const shipped = targets.filter(({ isShipped }: { isShipped: boolean }) => isShipped);
    expect(shipped.map(({ target }: { target: { value: number } }) => target.value)).toEqual([
      ...[18_246_000_000, 9, 25, 1, 30],
    ]);
    expect(shipped[0]).toMatchObject({
      target: { document: 'Tin về kế hoạch khuyến công Cao Bằng ngày 20/4/2020', certainty: 'verified' },
      reached: { value: 0, percent: 0, parts: [{ value: 0 }, { value: 0 }] },
    });
  });

  it('are refused when their parts do not make up the whole, or somebody was faster', async () => {
    const parts = [
      { name: 'Địa phương', value: 4_446_000_000, fund: 'local' },
      { name: 'Quốc gia', value: 13_800_000_000, fund: 'national' },
    ];
    const wrong = await put('own-2', 0, { ...TARGET, value: 18_240_000_000, parts });
    expect([wrong.status, await wrong.json()]).toEqual([400, { code: 'report.target-parts' }]);
    expect((await put('own-2', 0, { ...TARGET, value: 18_246_000_000, parts })).status).toBe(200);
    const late = await put('own-2', 0, TARGET);
    expect([late.status, await late.json()]).toEqual([409, { code: 'report.target-changed' }]);
  });

  it('can be changed, taken away and taken up again; what was said before is kept', async () => {
    await put('own-3', 0, TARGET);
    await put('own-3', 1, { ...TARGET, value: 2_000_000_000 });
    const remove = { requestId: randomUUID(), version: 2 };
    expect((await ask('/targets/own-3', { method: 'DELETE', body: remove })).status).toBe(200);
    const { removed } = await read('/targets');
    expect(removed).toMatchObject([{ id: 'own-3', version: 3, target: { value: 2_000_000_000 } }]);
    await put('own-3', 3, removed[0].target);
    const { targets } = await read('/targets');
    const back = targets.find(({ id }: { id: string }) => id === 'own-3');
    expect([back.target.value, back.history.length]).toEqual([2_000_000_000, 4]);
  });

  it('of the office stand in the place of one that is shipped, which comes back when they are taken away', async () => {
    const of = async () =>
      (await read('/targets')).targets.find(({ id }: { id: string }) => id === 'cao-bang-2021-2025-models');
    await put('cao-bang-2021-2025-models', 0, { ...TARGET, measure: 'doneProjects', value: 12 });
    expect(await of()).toMatchObject({ isShipped: false, version: 1, target: { value: 12 } });
    const remove = { requestId: randomUUID(), version: 1 };
    await ask('/targets/cao-bang-2021-2025-models', { method: 'DELETE', body: remove });
    expect(await of()).toMatchObject({ isShipped: true, version: 2, target: { value: 9 } });
  });
});

describe('who owns an establishment', () => {
  it('is not known until an officer says it, and counts from then on', async () => {
    const before = await read('?by=womanOwned');
    expect(before.total.womanOwned).toEqual({ value: 0, unknown: 2 });
    const { owners } = await read('/owners');
    expect(owners.map(({ womanOwned }: { womanOwned: boolean | null }) => womanOwned)).toEqual([null, null]);
    const body = { requestId: randomUUID(), womanOwned: true };
    expect((await ask(`/owners/${owners[0].id}`, { method: 'PUT', body })).status).toBe(200);
    const after = await read('?by=womanOwned');
    expect(after.total.womanOwned).toEqual({ value: 1, unknown: 1 });
    expect(after.rows.map(({ label }: Row) => label)).toEqual(['Phụ nữ làm chủ', 'Chưa biết']);
    const lost = await ask(`/owners/${randomUUID()}`, { method: 'PUT', body: { ...body, requestId: randomUUID() } });
    expect(lost.status).toBe(404);
  });
});

type Row = { label: string; cells: Record<string, { value: number } | undefined> };
const numberOf = (cell: unknown): number =>
  typeof cell === 'object' && cell !== null && 'value' in cell ? Number(cell.value) : Number.NaN;
