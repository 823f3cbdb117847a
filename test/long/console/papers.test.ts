import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser.ts';
import { barriers } from '../../support/no-barrier.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import { readParagraphs, readWorkbook } from '../../support/read-office-files.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const LONG_MS = 90_000;

describe.runIf(executablePath)('papers in a browser', () => {
  const console = useConsole(executablePath ?? '', { hasLibrary: true });
  const officer = (path: string, size = DESKTOP) => console.open(path, { as: 'officer', size });
  const runsOver = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const press = async (page: Page, name: string): Promise<Download> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return file;
  };
  const bytesOf = async (file: Download): Promise<Uint8Array> => await readFile(await file.path());

  it(
    'the requests of the list as it is filtered are taken along as a workbook',
    async () => {
      const page = await officer('/requests');
      await page.getByRole('link', { name: 'KC-2026-0123' }).waitFor();
      const file = await press(page, 'Xuất Excel');
      expect(file.suggestedFilename()).toBe('phieu-nhu-cau-2026-11-23.xlsx');
      const [all] = readWorkbook(await bytesOf(file));
      await page.getByText(`Đã xuất ${all?.rows.length} phiếu.`).waitFor();
      expect(all?.rows.map((row) => row['Mã phiếu'])).toContain('KC-2026-0123');
      expect(await barriers(page)).toEqual([]);

      await page.getByRole('searchbox').fill('ruou bang');
      await page.getByText('KC-2026-0123').waitFor({ state: 'detached' });
      const found = readWorkbook(await bytesOf(await press(page, 'Xuất Excel')));
      expect(found[0]?.rows.map((row) => row['Mã phiếu'])).toEqual(['KC-2026-0122']);
      await page.getByRole('searchbox').fill('khong co ai nhu the');
      await page.getByText('Không tìm thấy gì').or(page.getByText('khong co ai nhu the')).first().waitFor();
      await page.getByRole('button', { name: 'Xuất Excel' }).waitFor({ state: 'detached' });
    },
    LONG_MS,
  );

  it('an export that breaks off says so, and can be tried again', async () => {
    const page = await officer('/requests', PHONE);
    await page.route('**/staff/api/papers/requests', (route) => route.abort());
    await page.getByRole('button', { name: 'Xuất Excel' }).click();
    await page.getByRole('alert').waitFor();
    expect(await runsOver(page)).toBeLessThanOrEqual(0);
    await page.unroute('**/staff/api/papers/requests');
    await press(page, 'Xuất Excel');
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it(
    'a request is looked at as a paper, printed on A4 without anything of the screen, and taken along for Word',
    async () => {
      const page = await officer(`/requests/${console.village.request}`);
      await page.getByRole('link', { name: 'Bản in' }).click();
      await page.getByRole('heading', { name: 'Phiếu đăng ký nhu cầu hỗ trợ khuyến công' }).waitFor();
      await page.getByRole('rowheader', { name: 'Nơi sản xuất' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      const document = readParagraphs(await bytesOf(await press(page, 'Tải bản Word')));
      expect(document).toContain('Mã phiếu: KC-2026-0123');
      expect(document).toEqual(expect.arrayContaining(await page.getByRole('rowheader').allTextContents()));

      const pdf = await page.pdf({ preferCSSPageSize: true });
      // 210 × 297 mm in points.
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      expect(await page.getByRole('button', { name: 'In', exact: true }).isVisible()).toBe(false);
      expect(await page.getByText('Mã phiếu: KC-2026-0123').isVisible()).toBe(true);
    },
    LONG_MS,
  );

  it('the paper fits a phone', async () => {
    const page = await officer(`/requests/${console.village.request}/paper`, PHONE);
    await page.getByRole('rowheader', { name: 'Nơi sản xuất' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it(
    'a request is summed up on one A4 and no more, however much there is of it',
    async () => {
      const page = await officer(`/requests/${console.village.request}`);
      await page.getByRole('link', { name: 'Tóm tắt một trang' }).click();
      await page.getByRole('heading', { name: 'Tóm tắt phiếu KC-2026-0123' }).last().waitFor();
      expect(await barriers(page)).toEqual([]);
      const { server, clock } = console;
      const { personId } = await addPerson(server.db, { wroteAt: clock.now() });
      const long = 'Máy sấy miến dong công suất lớn, chạy củi và điện, kèm giá phơi, quạt hút và tủ điều khiển '.repeat(
        2,
      );
      const machines = Array.from({ length: 12 }, (_, at) => [
        [`machines.${at + 1}.name`, long.slice(0, 150)],
        [`machines.${at + 1}.state`, 'new'],
        [`machines.${at + 1}.price`, { minVnd: 4e8, maxVnd: 4e8 }],
        [`machines.${at + 1}.more`, 'yes'],
      ]).flat();
      const full = {
        ...{
          need: 'machinery',
          product: long.slice(0, 190),
          establishment: 'Hợp tác xã sản xuất miến dong và bún khô',
        },
        ...{ 'contact-name': 'Nông Thị Mai', phone: '0900000001', price: { minVnd: 4e8, maxVnd: 5e8 } },
        ...Object.fromEntries(machines),
        ...{ 'own-capital': { minVnd: 2e8, maxVnd: 2e8 }, 'earlier-support': 'yes', 'earlier-what': long },
      };
      const id = await addRequest(server.db, { personId, code: 'KC-2026-0999', at: clock.now(), answers: full });
      await server.db.application.update({ where: { id }, data: { programme: 'advanced-equipment' } });
      const events = Array.from({ length: 20 }, (_, at) => ({
        ...{ id: randomUUID(), applicationId: id, seq: at + 3, kind: at % 2 === 0 ? 'claimed' : 'released' },
        ...{ at: clock.now(), actorKind: 'officer', actorId: 'somebody', requestId: randomUUID() },
      }));
      await server.db.applicationEvent.createMany({ data: events });
      for (const each of [console.village.request, id]) {
        await page.goto(`${server.origin}/console/requests/${each}/summary`);
        await page.getByRole('region', { name: 'Quá trình' }).waitFor();
        const pdf = await page.pdf({ preferCSSPageSize: true });
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      }
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      expect(await page.getByText('KC-2026-0999').last().isVisible()).toBe(true);
      await page.emulateMedia({ media: null });
      await page.setViewportSize(PHONE);
      expect(await runsOver(page)).toBeLessThanOrEqual(0);
    },
    LONG_MS,
  );

  it('the draft of a project outline is taken along from the page of a request', async () => {
    const page = await officer(`/requests/${console.village.request}`);
    const document = readParagraphs(await bytesOf(await press(page, 'Dự thảo đề án')));
    expect(document).toContain('VIII. HIỆU QUẢ');
  });
});
