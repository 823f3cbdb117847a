import { readFile } from 'node:fs/promises';
import PizZip from 'pizzip';
import type { Download } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readShipped } from '../../../staff/papers/template/read-template.ts';
import { findChromium } from '../../support/browser.ts';
import { barriers } from '../../support/no-barrier.ts';
import { readParagraphs, readWorkbook } from '../../support/read-office-files.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const LONG_MS = 90_000;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe.runIf(executablePath)('the templates of papers in a browser', () => {
  const console = useConsole(executablePath ?? '', { hasLibrary: true });
  const bytesOf = async (file: Download): Promise<Uint8Array> => await readFile(await file.path());
  const own = async (title: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
    const zip = new PizZip(await readShipped('request-form'));
    zip.file('word/document.xml', (zip.file('word/document.xml')?.asText() ?? '').replace('{title}', title));
    return { name: 'mau-rieng.docx', mimeType: DOCX, buffer: zip.generate({ type: 'nodebuffer' }) };
  };

  it(
    'one that is wrong is told where, the mended one is tried, put in place, and ours is back with one press',
    async () => {
      const page = await console.open('/templates', { as: 'officer', name: 'Nguyễn Thị Hoa', size: DESKTOP });
      const card = page.getByRole('region', { name: 'Phiếu đăng ký nhu cầu' });
      await card.getByText('Đang dùng mẫu có sẵn của chương trình.').waitFor();
      expect(await barriers(page)).toEqual([]);
      const press = async (name: string): Promise<Download> => {
        const [file] = await Promise.all([page.waitForEvent('download'), card.getByRole('button', { name }).click()]);
        return file;
      };
      const [fields] = readWorkbook(await bytesOf(await press('Danh sách ký hiệu')));
      expect(fields?.rows.map((row) => row['Viết trong mẫu'])).toContain('{centre}');

      const choose = async (title: string): Promise<void> =>
        await card.locator('input[type=file]').setInputFiles(await own(title));
      await choose('Mẫu riêng: {tilte}');
      await card.getByText('Không có ký hiệu {tilte} ở chỗ này. Có phải {title} không?').waitFor();
      expect(await card.getByRole('button', { name: 'Dùng mẫu này' }).isVisible()).toBe(false);
      expect(await barriers(page)).toEqual([]);

      await choose('Mẫu riêng: {title}');
      await card.getByText('mau-rieng.docx: mẫu dùng được.').waitFor();
      const tried = readParagraphs(await bytesOf(await press('Tải bản xem thử')));
      expect(tried).toContain('Mẫu riêng: Phiếu đăng ký nhu cầu hỗ trợ khuyến công');
      await card.getByRole('button', { name: 'Dùng mẫu này' }).click();
      await card.getByText('Đang dùng mẫu riêng của Trung tâm, bản 1, do Nguyễn Thị Hoa').waitFor();
      expect(readParagraphs(await bytesOf(await press('Tải mẫu đang dùng')))).toContain('Mẫu riêng: {title}');

      await card.getByRole('button', { name: 'Dùng lại mẫu có sẵn' }).click();
      await card.getByText('Đang dùng mẫu có sẵn của chương trình.').waitFor();
      await card.getByText('Các bản trước').click();
      await card.getByText('Bản 2: mẫu có sẵn').waitFor();
    },
    LONG_MS,
  );

  it('their page fits a phone', async () => {
    const page = await console.open('/templates', { as: 'officer', size: PHONE });
    await page.getByRole('heading', { name: 'Dự thảo đề án' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await barriers(page)).toEqual([]);
  });
});
