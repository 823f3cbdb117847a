import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildLibrary } from '../../bot/library/load-library.ts';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import { projectRoot } from '../../host/project-root.ts';
import { APPROVE, CONTRACT, LIFE, openProjects, PROPOSE, SETTLE } from './project-life.ts';

const shipped = await readKnowledge({ root: projectRoot });
const current = buildLibrary(shipped);
const library = { current: () => current, shipped, takenOver: () => 0, rehearse: async () => [] };

let projects: Awaited<ReturnType<typeof openProjects>>;

beforeAll(async () => {
  projects = await openProjects({ library });
});
beforeEach(() => projects.begin());
afterAll(() => projects.close());

describe('the life of a project', () => {
  it('from the proposal to the closing: each step is shown before, recorded, and told to the person in those words', async () => {
    for (const { at, action, data, status, text } of LIFE) {
      projects.clock.set(`${at}T02:00:00Z`);
      const { message, sending } = await (await projects.preview(action, data)).json();
      expect(sending.kind).toBe('now');
      expect((await projects.step(action, data)).status, action).toBe(200);
      expect(await projects.lastText()).toBe(message.paragraphs.join('\n'));
      expect(await projects.lastText()).toMatch(text);
      expect((await projects.shown()).status).toBe(status);
    }
    expect((await projects.shown()).project).toMatchObject({
      ...{ planYear: 2027, fund: 'national', proposedVnd: 250_000_000, nationalVnd: 200_000_000 },
      ...{ contractNumber: '01/HĐ-KC', endsOn: '2027-12-20', inspectedOn: '2027-12-20' },
      ...{ paidNationalVnd: 200_000_000, paidLocalVnd: 40_000_000, paidCounterpartVnd: 260_000_000 },
    });
    const deeds = await projects.office.db.auditEntry.findMany({
      where: { subjectId: projects.here.id, action: { not: 'project.read' } },
    });
    expect(deeds.map(({ action }) => action).toSorted()).toEqual(
      LIFE.map(({ action }) => `project.${action}`).toSorted(),
    );
  });

  it('stops when a stop is granted, and the person hears who decided', async () => {
    await projects.live('in-progress');
    await projects.step('ask-amendment', { amendment: 'stop', text: 'Chủ cơ sở ốm.' });
    expect((await projects.shown()).asked).toMatchObject({
      ...{ amendment: 'stop', text: 'Chủ cơ sở ốm.' },
      deciders: [
        { decider: 'moit', document: 'Thông tư 36/2013/TT-BCT', article: 'Điều 11', certainty: 'verified-old' },
      ],
    });
    await projects.step('grant-amendment', { by: 'moit' });
    expect(await projects.shown()).toMatchObject({
      status: 'stopped',
      asked: null,
      actions: ['release', 'step-back', 'correct'],
    });
    expect(await projects.lastText()).toMatch(/^Bộ Công Thương đồng ý .* dừng đề án\.\nĐề án dừng ở đây/);
  });

  it('goes one step back when it was recorded in error, and says so to the person', async () => {
    await projects.live('approved');
    expect(await projects.shown()).toMatchObject({ lastStep: 'approved' });
    await projects.step('step-back', { reason: 'Nhầm với phiếu khác.' });
    expect(await projects.lastText()).toMatch(
      /bước “được duyệt” của phiếu KC-\S+ ghi nhầm, không còn tính\.\nLý do: Nhầm với phiếu khác\./,
    );
    expect(await projects.shown()).toMatchObject({
      status: 'proposed',
      lastStep: 'proposed',
      project: { nationalVnd: null },
    });
  });
});

