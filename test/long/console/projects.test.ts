import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { actOnApplication } from '../../../records/application-actions.ts';
import { storeFile } from '../../../records/stored-files.ts';
import { acceptRequest } from '../../support/accepted-request.ts';
import { findChromium } from '../../support/browser.ts';
import { barriers } from '../../support/no-barrier.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import { paper } from '../../support/photos.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;
const CODE = 'KC-2026-0777';

type Step = { at: string; press: string; fill: (page: Page) => Promise<void>; reads: RegExp; status: string };

/** A life as an officer records it: the day, the button, what is typed, what the person reads, the status after it. */
const LIFE: Step[] = [
  {
    ...{ at: '2026-11-23', press: 'Đưa vào kế hoạch', status: 'Trong kế hoạch đề nghị' },
    fill: async (page) => {
      await page.getByLabel('Năm kế hoạch').selectOption('2027');
      await page.getByRole('radio', { name: 'Quốc gia' }).check();
      await page.getByLabel('Số tiền đề nghị').fill('300');
      await page.getByText('Ghi cả đơn vị').waitFor();
      await page.getByLabel('Số tiền đề nghị').fill('300 triệu');
      await page.getByText('= 300.000.000 đồng').waitFor();
    },
    reads: /kế hoạch đề nghị năm 2027 \(nguồn quốc gia\)\.\nĐây chưa phải là duyệt/,
  },
  {
    ...{ at: '2027-01-20', press: 'Ghi được duyệt', status: 'Đã duyệt' },
    fill: async (page) => {
      await page.getByLabel('Quốc gia hỗ trợ').fill('250 triệu');
      await page.getByLabel('Vốn đối ứng của cơ sở').fill('1 tỷ 200 triệu');
      await page.getByText('= 1.200.000.000 đồng').waitFor();
      await page.getByLabel('Số quyết định').fill('12/QĐ-BCT');
      await page.getByLabel('Ngày quyết định').fill('2027-01-15');
    },
    reads: /hỗ trợ 250 triệu đồng từ nguồn quốc gia\.\nTheo quyết định số 12\/QĐ-BCT ngày 15\/1\/2027/,
  },
  {
    ...{ at: '2027-02-02', press: 'Ghi hợp đồng', status: 'Đã ký hợp đồng' },
    fill: async (page) => {
      await page.getByLabel('Ngày ký').fill('2027-02-01');
      // The day before: refused in words, before anybody is told.
      await page.getByLabel('Làm đến hết ngày').fill('2027-01-30');
      await page.getByText('Ngày ghi không theo thứ tự').waitFor();
      await page.getByLabel('Làm đến hết ngày').fill('2027-11-30');
    },
    reads: /hợp đồng số 01\/HĐ-KC, ký ngày 1\/2\/2027, làm đến hết ngày 30\/11\/2027/,
  },
  {
    ...{ at: '2027-02-10', press: 'Bắt đầu thực hiện', status: 'Đang thực hiện' },
    fill: async (page) => await page.getByLabel(/^Nhắn thêm/).fill('Gọi em khi máy về.'),
    reads: /bắt đầu thực hiện\.\nCán bộ nhắn thêm: Gọi em khi máy về\./,
  },
  {
    ...{ at: '2027-03-24', press: 'Ghi tiến độ giúp', status: 'Đang thực hiện' },
    fill: async (page) => await page.getByLabel('Việc làm tới đâu').fill('Đã lắp máy.'),
    reads: /tiến độ tháng 3\/2027 của phiếu KC-2026-0777: Đã lắp máy\./,
  },
  {
    ...{ at: '2027-06-01', press: 'Ghi xin điều chỉnh', status: 'Xin điều chỉnh' },
    fill: async (page) => {
      await page.getByRole('radio', { name: 'Đổi thời gian' }).check();
      await page.getByLabel('Đổi thế nào và vì sao').fill('Máy về chậm.');
    },
    reads: /đã ghi việc xin đổi thời gian của phiếu KC-2026-0777: Máy về chậm\./,
  },
  {
    ...{ at: '2027-06-20', press: 'Ghi được đồng ý', status: 'Đang thực hiện' },
    fill: async (page) => {
      await page.getByText('nếu kéo sang năm sau').last().waitFor();
      await page.getByRole('radio', { name: /^Cục Đổi mới sáng tạo/ }).check();
      await page.getByLabel('Làm đến hết ngày').fill('2027-12-20');
    },
    reads: /đồng ý cho phiếu KC-2026-0777 đổi thời gian\.\nHợp đồng làm đến hết ngày 20\/12\/2027/,
  },
  {
    ...{ at: '2027-12-21', press: 'Ghi nghiệm thu đạt', status: 'Đã nghiệm thu' },
    fill: async (page) => await page.getByLabel('Ngày nghiệm thu').fill('2027-12-20'),
    reads: /nghiệm thu đạt ngày 20\/12\/2027/,
  },
  {
    ...{ at: '2028-01-12', press: 'Ghi quyết toán', status: 'Đã quyết toán' },
    fill: async (page) => {
      await page.getByLabel('Ngày quyết toán').fill('2028-01-10');
      await page.getByLabel('Quốc gia đã chi').fill('251 triệu');
      await page.getByText('lớn hơn mức được duyệt').waitFor();
      await page.getByLabel('Quốc gia đã chi').fill('240 triệu');
    },
    reads: /quyết toán ngày 10\/1\/2028: hỗ trợ 240 triệu đồng/,
  },
  {
    ...{ at: '2028-01-20', press: 'Kết thúc hồ sơ', status: 'Đã kết thúc' },
    fill: async () => {},
    reads: /đã xong, hồ sơ khép lại/,
  },
];

