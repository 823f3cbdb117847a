import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RETENTION, retentionCutoffs } from '../../core/schedule/retention.ts';
import { removeExpired } from '../../records/retention.ts';
import { readWorkbook } from '../support/read-office-files.ts';
import {
  BY_COMMUNE,
  BY_FUND,
  BY_OWNER,
  BY_PROGRAMME,
  BY_SECTOR,
  BY_STATUS,
  BY_YEAR,
  type Table,
} from './year-of-ten/by-hand.ts';
import { openYear, type Year } from './year-of-ten/office-year.ts';
import { AMENDED, PAID, PLAN, PLANNED } from './year-of-ten/plan.ts';
import { STORIES, type Who } from './year-of-ten/stories.ts';

vi.setConfig({ testTimeout: 90_000 });

const everybody = Object.keys(STORIES) as Who[];
let year: Year;

beforeAll(async () => {
  year = await openYear();
});
afterAll(async () => {
  await year.close();
});

describe('a plan year of ten establishments', () => {
  it('in autumn eleven requests are sent by chat; officers accept ten, and merge two that are one', async () => {
    year.on('2026-10-05');
    for (const name of everybody) await year.sends(name);

    year.on('2026-10-20');
    for (const name of everybody) await year.decides(name, { action: 'claim' });
    for (const name of everybody.filter((each) => each !== 'distillers')) {
      await year.decides(name, { action: 'accept' });
    }
    await year.decides('distillers', { action: 'decline', reason: 'Máy hỏi là máy đã qua sử dụng.' });

    const [keptId, mergedId] = [await year.establishmentOf('tea'), await year.establishmentOf('teaAgain')];
    expect((await year.read(`/establishments/${keptId}`)).duplicates).toMatchObject([{ id: mergedId }]);
    const { mark } = await year.post(`/establishments/${keptId}/merge-preview`, { mergedId });
    await year.post(`/establishments/${keptId}/merge`, { mergedId, mark });
    expect(await year.establishmentOf('teaAgain')).toBe(keptId);
  });

  it('nine are proposed and one of them is refused; eight are approved, and one withdraws before the contract', async () => {
    year.on('2026-11-16');
    for (const name of PLANNED) {
      const { fund, proposedVnd: amountVnd } = PLAN[name];
      await year.does(name, 'propose', { planYear: 2027, fund, amountVnd });
    }
    await year.does('mushrooms', 'propose', { planYear: 2027, fund: 'local', amountVnd: 40_000_000 });
    await year.decides('mushrooms', { action: 'decline', reason: 'Hết kinh phí.' });

    year.on('2027-01-20');
    for (const name of PLANNED) await year.does(name, 'approve', PLAN[name].approved);
    const bakers = year.who('bakers');
    await bakers.type('em muon rut ho so a');
    expect((await bakers.type('rut')).text).toContain('Đã rút phiếu');
  });

  it('through the year they report by chat; one asks for other sums, one to stop, and one begins again for the next plan', async () => {
    const working = PLANNED.filter((name) => name !== 'bakers');
    year.on('2027-02-02');
    for (const [at, name] of working.entries()) {
      await year.does(name, 'contract', { number: `${at + 1}/HĐ`, signedOn: '2027-02-01', endsOn: '2027-11-30' });
      await year.does(name, 'begin', {});
    }
    for (const month of ['02', '03', '04', '05', '06']) {
      year.on(`2027-${month}-20`);
      for (const name of PAID) {
        const producer = year.who(name);
        await producer.type('bao cao tien do');
        await producer.sendPhotos(1, 'viec dang lam');
        expect((await producer.type('xong')).text).toContain(`báo cáo tháng ${Number(month)}/2027`);
      }
    }
    year.on('2027-07-05');
    await year.does('noodles', 'pay-advance', { nationalVnd: 60_000_000, localVnd: 0, paidOn: '2027-07-01' });
    await year.does('carpenters', 'pay-advance', { nationalVnd: 0, localVnd: 40_000_000, paidOn: '2027-07-01' });
    for (const [name, what, why] of [
      ['noodles', 'Đổi số tiền', 'may re hon, xin bot nguon quoc gia'],
      ['carpenters', 'Dừng đề án', 'chu co so om'],
    ] as const) {
      const producer = year.who(name);
      await producer.type('xin dieu chinh hop dong');
      await producer.pick(what);
      await producer.type(why);
      expect((await producer.pick('Gửi cho cán bộ')).text).toContain('Đã gửi cán bộ lời xin');
    }
    await year.does('noodles', 'grant-amendment', { by: 'promotion-agency', sums: AMENDED });
    await year.does('carpenters', 'grant-amendment', { by: 'province' });
    const cameBack = { nationalVnd: 0, localVnd: 10_000_000, returnedOn: '2027-07-05', reason: 'Moi tra mot phan.' };
    await year.does('carpenters', 'return-advance', cameBack);

    year.on('2027-10-04');
    await year.sends('noodles', 'noodlesAgain');
    await year.decides('noodlesAgain', { action: 'claim' });
    await year.decides('noodlesAgain', { action: 'accept' });
    await year.does('noodlesAgain', 'propose', { planYear: 2028, fund: 'local', amountVnd: 80_000_000 });
  });

  it('all that were carried out are settled before 22/1 of the year after', async () => {
    year.on('2027-12-20');
    for (const name of PAID) await year.does(name, 'inspect', { inspectedOn: '2027-12-18', passed: true });
    year.on('2028-01-12');
    for (const name of PAID) {
      const { paid = PLAN[name].approved, isClosed = false } = PLAN[name];
      const { nationalVnd: paidNationalVnd, localVnd: paidLocalVnd, counterpartVnd } = paid;
      await year.does(name, 'settle', { paidNationalVnd, paidLocalVnd, counterpartVnd, settledOn: '2028-01-10' });
      if (isClosed) await year.does(name, 'close', {});
    }
    // Of two nobody has said who owns them.
    for (const [name, womanOwned] of Object.entries({ noodles: true, tea: true, weavers: true, bamboo: false })) {
      await year.put(`/reports/owners/${await year.establishmentOf(name)}`, { womanOwned });
    }
    year.on('2028-01-21');
  });

  it.each([
    ['year', '', BY_YEAR],
    ['status', '', BY_STATUS],
    ['commune', '&fromYear=2027&toYear=2027', BY_COMMUNE],
    ['sector', '&fromYear=2027&toYear=2027', BY_SECTOR],
    ['programme', '&fromYear=2027&toYear=2027', BY_PROGRAMME],
    ['fund', '&fromYear=2027&toYear=2027', BY_FUND],
    ['womanOwned', '&fromYear=2027&toYear=2027', BY_OWNER],
  ] as const)('its report by %s is what was reckoned by hand', async (by, years, table) => {
    const { rows, total } = await year.read(`/reports?by=${by}${years}`);
    expect(asTable({ rows, total, by }, table)).toEqual(table);
  });

  it('says how many it does not know, and why the establishments of the years are more than all of them', async () => {
    const { total, columns } = await year.read('/reports?by=year');
    // Of the bricks and the smiths nobody has said who owns them.
    expect(total.womanOwned).toEqual({ value: 3, unknown: 2 });
    const establishments = columns.find(({ key }: { key: string }) => key === 'establishments');
    // The noodles stand in 2026 and in 2027: 11 rows of 10.
    expect(establishments.several).toContain('11');
  });

  it('is the same in the workbook, whose total is what its rows add up to, and over the list of the projects', async () => {
    const [sheet] = readWorkbook(await year.workbook('by=commune&fromYear=2027&toYear=2027'));
    const numbers = (sheet?.rows ?? []).map((row) => {
      const [label, ...cells] = Object.values(row);
      return [label, ...cells.map((cell) => (typeof cell === 'string' ? cell : cell.value))];
    });
    const { rows, total, columns } = await year.read('/reports?by=commune&fromYear=2027&toYear=2027');
    const keys: string[] = columns.map(({ key }: { key: string }) => key);
    const line = (label: string, cells: Cells) => [label, ...keys.map((key) => cells[key]?.value)];
    expect(numbers).toEqual([...rows.map((row: Row) => line(row.label, row.cells)), line('Tổng', total)]);
    for (const column of keys.keys()) {
      const values = numbers.map((row) => Number(row[column + 1]));
      const last = values.pop();
      expect(
        values.reduce((sum, value) => sum + value, 0),
        keys[column],
      ).toBe(last);
    }
    const { sums, leftAtStopped } = await year.read('/projects?planYear=2027');
    expect(leftAtStopped).toEqual({ national: 0, local: total.leftAdvanceVnd.value, all: 30e6 });
    expect(sums.all).toMatchObject(
      Object.fromEntries(keys.filter((key) => key in sums.all).map((key) => [key, total[key].value])),
    );
    expect(sums.national).toMatchObject({ projects: 3, nationalVnd: 920e6, paidNationalVnd: 910e6 });
  });

  it('stands beside what the office had set out to reach', async () => {
    const own = { fromYear: 2027, toYear: 2027, document: 'Kế hoạch khuyến công năm 2027', certainty: 'officer' };
    const parts = [
      { name: 'Quốc gia', value: 900e6, fund: 'national' },
      { name: 'Địa phương', value: 600e6, fund: 'local' },
    ];
    await year.put('/reports/targets/money', {
      version: 0,
      target: { ...own, name: 'Kinh phí', measure: 'supportVnd', value: 1_500e6, parts },
    });
    await year.put('/reports/targets/learners', {
      version: 0,
      target: { ...own, name: 'Lao động', measure: 'trainees', value: 50 },
    });
    const { targets } = await year.read('/reports/targets');
    const reached = (id: string) => targets.find((each: { id: string }) => each.id === id)?.reached;
    expect(reached('learners')).toMatchObject({ value: 25, percent: 50 });
    // 1,185 of 1,500 million; of national money 920 of 900, of local money 265 of 600, whatever fund a project was proposed for.
    expect(reached('money')).toMatchObject({ value: 1_185e6, percent: 79 });
    expect(reached('money').parts).toMatchObject([
      { value: 920e6, percent: 102.2 },
      { value: 265e6, percent: 44.1 },
    ]);
  });

  it('does not change when what was said is forgotten after its time', async () => {
    const before = await year.read('/reports?by=commune');
    year.on('2033-01-10');
    const { db, clock } = year.house;
    const wrote = { where: { text: { not: null } } };
    expect(await db.inboundMessage.count(wrote)).toBeGreaterThan(100);
    await removeExpired(db, retentionCutoffs(clock.now(), RETENTION));
    expect(await db.inboundMessage.count(wrote)).toBe(0);
    await year.signsInAgain();
    expect(await year.read('/reports?by=commune')).toEqual({ ...before, now: clock.now().toISOString() });
  });
});

type Cells = Record<string, { value: number } | undefined>;
type Row = { key: string | null; label: string; cells: Cells };

/** A report, of the measures of a table that was reckoned by hand. */
function asTable({ rows, total, by }: { rows: Row[]; total: Cells; by: string }, { total: measures }: Table): Table {
  const names = Object.keys(measures);
  const of = (cells: Cells) => Object.fromEntries(names.map((name) => [name, cells[name]?.value]));
  const named = rows.map(({ key, label, cells }) => [by === 'commune' ? label : String(key), of(cells)]);
  return { rows: Object.fromEntries(named), total: of(total) } as Table;
}