describe('an advance', () => {
  const ADVANCE = { nationalVnd: 120_000_000, localVnd: 0, paidOn: '2027-02-20' };
  it('is paid, partly given back and settled: the person reads each sum, and what is paid is the advance and the rest', async () => {
    await projects.live('in-progress');
    projects.clock.set('2027-03-01T02:00:00Z');
    expect((await projects.step('pay-advance', ADVANCE)).status).toBe(200);
    expect(await projects.lastText()).toMatch(
      /được tạm ứng 120 triệu đồng từ nguồn quốc gia, ngày 20\/2\/2027\.\n.*phải hoàn lại \(nguồn quốc gia: Thông tư 36\/2013\/TT-BCT, Điều 12; bản sửa đổi chưa đối chiếu\)/,
    );
    const back = { nationalVnd: 20_000_000, localVnd: 0, returnedOn: '2027-02-28', reason: 'Làm ít hơn.' };
    expect((await projects.step('return-advance', back)).status).toBe(200);
    expect(await projects.lastText()).toMatch(
      /đã hoàn lại .*20 triệu đồng.*\nLý do: Làm ít hơn\.\nAnh\/chị còn giữ tạm ứng 100 triệu đồng\./,
    );
    const list = await (await projects.ask('?planYear=2027')).json();
    expect(list).toMatchObject({ advances: { national: 100_000_000 } });
    projects.clock.set('2028-01-12T02:00:00Z');
    await projects.step('inspect', { inspectedOn: '2027-12-20', passed: true });
    const less = await projects.step('settle', { ...SETTLE, paidNationalVnd: 99_999_999 });
    expect(await less.json()).toMatchObject({ code: 'project.paid-below-advance' });
    expect((await projects.step('settle', SETTLE)).status).toBe(200);
    expect(await projects.lastText()).toMatch(
      /hỗ trợ 240 triệu đồng .*\.\nĐã tạm ứng 100 triệu đồng, trả thêm 140 triệu đồng\./,
    );
    expect(await projects.shown()).toMatchObject({
      project: { paidNationalVnd: 200_000_000, advancedNationalVnd: 100_000_000, advancedOn: '2027-02-20' },
    });
  });
});

describe('sums that may be wrong', () => {
  const doubtsOf = async (action: string, data: object) => (await (await projects.preview(action, data)).json()).doubts;

  it('are told before they are recorded, with where the limit stands, and hold nothing back', async () => {
    const { office, here, clock } = projects;
    const price = { minVnd: 400_000_000, maxVnd: 400_000_000 };
    const answer = { applicationId: here.id, questionId: 'price', value: price, answeredAt: clock.now() };
    await office.db.applicationAnswer.create({ data: answer });
    await office.db.application.update({ where: { id: here.id }, data: { programme: 'advanced-equipment' } });
    expect(await doubtsOf('propose', { ...PROPOSE, amountVnd: 200_000_000 })).toEqual([]);
    const tooMuch = { kind: 'above-rate', fund: 'national', vnd: 200_000_000, document: 'Thông tư 28/2018/TT-BTC' };
    expect(await doubtsOf('propose', PROPOSE)).toMatchObject([tooMuch]);
    await projects.live('proposed');
    projects.clock.set('2027-01-20T02:00:00Z');
    const sums = { nationalVnd: 260_000_000, localVnd: 0, counterpartVnd: 100_000_000 };
    expect(await doubtsOf('approve', sums)).toMatchObject([
      { kind: 'above-proposed', vnd: 250_000_000 },
      tooMuch,
      { kind: 'own-below-rest', vnd: 140_000_000, priceVnd: 400_000_000 },
    ]);
    expect((await projects.step('approve', sums)).status).toBe(200);
    await projects.step('contract', CONTRACT);
    projects.clock.set('2027-03-01T02:00:00Z');
    expect((await projects.shown()).advanceCaps).toMatchObject([
      { fund: 'national', percent: 70, case: 'work-over-70' },
    ]);
    const advance = (nationalVnd: number) => ({ nationalVnd, localVnd: 0, paidOn: '2027-02-20' });
    expect(await doubtsOf('pay-advance', advance(182_000_000))).toEqual([]);
    expect(await doubtsOf('pay-advance', advance(182_000_001))).toMatchObject([
      { kind: 'above-advance-cap', fund: 'national', percent: 70, vnd: 182_000_000, certainty: 'verified-old' },
    ]);
  });
});

describe('a dossier refused out of the plan', () => {
  const decline = async () => {
    await projects.live('proposed');
    const deed = { requestId: randomUUID(), decision: { action: 'decline', reason: 'Kế hoạch hết tiền.' } };
    const path = `/staff/api/requests/${projects.here.id}`;
    await projects.office.ask(`${path}/decisions`, { as: projects.hoa.cookie, body: deed });
    return await (await projects.office.ask(path, { as: projects.hoa.cookie })).json();
  };

  it('says when, by whom and why, and one step back puts it into the plan as it was', async () => {
    expect(await decline()).toMatchObject({ status: 'declined', hasProject: true });
    const ended = { kind: 'declined', by: 'Nguyễn Thị Hoa', reason: 'Kế hoạch hết tiền.' };
    expect(await projects.shown()).toMatchObject({
      ...{ ended, lastStep: 'declined', project: { planYear: 2027 } },
      actions: ['reopen', 'step-back', 'correct'],
    });
    expect((await projects.shown(projects.nam)).actions).toEqual(['claim', 'reopen']);
    await projects.step('step-back', { reason: 'Nhầm phiếu.' });
    expect(await projects.lastText()).toMatch(/bước “từ chối” của phiếu KC-\S+ ghi nhầm/);
    expect(await projects.shown()).toMatchObject({ status: 'proposed', ended: null, project: { planYear: 2027 } });
  });
});

