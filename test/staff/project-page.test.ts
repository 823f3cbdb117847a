import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPerson } from '../support/office-people.ts';
import { openProjects } from './project-life.ts';

let projects: Awaited<ReturnType<typeof openProjects>>;

beforeAll(async () => {
  projects = await openProjects();
});
beforeEach(() => projects.begin());
afterAll(() => projects.close());

describe('the page of a project', () => {
  it('before the proposal tells for which plan year it would be', async () => {
    expect(await projects.shown()).toMatchObject({
      ...{ project: null, lastStep: null, asked: null, reports: [], overlaps: [] },
      actions: ['release', 'reopen', 'propose', 'correct'],
      planYear: { planYear: 2027, closesOn: '2026-05-20', isPast: true, next: { planYear: 2028 } },
      due: [{ id: 'outline', of: 'centre', on: '2027-05-20', isConfirmed: false }],
    });
  });

  it('tells what is due of the producer, and that it was told for the month', async () => {
    await projects.live('in-progress');
    projects.clock.set('2027-03-10T02:00:00Z');
    expect((await projects.shown()).due).toMatchObject([
      { id: 'progress', of: 'person', on: '2027-03-25' },
      { id: 'inspection' },
    ]);
    await projects.step('report-progress', { month: '2027-03', text: 'Đã mua máy.' });
    const { due, reports } = await projects.shown();
    expect(due).toMatchObject([
      { id: 'progress', on: '2027-04-25' },
      { id: 'inspection', on: '2027-12-31' },
    ]);
    expect(reports).toMatchObject([{ month: '2027-03', text: 'Đã mua máy.', by: 'Nguyễn Thị Hoa' }]);
  });

  it('names other support of the same establishment, also beside the request', async () => {
    const times = { createdAt: projects.clock.now(), updatedAt: projects.clock.now() };
    const { id: establishmentId } = await projects.office.db.establishment.create({
      data: { id: randomUUID(), ...times },
    });
    const other = await projects.addAccepted(projects.here.person.personId);
    const both = { where: { id: { in: [projects.here.id, other.id] } }, data: { establishmentId } };
    await projects.office.db.application.updateMany(both);
    await projects.live('approved');
    const overlap = {
      code: projects.here.code,
      why: 'same-programme',
      state: 'approved',
      year: 2027,
      sumVnd: 250_000_000,
    };
    expect((await (await projects.ask(`/${other.id}`)).json()).overlaps).toMatchObject([overlap]);
    const request = await projects.office.ask(`/staff/api/requests/${other.id}`, { as: projects.hoa.cookie });
    expect((await request.json()).overlaps).toMatchObject([overlap]);
    expect((await projects.shown()).overlaps).toMatchObject([{ code: other.code, state: 'pending', sumVnd: null }]);
  });
});

describe('the list of a plan year', () => {
  it('has its projects with their sums by fund; what was declined or is a sample adds nothing', async () => {
    const list = async (query: string) => await (await projects.ask(`?${query}`)).json();
    const year = 2031;
    const enter = async (fund: string, amountVnd: number, end?: 'decline' | 'sample') => {
      const somebody = await addPerson(projects.office.db, {
        wroteAt: projects.clock.now(),
        isSample: end === 'sample',
      });
      Object.assign(projects.here, await projects.addAccepted(somebody.personId));
      expect((await projects.step('propose', { planYear: year, fund, amountVnd })).status).toBe(200);
      if (end === 'sample') return;
      if (end === 'decline') {
        const decision = { action: 'decline', reason: 'Hết kinh phí.' };
        const body = { requestId: randomUUID(), decision };
        expect(
          (
            await projects.office.ask(`/staff/api/requests/${projects.here.id}/decisions`, {
              as: projects.hoa.cookie,
              body,
            })
          ).status,
        ).toBe(200);
        return;
      }
      const sums = { nationalVnd: fund === 'national' ? amountVnd : 0, localVnd: 5_000_000_000, counterpartVnd: 7 };
      expect((await projects.step('approve', sums)).status).toBe(200);
    };
    await enter('national', 300_000_000);
    await enter('national', 200_000_000);
    await enter('local', 100_000_000);
    await enter('local', 90_000_000, 'decline');
    await enter('national', 80_000_000, 'sample');

    const { projects: listed, sums, years, usual } = await list(`planYear=${year}`);
    expect(listed[0]).toMatchObject({ holderId: projects.hoa.id, holderName: 'Nguyễn Thị Hoa' });
    expect(listed.map((project: { status: string }) => project.status)).toEqual([
      ...['approved', 'approved', 'approved', 'declined', 'proposed'],
    ]);
    expect(sums.national).toMatchObject({
      projects: 2,
      proposedVnd: 500_000_000,
      nationalVnd: 500_000_000,
      localVnd: 10_000_000_000,
    });
    expect(sums.local).toMatchObject({
      projects: 1,
      proposedVnd: 100_000_000,
      nationalVnd: 0,
      localVnd: 5_000_000_000,
    });
    expect(sums.all).toMatchObject({
      projects: 3,
      proposedVnd: 600_000_000,
      localVnd: 15_000_000_000,
      counterpartVnd: 21,
    });
    expect(years[0]).toBe(year);
    expect(usual.planYear).toBe(2027);
    expect((await list(`planYear=${year}&fund=local`)).projects).toHaveLength(2);
    expect((await list('planYear=1999')).code).toBe('request.invalid');
  });
});