describe.runIf(executablePath)('the projects of the office, in a browser', { timeout: 150_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  let id = '';
  let personId = '';
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };
  const lastRead = async (): Promise<unknown> => {
    const row = await console.server.db.delivery.findFirst({ where: { personId }, orderBy: { seq: 'desc' } });
    return row?.content;
  };

  /** The producer's own report, with a photo, as the chat leaves it. */
  const reportWithPhoto = async (): Promise<void> => {
    const { db, files } = console.server;
    const [fileId, now] = [randomUUID(), clock.now()];
    const size = { width: 800, height: 600 };
    const photo = { id: fileId, personId, bytes: await paper(), mediaType: 'image/jpeg', extension: 'jpg', ...size };
    await storeFile(db, files, { ...photo, now });
    const data = { month: '2027-02', text: 'Máy đã về tới xưởng.', fileIds: [fileId] };
    const deed = { action: 'report-progress', data, actor: { kind: 'person', id: personId } } as const;
    const ids = { next: () => randomUUID() };
    await db.$transaction((tx) => actOnApplication(tx, { id, requestId: randomUUID(), now, ids, ...deed }));
  };

  beforeAll(async () => {
    const { db } = console.server;
    clock.set('2026-11-23T02:05:00Z');
    ({ personId } = await addPerson(db, {
      name: 'Bà Nông Thị Mai',
      wroteAt: new Date(clock.now().getTime() - 3_600_000),
    }));
    const answers = { product: 'Miến dong', establishment: 'Hợp tác xã miến dong Côn Minh', phone: '0900000001' };
    id = await addRequest(db, { personId, code: CODE, at: clock.now(), answers });
  });

  it('a dossier goes from accepted to closed; each message is shown, and read in those words', async () => {
    const { db } = console.server;
    const page = await open(`/projects`, { as: 'officer', name: 'Nguyễn Thị Hoa' });
    await page.getByText('Chưa có đề án nào trong kế hoạch năm 2027').waitFor();
    const { id: officerId } = await db.user.findFirstOrThrow({ where: { name: 'Nguyễn Thị Hoa' } });
    await acceptRequest(db, { id, officerId, at: clock.now() });
    await page.goto(`${console.server.origin}/console/requests/${id}`);
    await page.getByText('Phiếu đã được chấp nhận. Bước tiếp theo ở phần Đề án.').waitFor();
    const panel = page.getByRole('region', { name: 'Đề án' });
    await panel.getByText('Chưa có trong kế hoạch nào.').waitFor();
    await shoot(page, 'project-accepted');

    for (const { at, press, fill, reads, status } of LIFE) {
      clock.set(`${at}T02:05:00Z`);
      await page.clock.setFixedTime(clock.now());
      if (press === 'Ghi tiến độ giúp') await reportWithPhoto();
      await page.reload();
      const button = panel.getByRole('button', { name: press, exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      // What is typed next goes into the first field, once the dialog has opened.
      await dialog.locator(':focus').waitFor();
      if (press === 'Ghi hợp đồng') await page.keyboard.type('01/HĐ-KC');
      await fill(page);
      const send = dialog.locator('button[type=submit]:enabled');
      await send.waitFor();
      const shown = (await dialog.getByTestId('shown').textContent()) ?? '';
      expect(shown).toMatch(reads);
      await shoot(page, `project-${at}`);
      if (press === 'Ghi được đồng ý') expect(await barriers(page)).toEqual([]);
      await send.click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('main').getByText(status, { exact: true }).first().waitFor();
      expect(await lastRead()).toMatchObject({ text: shown });
    }
    await page.getByText('Đề án đã kết thúc.').waitFor();
    await panel.getByText('Máy đã về tới xưởng.').waitFor();
    await panel.getByRole('button', { name: 'Ảnh 1' }).waitFor();
    await shoot(page, 'project-closed');
    expect(await barriers(page)).toEqual([]);
  });

  it('a step recorded in error is taken back with its reason, on a phone', async () => {
    clock.set('2028-01-21T02:05:00Z');
    const page = await open(`/requests/${id}`, { as: 'officer', name: 'Trần Văn Nam', size: PHONE });
    await page.getByText('Muốn ghi bước tiếp theo').waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'project-phone');
    await page.getByRole('button', { name: 'Tôi xét thay' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tôi xét thay' }).click();
    await page.getByRole('button', { name: 'Lùi một bước' }).click();
    await page.getByText('Bước “Kết thúc” không còn tính').waitFor();
    await page.getByLabel('Lý do').fill('Còn thiếu biên bản thanh lý.');
    await page.locator('button[type=submit]:enabled').waitFor();
    await shoot(page, 'project-phone-back');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lùi lại' }).click();
    await page.getByRole('button', { name: 'Kết thúc hồ sơ' }).waitFor();
    expect(await lastRead()).toMatchObject({ text: expect.stringContaining('Lý do: Còn thiếu biên bản thanh lý.') });
  });

  it('the list of a plan year has its sums, what is late, and keeps year and fund in the address', async () => {
    const { db } = console.server;
    clock.set('2028-01-25T02:05:00Z');
    const local = await addRequest(db, {
      personId,
      code: 'KC-2026-0778',
      at: clock.now(),
      answers: { product: 'Chè' },
    });
    const page = await open('/projects?year=2027', { as: 'officer', name: 'Lý Thị Cúc' });
    const { id: officerId } = await db.user.findFirstOrThrow({ where: { name: 'Lý Thị Cúc' } });
    await acceptRequest(db, { id: local, officerId, at: clock.now() });
    const deed = { action: 'propose', data: { planYear: 2027, fund: 'local', amountVnd: 18_246_500_000 } };
    const answer = await page.request.post(`${console.server.origin}/staff/api/projects/${local}/deeds`, {
      headers: { origin: console.server.origin },
      data: { requestId: randomUUID(), deed },
    });
    expect(answer.status()).toBe(200);
    await page.reload();
    const sums = page.getByRole('table').first();
    await sums.getByRole('row', { name: 'Đề nghị 300 18.246,5 18.546,5' }).waitFor();
    await sums.getByRole('row', { name: 'Đã chi 240 0 240' }).waitFor();
    await page.getByText('Thanh lý hợp đồng: quá hạn 22/1/2028').waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'projects');
    await page.setViewportSize(PHONE);
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'projects-phone');
    await page.setViewportSize(DESKTOP);
    await page.locator('label', { hasText: 'Địa phương' }).click();
    await page.getByRole('link', { name: CODE }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?year=2027&fund=local');
    await page.getByRole('link', { name: 'KC-2026-0778' }).click();
    await page.getByRole('heading', { name: 'KC-2026-0778' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'KC-2026-0778' }).waitFor();
  });
});
