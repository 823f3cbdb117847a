import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { acceptRequest } from '../support/accepted-request.ts';
import { createTestDatabase } from '../support/database.ts';
import { openOffice } from '../support/office.ts';
import { addPerson, addRequest, type Neighbour } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

export const PROPOSE = { planYear: 2027, fund: 'national', amountVnd: 250_000_000 };
export const APPROVE = {
  ...{ nationalVnd: 200_000_000, localVnd: 50_000_000, counterpartVnd: 250_000_000 },
  decision: { number: '12/QĐ-BCT', date: '2027-01-15' },
};
export const CONTRACT = { number: '01/HĐ-KC', signedOn: '2027-02-01', endsOn: '2027-11-30' };
export const SETTLE = {
  ...{ paidNationalVnd: 200_000_000, paidLocalVnd: 40_000_000, counterpartVnd: 260_000_000 },
  settledOn: '2028-01-10',
};

/** What each step says to the person, when it is taken, and where it leads. */
export const LIFE: { at: string; action: string; data: object; status: string; text: RegExp }[] = [
  {
    at: '2026-11-23',
    action: 'propose',
    data: PROPOSE,
    status: 'proposed',
    text: /kế hoạch đề nghị năm 2027 \(nguồn quốc gia\)\.\nĐây chưa phải là duyệt/,
  },
  {
    at: '2027-01-20',
    action: 'approve',
    data: APPROVE,
    status: 'approved',
    text: /hỗ trợ 250 triệu đồng \(quốc gia 200 triệu đồng, địa phương 50 triệu đồng\)\.\nTheo quyết định số 12\/QĐ-BCT ngày 15\/1\/2027\.\nPhần anh\/chị bỏ ra \(vốn đối ứng\): 250 triệu đồng/,
  },
  {
    at: '2027-02-02',
    action: 'contract',
    data: CONTRACT,
    status: 'contracted',
    text: /số 01\/HĐ-KC, ký ngày 1\/2\/2027, làm đến hết ngày 30\/11\/2027/,
  },
  {
    at: '2027-02-10',
    action: 'begin',
    data: { message: 'Gọi em khi máy về.' },
    status: 'in-progress',
    text: /Cán bộ nhắn thêm: Gọi em khi máy về\.\n.*Lần đầu nên gửi trước ngày 25\/2\/2027/,
  },
  {
    at: '2027-03-24',
    action: 'report-progress',
    data: { month: '2027-03', text: 'Đã lắp máy.' },
    status: 'in-progress',
    text: /ghi giúp anh\/chị tiến độ tháng 3\/2027 .*: Đã lắp máy\./,
  },
  {
    at: '2027-06-01',
    action: 'ask-amendment',
    data: { amendment: 'time', text: 'Máy về chậm.' },
    status: 'amendment-asked',
    text: /đã ghi việc xin đổi thời gian .*: Máy về chậm\./,
  },
  {
    at: '2027-06-20',
    action: 'grant-amendment',
    data: { by: 'promotion-agency', endsOn: '2027-12-20' },
    status: 'in-progress',
    text: /đồng ý cho phiếu KC-\S+ đổi thời gian\.\nHợp đồng làm đến hết ngày 20\/12\/2027/,
  },
  {
    at: '2027-12-21',
    action: 'inspect',
    data: { inspectedOn: '2027-12-20', passed: true },
    status: 'inspected',
    text: /nghiệm thu đạt ngày 20\/12\/2027/,
  },
  {
    at: '2028-01-12',
    action: 'settle',
    data: SETTLE,
    status: 'settled',
    text: /đã quyết toán ngày 10\/1\/2028: hỗ trợ 240 triệu đồng/,
  },
  { at: '2028-01-20', action: 'close', data: {}, status: 'closed', text: /hồ sơ khép lại/ },
];

const MORNING = '2026-11-23T02:00:00Z';
const HOUR_MS = 3_600_000;

type Officer = { id: string; cookie: string };

/** An office with two officers, and for each test a request that Hoa has taken and accepted. */
export async function openProjects({ library }: Pick<Parameters<typeof openOffice>[0], 'library'> = {}) {
  const clock = createTestClock(MORNING);
  const database = await createTestDatabase();
  const office = openOffice({ url: database.url, clock, library });
  const hoa: Officer = await office.hire('officer', 'Nguyễn Thị Hoa');
  const nam: Officer = await office.hire('officer', 'Trần Văn Nam');
  const here = { id: '', code: '', person: { personId: '', contactId: '' } satisfies Neighbour };
  let lastCode = 0;

  const addAccepted = async (personId: string): Promise<{ id: string; code: string }> => {
    lastCode += 1;
    const code = `KC-2026-${String(lastCode).padStart(4, '0')}`;
    const answers = { product: 'Miến dong', phone: '0900000001' };
    const id = await addRequest(office.db, { personId, code, at: clock.now(), answers });
    await acceptRequest(office.db, { id, officerId: hoa.id, at: clock.now() });
    return { id, code };
  };

  const begin = async (): Promise<void> => {
    clock.set(MORNING);
    const wroteAt = new Date(clock.now().getTime() - HOUR_MS);
    here.person = await addPerson(office.db, { name: 'Bà Nông Thị Mai', wroteAt });
    Object.assign(here, await addAccepted(here.person.personId));
  };

  const ask = (path: string, as: Officer = hoa, body?: object) =>
    office.ask(`/staff/api/projects${path}`, { as: as.cookie, body });
  const step = (action: string, data: object = {}, as: Officer = hoa, requestId: string = randomUUID()) =>
    ask(`/${here.id}/deeds`, as, { requestId, deed: { action, data } });
  const preview = (action: string, data: object = {}) => ask(`/${here.id}/preview`, hoa, { deed: { action, data } });
  const shown = async (as: Officer = hoa) => await (await ask(`/${here.id}`, as)).json();
  const lastText = async (): Promise<string> => {
    const { personId } = here.person;
    const row = await office.db.delivery.findFirst({ where: { personId }, orderBy: { seq: 'desc' } });
    return (row?.content as { text: string } | undefined)?.text ?? '';
  };
  /** All steps of a life up to the one that leads to this status. */
  const live = async (until: string): Promise<void> => {
    for (const { at, action, data, status } of LIFE) {
      clock.set(`${at}T02:00:00Z`);
      expect((await step(action, data)).status, action).toBe(200);
      if (status === until) return;
    }
  };
  const close = async (): Promise<void> => {
    await office.close();
    await database.drop();
  };

  return { office, clock, hoa, nam, here, addAccepted, begin, ask, step, preview, shown, lastText, live, close };
}
