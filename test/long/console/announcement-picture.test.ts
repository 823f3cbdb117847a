import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addReaders } from '../../support/announced.ts';
import { findChromium } from '../../support/browser.ts';
import { expectNoBarrier } from '../../support/no-barrier.ts';
import { poster } from '../../support/photos.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const TEXT = 'Bà con chú ý: hội chợ làng nghề mở ngày 10/12 tại sân vận động tỉnh.';
const ALT = 'Tờ quảng cáo hội chợ làng nghề, ngày 10 đến 14 tháng 12';

describe.runIf(executablePath)('the picture of an announcement in a browser', { timeout: 120_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  const choose = async (page: Page, buffer: Buffer, name = 'anh.jpg', mimeType = 'image/jpeg'): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  };
  const isLoaded = (page: Page) =>
    page
      .locator('img')
      .evaluateAll((all) => all.every((one) => one instanceof HTMLImageElement && one.naturalWidth > 0));

  it('is chosen, told in words, shown as each channel will show it, kept with the draft, and seen by who agrees', async () => {
    const { db } = console.server;
    await db.person.updateMany({ data: { wantsNews: false } });
    await addReaders(db, 3, { now: clock.now(), channel: 'zalo-bot', account: 'x' });
    const page = await open('/announcements/new', { as: 'officer', size: PHONE });
    await page.getByLabel('Nội dung tin').fill(TEXT);
    await page.getByText('không quá 10 MB').waitFor();
    await choose(page, Buffer.from('%PDF-1.7'), 'giay.pdf', 'application/pdf');
    await page.getByText('Tệp này không phải ảnh').waitFor();
    await choose(page, Buffer.alloc(10 * 1024 * 1024 + 1));
    await page.getByText('Ảnh nặng quá 10 MB.').waitFor();
    await choose(page, await poster());
    const alt = page.getByLabel('Trong ảnh có gì');
    await alt.waitFor();
    const sendButton = page.getByRole('button', { name: 'Gửi…' });
    expect(await sendButton.isDisabled()).toBe(true);
    await alt.fill(ALT);
    await expect.poll(() => sendButton.isDisabled()).toBe(false);

    // This office is only on its own machine.
    const shown = page.getByTestId('shown');
    await expect.poll(() => shown.textContent()).toContain(`(Kèm ảnh: ${ALT})`);
    await page.getByText('Zalo không lấy được ảnh').waitFor();
    expect(await page.getByTestId('shown-picture').count()).toBe(0);
    await expectNoBarrier(page, 'picture-zalo-360');
    await page.getByText('Telegram', { exact: true }).last().click();
    await page.getByTestId('shown-picture').waitFor();
    expect(await shown.textContent()).not.toContain('Kèm ảnh');
    await page.getByLabel('Nội dung tin').fill(`${TEXT} `.repeat(20));
    await page.getByText('nên ảnh đi trước thành một tin riêng').waitFor();
    await page.getByLabel('Nội dung tin').fill(TEXT);
    await page.getByText('nên ảnh đi trước thành một tin riêng').waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Lưu nháp' }).click();
    await page.getByText('Đã lưu.').waitFor();
    await page.reload();
    await expect.poll(() => alt.inputValue()).toBe(ALT);
    await page.setViewportSize(DESKTOP);
    await expect.poll(() => isLoaded(page)).toBe(true);
    await expectNoBarrier(page, 'picture-draft-1280');
    await page.getByRole('button', { name: 'Bỏ ảnh' }).click();
    await page.getByText('không quá 10 MB').waitFor();
    await choose(page, await poster());
    await alt.fill(ALT);
    await sendButton.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Gửi cho/ }).click();
    await page.getByRole('button', { name: 'Thu hồi' }).waitFor();
    await page.getByText(`Trong ảnh có gì: ${ALT}`).waitFor();
    await expect.poll(() => isLoaded(page)).toBe(true);
    await expectNoBarrier(page, 'picture-held-1280');
    await page.setViewportSize(PHONE);
    await expectNoBarrier(page, 'picture-held-360');
  });
});
