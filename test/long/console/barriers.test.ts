import { describe, expect, it } from 'vitest';
import { createAdminLink } from '../../../records/admin-links.ts';
import { findChromium } from '../../support/browser.ts';
import { barriers } from '../../support/no-barrier.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();

describe.runIf(executablePath)('the console in a browser', () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;

  const pages: { name: string; path: () => string; ready: string }[] = [
    { name: 'today', path: () => '/', ready: 'KC-2026-0123' },
    { name: 'questions', path: () => '/questions', ready: 'phong trung bay' },
    { name: 'a question', path: () => `/questions/${console.village.question}`, ready: 'Có hỗ trợ phòng trưng bày' },
    { name: 'requests', path: () => '/requests', ready: 'KC-2026-0123' },
    { name: 'a request', path: () => `/requests/${console.village.request}`, ready: 'Đồng ý dữ liệu cá nhân' },
    { name: 'officers', path: () => '/officers', ready: 'Mời cán bộ' },
    { name: 'account', path: () => '/account', ready: 'Ngôn ngữ' },
    { name: 'nowhere', path: () => '/nowhere', ready: 'Trang này không có' },
  ];

  it.each(pages)(
    '$name has no serious barrier, on a phone and at a desk, and never runs over its edge',
    async ({ path, ready }) => {
      const page = await open(path(), { as: 'administrator', size: PHONE });
      await page.getByText(ready).first().waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.setViewportSize(DESKTOP);
      expect(await barriers(page)).toEqual([]);
    },
  );

  it('what opens over a page has no serious barrier either', async () => {
    const page = await open(`/requests/${console.village.request}`, { as: 'officer' });
    await page.getByRole('button', { name: 'Tôi xét phiếu này' }).click();
    await page.getByTestId('shown').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Ảnh đã gửi' }).getByRole('button').first().click();
    await page.getByRole('dialog').getByText('1/3').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('neither has the door', async () => {
    const page = await open('/', { size: PHONE });
    await page.getByLabel('Email').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(
      `${console.server.origin}/console/setup#${await createAdminLink({ db: console.server.db, clock })}`,
    );
    await page.reload();
    await page.getByLabel('Họ tên').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
