import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDossiers } from '../../records/dossiers.ts';
import { findChromium } from '../../support/browser.ts';
import { barriers } from '../../support/no-barrier.ts';
import { readWorkbook } from '../../support/read-office-files.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

const KINDS = {
  ...{ submitted: 'trade-fair', proposed: 'advanced-equipment', approved: 'trademark', settled: 'advanced-equipment' },
  ...{ closed: 'trade-fair', declined: 'packaging-consulting' },
} as const;
const PLACES = ['Xã Thượng Minh', 'Xã Côn Minh', 'Phường Bắc Kạn'];

describe.runIf(executablePath)('the reports of the office, in a browser', { timeout: 150_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { open, clock } = console;
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };

  beforeAll(async () => {
    const { db } = console.server;
    // Of the village's own people nothing is counted here.
    await db.person.updateMany({ data: { isSample: true } });
    const dossiers = createDossiers(db, clock.now());
    for (const [at, [status, programme]] of Object.entries(KINDS).entries()) {
      const { id } = await dossiers.bring(status as keyof typeof KINDS);
      await db.application.update({ where: { id }, data: { programme } });
      const commune = PLACES[at % PLACES.length] ?? '';
      const place = {
        communeCode: `0136${at % PLACES.length}`,
        commune,
        provinceCode: '19',
        province: 'Tỉnh Thái Nguyên',
      };
      const answer = { applicationId: id, questionId: 'commune', answeredAt: clock.now() };
      await db.applicationAnswer.create({ data: { ...answer, value: { ...place, legacyAddressText: '' } } });
      const { establishmentId } = await db.application.findUniqueOrThrow({ where: { id } });
      const known = { establishmentId: establishmentId ?? '', questionId: 'establishment', answeredAt: clock.now() };
      await db.establishmentAnswer.create({ data: { ...known, value: `HTX Thử ${at + 1}` } });
    }
  });

  it('shows its numbers with how each is counted, and keeps what was chosen in the address', async () => {
    const page = await open('/reports', { as: 'officer' });
    await page.getByRole('row', { name: /^Tổng 6 4 / }).waitFor();
    await shoot(page, 'reports');
    expect(await barriers(page)).toEqual([]);
    await page.getByText('Các số này được tính thế nào').click();
    await page.getByText('Tính vào năm kế hoạch của đề án, cả khi quyết toán vào tháng 1 năm sau').waitFor();
    await page.getByLabel('Chia theo').selectOption('commune');
    await page.getByRole('row', { name: /^Xã Côn Minh/ }).waitFor();
    await page.locator('label', { hasText: /^Tiền$/ }).click();
    await page.getByRole('columnheader', { name: 'Vốn đối ứng' }).waitFor();
    await page.getByText('Lọc thêm').click();
    await page.getByLabel('Nguồn theo kế hoạch').selectOption('national');
    await page.getByText('Lọc thêm (đang lọc 1)').waitFor();
    await page.getByLabel('Số để vẽ').selectOption('counterpartVnd');
    expect(new URL(page.url()).search).toBe('?by=commune&show=money&fund=national&draw=counterpartVnd');
    await page.reload();
    await page.getByRole('row', { name: /^Tổng/ }).waitFor();
    expect(await page.getByLabel('Chia theo').inputValue()).toBe('commune');
    await page.getByText('Lọc thêm (đang lọc 1)').waitFor();
    expect(await page.getByLabel('Nguồn theo kế hoạch').inputValue()).toBe('national');
    await page.getByRole('listitem').filter({ hasText: 'Phường Bắc Kạn' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'reports-money');
    await page.evaluate(() => localStorage.setItem('console.locale', 'en'));
    await page.reload();
    await page.getByRole('row', { name: /^Total/ }).waitFor();
    await page.getByText('How these numbers are counted').click();
    await shoot(page, 'reports-english');
  });

  it('fits a phone, prints on a wide sheet with its definitions, and says when nothing is there', async () => {
    const page = await open('/reports?by=programme&show=results', { as: 'officer', size: PHONE });
    await page.getByRole('row', { name: /^Tổng/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByText('Các số này được tính thế nào').click();
    await shoot(page, 'reports-phone');
    await page.setViewportSize(DESKTOP);
    await page.getByText('Các số này được tính thế nào').click();
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Phiếu không hỏi điều này').waitFor();
    await page.getByText('Trung tâm Khuyến công tỉnh Thái Nguyên. Lập ngày 23/11/2026. Mọi năm.').waitFor();
    await shoot(page, 'reports-print');
    if (shots !== undefined) await page.pdf({ path: `${shots}/reports.pdf`, preferCSSPageSize: true });
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${page.url().split('?')[0]}?from=2031`);
    await page.getByText('Không có phiếu nào như vậy').waitFor();
  });

  it('goes along as a workbook with the numbers of the page', async () => {
    const page = await open('/reports?by=status', { as: 'officer' });
    await page.getByRole('row', { name: /^Tổng/ }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải Excel' }).click(),
    ]);
    await page.getByText('Đã tải báo cáo.').waitFor();
    const pieces: Buffer[] = [];
    for await (const piece of await file.createReadStream()) pieces.push(Buffer.from(piece));
    const [report] = readWorkbook(Buffer.concat(pieces));
    expect(report?.rows.at(-1)).toMatchObject({
      'Tình trạng': 'Tổng',
      'Phiếu đã gửi (phiếu)': { value: 6 },
      'Tiền được duyệt (đồng)': { value: 750_000_000, format: '#,##0' },
    });
  });

  it('sets what is reached against a target, refuses parts that do not make up the whole, and takes up again what was removed', async () => {
    const page = await open('/reports/targets', { as: 'officer', name: 'Lý Thị Cúc' });
    await page.getByText('Chưa có chỉ tiêu nào').waitFor();
    await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên chỉ tiêu').fill('Kinh phí khuyến công');
    await dialog.getByLabel('Tính bằng').selectOption('paidSupportVnd');
    await dialog.getByLabel('Từ năm').fill('2026');
    await dialog.getByLabel('Đến năm').fill('2030');
    await dialog.getByLabel('Chỉ tiêu (đồng)').fill('1 tỷ');
    await dialog.getByText('= 1.000.000.000 đồng').waitFor();
    await dialog.getByLabel('Văn bản, nguồn').fill('Kế hoạch của Trung tâm');
    for (const [number, name, value, fund] of [
      ...([
        [1, 'Quốc gia', '700 triệu', 'national'],
        [2, 'Địa phương', '200 triệu', 'local'],
      ] as const),
    ]) {
      await dialog.getByRole('button', { name: 'Thêm một phần' }).click();
      await dialog.getByLabel(`Tên phần ${number}`).fill(name);
      await dialog.getByLabel(`Số của phần ${number}`).fill(value);
      await dialog.getByLabel(`Nguồn của phần ${number}`).selectOption(fund);
    }
    await dialog.getByText('lệch 100.000.000 đồng').waitFor();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText('Các phần cộng lại chưa bằng chỉ tiêu').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'report-target-refused-phone');
    await page.setViewportSize(DESKTOP);
    await dialog.getByLabel('Số của phần 2').fill('300 triệu');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã đạt 500 triệu đồng trên 1 tỷ đồng (50%)').waitFor();
    await page.getByText('Quốc gia: 400 triệu đồng trên 700 triệu đồng (57,1%)').waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'report-targets');
    await page.setViewportSize(PHONE);
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'report-targets-phone');
    await page.getByRole('button', { name: 'Bỏ Kinh phí khuyến công' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ', exact: true }).click();
    await page.getByRole('button', { name: 'Lấy lại Kinh phí khuyến công' }).click();
    await page.getByText('Đã đạt 500 triệu đồng trên 1 tỷ đồng (50%)').waitFor();
  });

  it('asks officers who owns an establishment, and counts what they say', async () => {
    const page = await open('/reports/owners', { as: 'officer' });
    await page.getByLabel('Ai làm chủ HTX Thử 4').selectOption('women');
    await page.getByText('Đã ghi: HTX Thử 4.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'report-owners');
    await page.getByRole('link', { name: 'Bảng số' }).click();
    await page.getByLabel('Chia theo').selectOption('womanOwned');
    await page.getByRole('row', { name: /^Phụ nữ làm chủ 1/ }).waitFor();
  });
});
