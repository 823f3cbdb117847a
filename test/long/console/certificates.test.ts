import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser.ts';
import { sendRequest, TAI_HOAN } from '../../support/establishments.ts';
import { barriers } from '../../support/no-barrier.ts';
import { addPerson } from '../../support/office-people.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

describe.runIf(executablePath)('the certificates of an establishment, in a browser', { timeout: 180_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;

  /** At both widths: nothing over the edge, no serious barrier. */
  const expectNoFault = async (page: Page, name: string): Promise<void> => {
    for (const [size, width] of [
      [PHONE, '360'],
      [DESKTOP, '1280'],
    ] as const) {
      await page.setViewportSize(size);
      expect(await barriers(page), name).toEqual([]);
      if (shots !== undefined)
        await page.screenshot({ path: `${shots}/certificates-${name}-${width}.png`, fullPage: true });
    }
  };

  it('one is written down as printed, corrected with its history, listed when it ends soon, ended and taken back', async () => {
    const { db } = console.server;
    const at = new Date(clock.now().getTime() - 3_600_000);
    const { personId } = await addPerson(db, { name: 'Nguyễn Thị Hoan', wroteAt: at });
    const { id, establishmentId } = await sendRequest(db, { personId, values: TAI_HOAN, at });
    await db.application.update({ where: { id }, data: { programme: 'typical-rural-product' } });

    const page = await open(`/establishments/${establishmentId}?certificate=${id}`, {
      as: 'officer',
      name: 'Hoàng Văn Bình',
    });
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Sản phẩm, như in trên giấy').fill('Miến dong Tài Hoan');
    await dialog.getByLabel('Số giấy').fill('12/GCN-UBND');
    await dialog.getByLabel('Ngày cấp').fill('2023-09-15');
    await dialog.getByLabel('Có giá trị đến hết ngày').fill('2023-01-01');
    await dialog.getByLabel('Nhắc trước mấy ngày').fill('hai tuần');
    await dialog.getByText('Gõ các số ngày từ 1 đến 180').waitFor();
    await dialog.getByLabel('Nhắc trước mấy ngày').fill('60, 14');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText('Ngày hết hạn phải sau ngày cấp.').waitFor();
    await expectNoFault(page, 'form');
    await dialog.getByLabel('Có giá trị đến hết ngày').fill('2026-12-30');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đến hết 30/12/2026').waitFor();
    expect(await db.certificate.findMany()).toMatchObject([
      { applicationId: id, establishmentId, validUntil: '2026-12-30', leads: ['60-days', '14-days'] },
    ]);

    await page.getByRole('button', { name: 'Sửa', exact: true }).click();
    await dialog.getByLabel('Có giá trị đến hết ngày').fill('2026-12-31');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đến hết 31/12/2026').waitFor();
    await page.getByText('Đã sửa 1 lần').click();
    await page.getByText('đến hết 30/12/2026').waitFor();
    await expectNoFault(page, 'one');

    await page.goto(`${console.server.origin}/console/establishments`);
    await page.getByText('Giấy chứng nhận hết hạn trong 90 ngày tới').waitFor({ timeout: 60_000 });
    await page.getByText('Miến dong Tài Hoan (Cấp tỉnh), đến hết 31/12/2026').waitFor();
    await expectNoFault(page, 'soon');
    await page.getByRole('link', { name: 'HTX Tài Hoan' }).first().click();

    await page.getByRole('button', { name: 'Không còn tính…' }).click();
    await dialog.getByText('Đã bị thu hồi').click();
    await expectNoFault(page, 'ending');
    await dialog.getByRole('button', { name: 'Thôi tính' }).click();
    await page.getByRole('button', { name: 'Tính lại' }).waitFor();
    await expectNoFault(page, 'ended');
    await page.getByRole('button', { name: 'Tính lại' }).click();
    await page.getByRole('button', { name: 'Sửa', exact: true }).waitFor();
    const deeds = await db.auditEntry.findMany({ where: { subjectKind: 'Certificate' }, orderBy: { at: 'asc' } });
    expect(deeds.map(({ action }) => action).toSorted()).toEqual(
      ['entered', 'corrected', 'ended', 'resumed'].map((deed) => `certificate.${deed}`).toSorted(),
    );
  });
});
