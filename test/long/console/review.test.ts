import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { actOnApplication } from '../../../records/application-actions.ts';
import { keepAnswers } from '../../../records/application-answers.ts';
import { findChromium } from '../../support/browser.ts';
import { barriers } from '../../support/no-barrier.ts';
import { addPerson, addRequest, type Neighbour } from '../../support/office-people.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const NIGHT = '2026-11-23T14:30:00Z'; // 21:30
const HOUR_MS = 3_600_000;
/** Two windows, many steps: more than one test is given, on a busy machine. */
const LONG_MS = 90_000;
const ids = { next: () => randomUUID() };

describe.runIf(executablePath)('a review in a browser', () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  let mai: Neighbour;
  let id: string;
  let code: string;
  let number = 500;

  beforeEach(async () => {
    const wroteAt = new Date(clock.now().getTime() - 5 * HOUR_MS);
    mai = await addPerson(console.server.db, { name: 'Nông Thị Mai', wroteAt });
    number += 1;
    code = `KC-2026-0${number}`;
    const answers = { need: 'packaging', product: 'Miến dong', 'contact-name': 'Nông Thị Mai', phone: '0900000001' };
    id = await addRequest(console.server.db, { personId: mai.personId, code, at: wroteAt, answers });
  });

  const officer = (name: string, size = DESKTOP) => open(`/requests/${id}`, { as: 'officer', name, size });
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const confirm = (page: Page, name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const take = async (page: Page): Promise<void> => {
    await press(page, 'Tôi xét phiếu này');
    await confirm(page, 'Tôi xét');
    await page.getByText('Anh/chị đang xét phiếu này.').waitFor();
  };
  const messages = () =>
    console.server.db.delivery.findMany({ where: { personId: mai.personId }, orderBy: { seq: 'asc' } });
  const markItem = async (page: Page, label: string, remark: string): Promise<void> => {
    await page.getByLabel(`Cần bổ sung: ${label}`, { exact: true }).check();
    await page.getByLabel(`Bổ sung gì ở mục ${label}?`).fill(remark);
  };

  it(
    'goes from taking to returning two items to accepting, and a colleague sees it happen',
    async () => {
      const hoa = await officer('Nguyễn Thị Hoa');
      const nam = await officer('Trần Văn Nam');
      await nam.getByText('Chưa có cán bộ nào xét phiếu này.').waitFor();
      await take(hoa);
      await nam.getByText('Nguyễn Thị Hoa đang xét phiếu này.').waitFor();
      expect(await nam.getByRole('button', { name: 'Chấp nhận' }).count()).toBe(0);

      await markItem(hoa, 'Số điện thoại', 'Gọi không được.');
      await markItem(hoa, 'Sản phẩm', 'Ghi rõ mấy loại miến.');
      await hoa.reload();
      await press(hoa, 'Trả lại 2 mục');
      const shown = hoa.getByRole('dialog').getByTestId('shown');
      await shown.getByText('Cần anh/chị bổ sung 2 mục:').waitFor();
      const words = await shown.textContent();
      await hoa.getByRole('dialog').getByText('Bổ sung hồ sơ').waitFor();
      await hoa.getByRole('dialog').getByText('Gửi ngay khi bấm.').waitFor();
      expect(await barriers(hoa)).toEqual([]);
      await confirm(hoa, 'Trả lại');
      await hoa.getByText('Đang chờ người gửi bổ sung (2/2 mục chưa xong).').waitFor();
      expect((await messages()).at(-1)?.content).toMatchObject({ text: words });
      await nam.getByText('Sản phẩm: Ghi rõ mấy loại miến.', { exact: true }).waitFor();

      const { db } = console.server;
      const actor = { kind: 'person', id: mai.personId } as const;
      for (const [questionId, value] of Object.entries({ phone: '0900000002', product: 'Hai loại miến' })) {
        clock.advance(60_000);
        const changes = [{ questionId, value, raw: value }];
        await db.$transaction((tx) => keepAnswers(tx, { id, changes, now: clock.now() }));
      }
      await hoa.getByText('Người gửi đã làm xong các mục, còn chờ họ gửi lại.').waitFor();
      const again = { id, requestId: randomUUID(), now: clock.now(), ids, actor };
      await db.$transaction((tx) => actOnApplication(tx, { ...again, action: 'resubmit' }));
      await hoa.getByText('Anh/chị đang xét phiếu này.').waitFor();
      await hoa.getByText('Hai loại miến').first().waitFor();
      await hoa
        .getByText(/^Đã bổ sung/)
        .first()
        .waitFor();

      await press(hoa, 'Chấp nhận');
      await hoa.getByRole('dialog').getByLabel('Nhắn thêm, nếu cần').fill('Cảm ơn anh/chị.');
      await hoa.getByRole('dialog').getByText('Cán bộ nhắn thêm: Cảm ơn anh/chị.').waitFor();
      await confirm(hoa, 'Chấp nhận');
      await hoa.getByText('Phiếu đã được chấp nhận. Bước tiếp theo ở phần Đề án.').waitFor();
      await nam.getByText('Chấp nhận phiếu · Nguyễn Thị Hoa').waitFor();
      expect((await messages()).at(-1)?.content).toMatchObject({
        text: expect.stringMatching(/chưa có quyết định cấp tiền\.\nCán bộ nhắn thêm: Cảm ơn anh\/chị\./),
      });
    },
    LONG_MS,
  );

  it('of a tax code whose check digit does not fit, a quiet word stands beside it', async () => {
    const at = clock.now();
    const answer = (value: string) => ({ value, raw: value, answeredAt: at });
    const key = { applicationId: id, questionId: 'tax-code' };
    const { db } = console.server;
    await db.application.update({ where: { id }, data: { programme: 'advanced-equipment' } });
    await db.applicationAnswer.create({ data: { ...key, ...answer('0123456789') } });
    const page = await officer('Nguyễn Thị Hoa', PHONE);
    const item = page.locator('[data-item="tax-code"]');
    await item.getByText('anh/chị đối chiếu với giấy đăng ký').waitFor();
    expect(await item.textContent()).toContain('0123456789');
    expect(await barriers(page)).toEqual([]);
    await db.applicationAnswer.update({ where: { applicationId_questionId: key }, data: answer('0123456787') });
    await page.reload();
    await item.getByText('0123456787').waitFor();
    expect(await item.getByText('đối chiếu').count()).toBe(0);
  });

  it(
    'a colleague was faster: the officer is told who did what, and nothing is sent twice',
    async () => {
      const hoa = await officer('Nguyễn Thị Hoa');
      await take(hoa);
      const nam = await officer('Trần Văn Nam');
      // The line for news is cut, as on a bad day: Hoa does not see what Nam does.
      await hoa.route('**/staff/api/events', (route) => route.abort());
      await hoa.reload();
      await press(hoa, 'Chấp nhận');
      await hoa.getByRole('dialog').getByTestId('shown').waitFor();
      await hoa.route('**/staff/api/requests/*', (route) => route.abort());

      await press(nam, 'Tôi xét thay');
      await nam.getByText('Nguyễn Thị Hoa đang xét phiếu này. Nếu').waitFor();
      await nam.getByRole('dialog').getByText('Người gửi không nhận tin nào.').waitFor();
      await confirm(nam, 'Tôi xét thay');
      await nam.getByText('Anh/chị đang xét phiếu này.').waitFor();
      await confirm(hoa, 'Chấp nhận');
      await hoa.getByText(/^Trần Văn Nam bắt đầu xét phiếu này lúc/).waitFor();
      expect(await messages()).toHaveLength(1);
    },
    LONG_MS,
  );

  it('a return whose answer was lost is the same return when it is sent again', async () => {
    const hoa = await officer('Nguyễn Thị Hoa');
    await take(hoa);
    await markItem(hoa, 'Số điện thoại', 'Gọi không được.');
    await press(hoa, 'Trả lại 1 mục');
    await hoa.getByLabel('Nhắn thêm, nếu cần').fill('Tôi gọi hai lần.');
    await hoa.getByRole('dialog').getByText('Cán bộ nhắn thêm: Tôi gọi hai lần.').waitFor();
    // It arrives, and the line breaks before the answer is back.
    await hoa.route('**/decisions', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await confirm(hoa, 'Trả lại');
    await hoa.getByRole('dialog').getByRole('alert').waitFor();
    await hoa.unroute('**/decisions');
    await hoa.reload();
    await press(hoa, 'Trả lại 1 mục');
    await hoa.getByRole('dialog').getByTestId('shown').waitFor();
    await confirm(hoa, 'Trả lại');
    await hoa.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await hoa.getByRole('button', { name: /^Trả lại/ }).count()).toBe(0);
    expect(await messages()).toHaveLength(2);
  });

  it('that changes while its dialog is open says so there', async () => {
    const hoa = await officer('Nguyễn Thị Hoa');
    await take(hoa);
    await press(hoa, 'Từ chối');
    await hoa.getByText('Ghi lý do, rồi tin gửi đi hiện ở đây.').waitFor();
    const actor = { kind: 'person', id: mai.personId } as const;
    const withdrawal = { id, action: 'withdraw', actor, requestId: randomUUID(), now: clock.now(), ids } as const;
    await console.server.db.$transaction((tx) => actOnApplication(tx, withdrawal));
    await hoa.getByText('Phiếu vừa thay đổi, nên việc này không làm được nữa.').waitFor();
    expect(await hoa.getByRole('dialog').getByRole('button', { name: 'Từ chối' }).isDisabled()).toBe(true);
  });

  it('at night says that the message leaves at seven', async () => {
    clock.set(NIGHT);
    const hoa = await officer('Nguyễn Thị Hoa');
    await press(hoa, 'Tôi xét phiếu này');
    // The box for writing beside it says the same of its own.
    const preview = hoa.getByRole('region', { name: 'Người gửi sẽ đọc:' });
    await preview.getByText('Đang là giờ nghỉ: gửi lúc 7 giờ sáng mai.').waitFor();
  });

  it('of somebody who cannot be written to is decided all the same', async () => {
    await console.server.db.contact.update({ where: { id: mai.contactId }, data: { state: 'unreachable' } });
    const hoa = await officer('Nguyễn Thị Hoa');
    await take(hoa);
    await press(hoa, 'Từ chối');
    await hoa.getByLabel('Lý do').fill('Không thuộc ngành được hỗ trợ.');
    await hoa.getByRole('dialog').getByText('anh/chị gọi giúp').waitFor();
    await confirm(hoa, 'Từ chối');
    const history = hoa.getByRole('region', { name: 'Diễn biến' });
    await history.getByText('Lý do: Không thuộc ngành được hỗ trợ.').waitFor();
    expect(await messages()).toEqual([]);
  });

  it('is done by keyboard alone, from taking to declining', async () => {
    const page = await officer('Nguyễn Thị Hoa');
    await page.getByRole('button', { name: 'Tôi xét phiếu này' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByTestId('shown').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Tôi xét', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Anh/chị đang xét phiếu này.').waitFor();
    const box = page.getByLabel('Cần bổ sung: Số điện thoại');
    await box.focus();
    await page.keyboard.press('Space');
    await page.keyboard.type('Gọi không được.');
    expect(await page.getByLabel('Bổ sung gì ở mục Số điện thoại?').inputValue()).toBe('Gọi không được.');
    await page.getByRole('button', { name: 'Bỏ đánh dấu' }).press('Enter');
    await page.getByRole('button', { name: 'Từ chối' }).press('Enter');
    await page.getByLabel('Lý do').waitFor();
    await page.keyboard.type('Không thuộc ngành được hỗ trợ.');
    await page.getByRole('dialog').getByTestId('shown').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Từ chối' }).press('Enter');
    await page.getByText('Phiếu đã có kết quả.').waitFor();
  });

  it('on a phone runs over no edge and has no serious barrier, with items marked and with its dialog', async () => {
    const page = await officer('Nguyễn Thị Hoa', PHONE);
    await take(page);
    await markItem(page, 'Số điện thoại', 'Gọi không được.');
    expect(await barriers(page)).toEqual([]);
    await press(page, 'Trả lại 1 mục');
    await page.getByRole('dialog').getByTestId('shown').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('what is mine is listed until it is decided', async () => {
    const page = await officer('Nguyễn Thị Hoa');
    const list = `${console.server.origin}/console/requests`;
    await page.goto(`${list}?mine=1`);
    await page.getByText('Anh/chị chưa xét phiếu nào.').waitFor();
    await page.goto(`${console.server.origin}/console/requests/${id}`);
    await take(page);
    await page.goto(list);
    await page.locator('label', { hasText: 'Của tôi (1)' }).click();
    await page.getByRole('link', { name: code }).waitFor();
    await expect.poll(() => page.getByRole('table').getByRole('link').count()).toBe(1);
    await page.getByText('Nguyễn Thị Hoa xét').waitFor();
  });
});
