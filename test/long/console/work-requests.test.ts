import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import { PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const HOUR_MS = 3_600_000;

describe.runIf(executablePath)('the work of an officer in a browser', () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  const hoursAgo = (hours: number): Date => new Date(clock.now().getTime() - hours * HOUR_MS);
  const messagesTo = ({ personId }: { personId: string }) =>
    console.server.db.delivery.findMany({ where: { personId }, orderBy: { seq: 'asc' } });

  describe('a request', () => {
    it('shows answers with their labels, the own words beside, and is taken with the words shown', async () => {
      const { request, mai } = console.village;
      const page = await open(`/requests/${request}`, { as: 'officer', name: 'Nguyễn Thị Hoa' });
      const answers = page.getByRole('region', { name: 'Nội dung phiếu' });
      await answers.getByText('Mua máy móc, dây chuyền').waitFor();
      await answers.getByText('Lời người gửi: “400tr”').waitFor();
      expect(await answers.getByText('400 triệu đồng').getAttribute('title')).toBe('400.000.000 đồng');
      expect(await answers.getByRole('link', { name: '0900 000 001' }).getAttribute('href')).toBe('tel:0900000001');

      await page.getByRole('button', { name: 'Tôi xét phiếu này' }).click();
      const shown = await page.getByTestId('shown').textContent();
      await page.getByRole('button', { name: 'Tôi xét', exact: true }).click();
      await page.getByRole('region', { name: 'Diễn biến' }).getByText('Cán bộ bắt đầu xét · Nguyễn Thị Hoa').waitFor();
      const told = (await messagesTo(mai)).at(-1);
      expect(told).toMatchObject({ kind: 'officer', content: { text: shown } });
    });

    it('opens on a slow line also for who was just typing a search', async () => {
      const page = await open('/requests', { as: 'officer' });
      const row = page.getByRole('link', { name: 'KC-2026-0123' });
      await row.waitFor();
      await page.route('**/*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        await route.continue();
      });
      await page.getByRole('searchbox').fill('KC');
      await row.click();
      await page.getByRole('region', { name: 'Nội dung phiếu' }).waitFor();
    });

    it('is written back about from a phone, beside the conversation', async () => {
      const { request, mai } = console.village;
      const page = await open(`/requests/${request}`, { as: 'officer', size: PHONE });
      await page.locator('label', { hasText: 'Trò chuyện' }).click();
      await page.getByText('Được ạ. Anh/chị chụp đủ sáng').waitFor();
      await page.getByLabel('Nhắn cho người gửi phiếu').fill('Anh/chị gửi thêm báo giá.');
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await expect
        .poll(async () => (await messagesTo(mai)).at(-1)?.content)
        .toMatchObject({
          text: expect.stringMatching(/nhắn về phiếu KC-2026-0123:\nAnh\/chị gửi thêm báo giá\.$/),
        });
      await page.getByText('nhắn về phiếu KC-2026-0123').waitFor();
      expect(await page.getByLabel('Nhắn cho người gửi phiếu').inputValue()).toBe('');
    });

    it('shows its photos one at a time, by keyboard', async () => {
      const page = await open(`/requests/${console.village.request}`, { as: 'officer' });
      const sheet = page.getByRole('region', { name: 'Ảnh đã gửi' });
      await sheet.getByRole('button', { name: 'Ảnh 1' }).focus();
      await page.keyboard.press('Enter');
      const viewer = page.getByRole('dialog', { name: 'Xem ảnh' });
      await viewer.getByText('1/3').waitFor();
      await page.keyboard.press('ArrowRight');
      await viewer.getByText('2/3').waitFor();
      await page.keyboard.press('r');
      await page.keyboard.press('+');
      const image = viewer.getByRole('img');
      await expect.poll(() => image.evaluate((it) => it.style.transform)).toBe('rotate(90deg)');
      expect(await image.evaluate((it) => 'naturalWidth' in it && it.naturalWidth)).toBe(900);
      await page.keyboard.press('Escape');
      await viewer.waitFor({ state: 'detached' });
    });

    it('prints as a paper: its name and dates on it, nothing of the screen', async () => {
      const page = await open(`/requests/${console.village.request}`, { as: 'officer' });
      await page.getByText('Nội dung phiếu').waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.getByText('In ngày 23/11/2026').waitFor();
      await page.getByText('8 giờ 25 ngày 23/11/2026').first().waitFor();
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      expect(await page.getByLabel('Nhắn cho người gửi phiếu').isVisible()).toBe(false);
    });

    it('of the sample centre is marked so, and nobody is written to', async () => {
      const { db } = console.server;
      const { personId } = await addPerson(db, { name: 'Người mẫu', wroteAt: hoursAgo(1), isSample: true });
      const id = await addRequest(db, { personId, code: 'KC-MAU-0009', at: hoursAgo(1) });
      const page = await open(`/requests/${id}`, { as: 'officer' });
      await page.getByText('mẫu', { exact: true }).waitFor();
      await page.getByText('Đây là người mẫu, nên không nhắn tin được.').waitFor();
      await page.getByRole('button', { name: 'Tôi xét phiếu này' }).click();
      await page.getByText('Phiếu mẫu: không gửi tin cho ai.').waitFor();
      await page.getByRole('button', { name: 'Tôi xét', exact: true }).click();
      await page.getByText('Cán bộ bắt đầu xét').waitFor();
      expect(await db.delivery.count({ where: { personId } })).toBe(0);
    });

    it('that is not there says so', async () => {
      const page = await open(`/requests/${randomUUID()}`, { as: 'officer' });
      await page.getByRole('heading', { name: 'Không tìm thấy' }).waitFor();
      await page.getByRole('link', { name: 'Về trang Phiếu' }).click();
      await page.getByRole('heading', { name: 'Phiếu' }).waitFor();
    });
  });

  describe('a list', () => {
    it('is filtered and searched without accents, and the address keeps it', async () => {
      const page = await open('/requests', { as: 'officer' });
      await page.getByRole('searchbox').fill('ruou bang');
      await page.getByText('KC-2026-0123').waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'KC-2026-0122' }).waitFor();
      await page.locator('label', { hasText: 'Mới' }).click();
      // In which order they stand there depends on how long the search box waits for the last letter.
      await expect
        .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
        .toEqual({ q: 'ruou bang', status: 'submitted' });
      await page.getByRole('link', { name: 'KC-2026-0122' }).click();
      await page.getByRole('heading', { name: 'KC-2026-0122' }).waitFor();
      await page.goBack();
      await page.getByRole('link', { name: 'KC-2026-0122' }).waitFor();
      expect(await page.getByRole('searchbox').inputValue()).toBe('ruou bang');
      await page.getByRole('searchbox').fill('không có đâu');
      await page.getByText('Không tìm thấy “không có đâu”.').waitFor();
    });

    it('is walked through by J and K, and opened by Enter', async () => {
      const page = await open('/requests', { as: 'officer' });
      const links = page.getByRole('table').getByRole('link');
      await links.first().focus();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      const second = await links.nth(1).textContent();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: second ?? '', level: 1 }).waitFor();
    });

    it('that the server cannot give says so, and is there again when asked again', async () => {
      const page = await open('/account', { as: 'officer' });
      await page.getByRole('heading', { name: 'Tài khoản' }).waitFor();
      await page.route('**/staff/api/requests?**', (route) =>
        route.fulfill({ status: 500, body: '{"code":"failed"}' }),
      );
      await page.getByRole('link', { name: /^Phiếu/ }).click();
      await page.getByText('Máy chủ gặp lỗi.').waitFor();
      await page.unroute('**/staff/api/requests?**');
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await page.getByRole('table').waitFor();
    });
  });
});