describe('a step', () => {
  it('is refused where it may not be, with what happened meanwhile, and nobody is told', async () => {
    await projects.live('proposed');
    const told = await projects.lastText();
    const refused = await projects.step('settle', SETTLE);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'application.not-allowed', meanwhile: { kind: 'proposed' } });
    const colleague = await projects.step('approve', APPROVE, projects.nam);
    expect(await colleague.json()).toMatchObject({
      code: 'application.not-claimed',
      meanwhile: { by: 'Nguyễn Thị Hoa' },
    });
    expect(await projects.lastText()).toBe(told);
    expect((await projects.shown(projects.nam)).actions).toEqual(['claim']);
  });

  it('by one press that arrives three times is recorded and told once', async () => {
    const requestId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => projects.step('propose', PROPOSE, projects.hoa, requestId)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await projects.office.db.delivery.count({ where: { personId: projects.here.person.personId } })).toBe(1);
    expect(
      await projects.office.db.applicationEvent.count({ where: { applicationId: projects.here.id, kind: 'proposed' } }),
    ).toBe(1);
  });

  it.each([
    ['propose', { ...PROPOSE, planYear: 27 }],
    ['propose', { ...PROPOSE, planYear: 2072 }],
    ['propose', { ...PROPOSE, fund: 'private' }],
    ['propose', { ...PROPOSE, amountVnd: -1 }],
    ['pay-advance', { nationalVnd: 1.5, localVnd: 0, paidOn: '2026-11-20' }],
    ['propose', { ...PROPOSE, amountVnd: 0.5 }],
    ['approve', { ...APPROVE, localVnd: undefined }],
    ['approve', { ...APPROVE, decision: { number: ' ', date: '2027-01-15' } }],
    ['contract', { ...CONTRACT, signedOn: '2027-02-30' }],
    ['contract', { ...CONTRACT, endsOn: '2027-01-31' }],
    ['report-progress', { month: '2027-13', text: 'x' }],
    ['report-progress', { month: '2026-11', text: 'x', fileIds: [randomUUID()] }],
    ['step-back', { reason: ' ' }],
    ['inspect', { inspectedOn: '2026-11-24', passed: true }],
    ['inspect', { inspectedOn: '2026-11-20', passed: false }],
  ])('that says what cannot be (%s %j) is refused, and so is its preview', async (action, data) => {
    expect((await projects.preview(action, data)).status).toBe(400);
    expect((await projects.step(action, data)).status).toBeGreaterThanOrEqual(400);
    expect((await projects.shown()).status).toBe('accepted');
  });

  it('that pays more than was approved says that an amendment comes first', async () => {
    await projects.live('inspected');
    projects.clock.set('2028-01-12T02:00:00Z');
    const above = { ...SETTLE, paidLocalVnd: 50_000_001 };
    expect((await projects.preview('settle', above)).status).toBe(409);
    expect(await (await projects.step('settle', above)).json()).toMatchObject({ code: 'project.paid-above-approved' });
    expect((await projects.step('settle', SETTLE)).status).toBe(200);
  });

  it('stands also when nobody can be told', async () => {
    await projects.office.db.contact.update({
      where: { id: projects.here.person.contactId },
      data: { state: 'unreachable' },
    });
    expect((await (await projects.preview('propose', PROPOSE)).json()).sending).toEqual({
      kind: 'impossible',
      reason: 'unreachable',
    });
    expect((await projects.step('propose', PROPOSE)).status).toBe(200);
    expect((await projects.shown()).status).toBe('proposed');
  });
});

it('no log holds what officers wrote', () => {
  expect(projects.office.logged()).not.toMatch(/Nhầm với|Chủ cơ sở|Gọi em/);
});
