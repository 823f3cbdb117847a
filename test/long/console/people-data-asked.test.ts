import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser.ts';
import { expectNoBarrier } from '../../support/no-barrier.ts';
import { PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

describe.runIf(executablePath)('what people ask by phone, in a browser', { timeout: 60_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { open } = console;
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };

  it('a leak is drilled by keyboard alone, on a phone', async () => {
    const page = await open('/data/incidents', { as: 'officer', size: PHONE });
    const press = (key: string) => page.keyboard.press(key);
    await page.getByRole('link', { name: 'Lập báo cáo' }).focus();
    await press('Enter');
    await tabTo(page, 'Đây là diễn tập');
    expect(await page.getByLabel('Đây là diễn tập').isChecked()).toBe(true);
    await tabTo(page, 'Chuyện gì đã xảy ra');
    await page.keyboard.type('Máy tính mất cắp');
    await tabTo(page, 'Dữ liệu nhận từ ngày');
    // As a browser in English takes a date: month, day, year.
    await page.keyboard.type('11012026');
    await page.getByText(/^[1-9]\d* người bị ảnh hưởng/).waitFor();
    await tabTo(page, 'Lập báo cáo');
    await press('Enter');
    await page.getByText('BẢN NHÁP DIỄN TẬP – không gửi đi').first().waitFor();
    await page.getByText(/^Còn 7[12] giờ$/).waitFor();
    await tabTo(page, 'Đã báo cơ quan chuyên trách');
    await press('Enter');
    await page.getByText('Đã báo cơ quan chuyên trách:').waitFor();
    await expectNoBarrier(page);
  });

  it('on a phone somebody who calls is found, what they ask is written down, and their data deleted after a second look', async () => {
    const { mai, request } = console.village;
    const { db } = console.server;
    const { code } = await db.application.findUniqueOrThrow({ where: { id: request } });
    const page = await open('/data', { as: 'officer', size: PHONE });
    await page.getByRole('link', { name: 'Ghi yêu cầu' }).click();
    await page.getByRole('searchbox').fill(code ?? '');
    await shoot(page, 'asked-find');
    await page.getByRole('list', { name: 'Người tìm thấy' }).getByRole('link').first().click();
    await page.getByText('Trung tâm đang giữ').waitFor();
    expect(await page.getByRole('button', { name: 'Ghi yêu cầu' }).isDisabled()).toBe(true);
    for (const option of ['Xoá dữ liệu', 'Điện thoại', 'Gọi lại số đã lưu']) {
      await page.getByLabel(option, { exact: true }).check();
    }
    await page.getByLabel('Lời của họ (có thể để trống)').fill('Xoá giúp tôi');
    await shoot(page, 'asked-form');
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'Ghi yêu cầu' }).click();
    await page.getByText('Gọi lại số đã lưu').waitFor();
    await shoot(page, 'asked-request');

    await page.getByRole('button', { name: 'Xoá dữ liệu' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xoá hẳn dữ liệu của người này?' });
    await dialog.getByText(`Phiếu mất nội dung, chỉ còn mã: ${code}`).waitFor();
    expect(await dialog.getByRole('button', { name: 'Xoá hẳn' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Lý do, lời gửi người dân').fill('Chị Mai gọi lại xác nhận.');
    await shoot(page, 'asked-erase');
    await expectNoBarrier(page);
    await dialog.getByRole('button', { name: 'Xoá hẳn' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Đã báo người dân: Chị Mai gọi lại xác nhận.').waitFor();
    await shoot(page, 'asked-done');
    expect(await db.inboundMessage.count({ where: { personId: mai.personId, text: { not: null } } })).toBe(0);
    expect(await db.applicationAnswer.count({ where: { application: { personId: mai.personId } } })).toBe(0);
  });
});

/** Tab after Tab until the field or button of that name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : at;
      return label?.textContent ?? '';
    });
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused()).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by keyboard`);
}
