import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser.ts';
import { barriers } from '../../support/no-barrier.ts';
import { PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

describe.runIf(executablePath)('the calendar of the office, in a browser', { timeout: 90_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { open } = console;
  const dialogOf = (page: Page) => page.getByRole('dialog');
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots === undefined) return;
    const fullPage = !(await dialogOf(page).isVisible());
    await page.screenshot({ path: `${shots}/${name}.png`, fullPage });
  };
  const save = async (page: Page): Promise<void> => {
    await dialogOf(page).getByRole('button', { name: 'Lưu' }).click();
    await dialogOf(page).waitFor({ state: 'hidden' });
  };
  const undoLast = async (page: Page): Promise<void> => {
    await page
      .getByRole('button', { name: /^Bỏ lần sửa:/ })
      .first()
      .click();
    await dialogOf(page).getByRole('button', { name: 'Bỏ', exact: true }).click();
    await dialogOf(page).waitFor({ state: 'hidden' });
  };

  afterEach(async () => {
    const { db } = console.server;
    await db.calendarEntry.deleteMany();
    await db.calendarState.deleteMany();
  });

  it('a day of the local fund is entered once the province has set it; until then it is said that there is none', async () => {
    const page = await open('/calendar', { as: 'officer', name: 'Hoàng Văn Bình' });
    const plan = page.getByRole('region', { name: 'Kế hoạch năm 2028' });
    await expect.poll(() => plan.getByText('chưa có ngày, do tỉnh quy định').count()).toBe(2);
    await page.getByRole('button', { name: 'Sửa mốc: Duyệt kế hoạch, nguồn địa phương, kế hoạch năm 2028' }).click();
    const dialog = dialogOf(page);
    expect(await dialog.getByRole('textbox', { name: 'Văn bản' }).inputValue()).toBe('');
    await dialog.getByLabel('Ngày', { exact: true }).fill('15');
    await dialog.getByLabel('Tháng').selectOption({ label: 'Tháng 12' });
    await dialog.getByRole('textbox', { name: 'Văn bản' }).fill('Quyết định thử 1/QĐ-UBND');
    await dialog.getByText('chưa có ngày, do tỉnh quy định → trước 15/12/2027').waitFor();
    await save(page);
    await plan.getByText('trước 15/12/2027').waitFor();
    await shoot(page, 'calendar-local');
  });

  it('a date of the plan year is changed after reading what that moves, stands with its officer, and is undone', async () => {
    const page = await open('/calendar', { as: 'officer', name: 'Hoàng Văn Bình' });
    await page.getByText('Chưa ai sửa gì').waitFor();
    await page.getByText('thường là cho kế hoạch năm 2028: đề án nộp trước 20/5/2027').waitFor();
    await page.getByText('Lịch nghỉ năm 2026, 2027 còn ngày chưa xác nhận').waitFor();
    await shoot(page, 'calendar');
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('button', { name: 'Sửa mốc: Nộp đề án cho Sở Công Thương, kế hoạch năm 2028' }).click();
    const dialog = dialogOf(page);
    await dialog.getByText('Kế hoạch năm 2028: vẫn trước 20/5/2027').waitFor();
    await dialog.getByLabel('Ngày', { exact: true }).fill('30');
    await dialog.getByLabel('Tháng').selectOption({ label: 'Tháng 2' });
    await dialog.getByText('Ngày 30/2 không phải năm nào cũng có').waitFor();
    expect(await dialog.getByRole('button', { name: 'Lưu' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Tháng').selectOption({ label: 'Tháng 6' });
    await dialog.getByText('ngày nộp cho Sở (30/6/2027) sau ngày Sở gửi Bộ (15/6/2027)').waitFor();
    await shoot(page, 'calendar-date-fault');
    await dialog.getByLabel('Tháng').selectOption({ label: 'Tháng 4' });
    await dialog.getByRole('textbox', { name: 'Văn bản' }).fill('Công văn thử 12/SCT');
    await dialog.getByLabel('Đã đối chiếu').check();
    await dialog.getByText('Kế hoạch năm 2028: trước 20/5/2027 → trước 30/4/2027').waitFor();
    await dialog.getByText(/hồ sơ đang mở tính lại ngày/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'calendar-date');
    await save(page);
    const plan = page.getByRole('region', { name: 'Kế hoạch năm 2028' });
    await plan.getByText('Công văn thử 12/SCT').waitFor();
    await plan.getByText('Hoàng Văn Bình nhập').waitFor();
    await page.getByText('thường là cho kế hoạch năm 2028: đề án nộp trước 30/4/2027').waitFor();
    await shoot(page, 'calendar-changed');

    await undoLast(page);
    await page.getByText('Hoàng Văn Bình bỏ').waitFor();
    await plan.getByText('trước 20/5/2027').waitFor();
  });

  it('holidays are confirmed, and a year that is missing is entered; until then it says what that costs', async () => {
    const page = await open('/calendar', { as: 'officer' });
    const tet = page.getByRole('region', { name: 'Tháng 2, 2027' });
    await tet
      .getByRole('button', { name: /^Sửa ngày: Tết Đinh Mùi/ })
      .first()
      .click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('Từ ngày').fill('2027-02-04');
    await dialog.getByLabel('Đến hết ngày').fill('2027-02-10');
    await dialog.getByRole('textbox', { name: 'Văn bản' }).fill('Thông báo thử 5');
    await dialog.getByLabel('Đã có quyết định chính thức').check();
    await dialog.getByText('chưa xác nhận → nghỉ (Tết Đinh Mùi)').first().waitFor();
    await dialog.getByText('Hạn và giờ đã hẹn giữ nguyên.').waitFor();
    await shoot(page, 'calendar-days');
    await save(page);
    await tet.getByText('Thông báo thử 5').waitFor();
    await tet.getByText('Đã xác nhận').first().waitFor();

    const next = page.getByRole('region', { name: 'Năm 2028' });
    await next.getByText('Chưa có ngày nghỉ nào của năm 2028').waitFor();
    await next.getByRole('button', { name: 'Thêm ngày' }).click();
    await dialog.getByText('Điền đủ các ô để xem trước.').waitFor();
    await dialog.getByLabel('Từ ngày').fill('2028-01-03');
    await dialog.getByLabel('Làm bù').check();
    await dialog.getByLabel('Dịp gì').fill('Tết Dương lịch');
    await dialog.getByRole('textbox', { name: 'Văn bản' }).fill('Thông báo thử 6');
    await dialog.getByText('không phải thứ Bảy hay Chủ nhật').waitFor();
    await dialog.getByRole('radio', { name: 'Nghỉ', exact: true }).check();
    await dialog.getByText('ngày thường → nghỉ (Tết Dương lịch), chưa xác nhận').waitFor();
    await save(page);
    await next.getByText('Năm 2028 chưa nhập đủ.').waitFor();
    await next.getByRole('button', { name: 'Đã nhập đủ năm 2028' }).click();
    await dialog.getByRole('textbox', { name: 'Văn bản' }).fill('Thông báo thử 6');
    await dialog.getByText('Hạn và giờ đã hẹn giữ nguyên.').waitFor();
    await shoot(page, 'calendar-year');
    await save(page);
    await next.getByText('Năm 2028 chưa nhập đủ.').waitFor({ state: 'hidden' });
    await undoLast(page);
    await next.getByText('Năm 2028 chưa nhập đủ.').waitFor();
  });

  it('on a phone, and in English, nothing runs over the edge or has a serious barrier', async () => {
    const page = await open('/calendar', { as: 'officer', size: PHONE });
    const looksWell = async (name: string): Promise<void> => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, name).toBeLessThanOrEqual(0);
      expect(await barriers(page), name).toEqual([]);
      await shoot(page, name);
    };
    await page.getByText('Chưa ai sửa gì').waitFor();
    await looksWell('calendar-phone');
    await page.getByRole('button', { name: 'Sửa mốc: Báo cáo tiến độ, kế hoạch năm 2027' }).click();
    await dialogOf(page).getByText('vẫn ngày 25 mỗi tháng').first().waitFor();

    await looksWell('calendar-phone-date');
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Thêm ngày' }).first().click();
    await dialogOf(page).getByLabel('Dịp gì').waitFor();
    await looksWell('calendar-phone-days');
    await page.evaluate(() => localStorage.setItem('console.locale', 'en'));
    await page.reload();
    await page.getByText('Nobody changed anything').waitFor();
    await looksWell('calendar-phone-english');
    await page.goto(`${console.server.origin}/console/`);
    await page.getByText('still have unconfirmed days').waitFor();
    await shoot(page, 'calendar-phone-today');
  });
});
