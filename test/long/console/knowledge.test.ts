import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser.ts';
import { barriers } from '../../support/no-barrier.ts';
import { clearKnowledge, KILN, keepCase, publishArticle } from '../../support/officer-knowledge.ts';
import { PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

describe.runIf(executablePath)('what the assistant knows, in a browser', { timeout: 90_000 }, () => {
  const console = useConsole(executablePath ?? '', { hasLibrary: true });
  const { clock, open } = console;
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };
  const told = () => {
    const { library } = console.server.deps;
    return library.current().ask({ text: 'lo say chung dong phuc', date: '2026-11-23', provinceCode: '19' }).articles[0]
      ?.title;
  };

  afterEach(async () => {
    await clearKnowledge(console.server.db);
  });

  it('an article is written, seen as people will read it, put into use, withdrawn, and that undone', async () => {
    const page = await open('/knowledge', { as: 'officer', name: 'Hoàng Văn Bình' });
    await page.getByText('Trung tâm chưa có bài nào').waitFor();
    await shoot(page, 'list');
    await page.getByRole('link', { name: 'Thêm bài' }).click();
    await page.getByText('Ghi tên, lời và văn bản').waitFor();
    await page.getByLabel('Tên bài').fill(KILN.title);
    await page.getByLabel('Lời của bài').fill(`${KILN.text}\nDòng thứ ba.`);
    await page.getByLabel('Văn bản', { exact: true }).fill('Thông báo 12/TB-TTKC');
    await page.getByText('Bài có 3 dòng, nhiều nhất 2 dòng').waitFor();
    await page.getByText('Chưa có câu hỏi nào').waitFor();
    await page.getByLabel('Lời của bài').fill(KILN.text);
    await page.getByLabel('Bà con hỏi thế nào').fill(KILN.asks.join('\n'));
    await page.getByText('Đưa vào dùng được ngay.').waitFor();
    expect(await page.getByTestId('shown').first().textContent()).toContain('Nguồn: Thông báo 12/TB-TTKC');
    await shoot(page, 'new');

    // What was begun stands there again when the window is closed and opened.
    await page.reload();
    expect(await page.getByLabel('Tên bài').inputValue()).toBe(KILN.title);
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByRole('heading', { name: KILN.title, level: 1 }).waitFor();
    expect(told()).not.toBe(KILN.title);

    await page.getByRole('button', { name: 'Đưa vào dùng' }).click();
    await page.getByRole('dialog').getByText('Đưa vào dùng được ngay.').waitFor();
    await shoot(page, 'publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Đưa vào dùng' }).click();
    await page.getByText('Đang dùng', { exact: true }).waitFor();
    await expect.poll(told).toBe(KILN.title);
    await shoot(page, 'article');

    await page.getByRole('button', { name: 'Rút khỏi trả lời' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rút khỏi trả lời' }).click();
    await page.getByText('Chưa dùng', { exact: true }).waitFor();
    await expect.poll(told).not.toBe(KILN.title);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đang dùng', { exact: true }).waitFor();
    await expect.poll(told).toBe(KILN.title);
    await page.getByText('Đưa vào dùng: Hoàng Văn Bình').waitFor();
  });

  it('what came with the product is found without accents and corrected in its place', async () => {
    const page = await open('/knowledge', { as: 'officer' });
    await page.getByRole('searchbox').fill('nhan hieu bao nhieu');
    await page
      .getByRole('link', { name: /nhãn hiệu/i })
      .first()
      .click();
    await page.getByText('Bản có sẵn vẫn còn đó.').waitFor();
    expect(await page.getByLabel('Lời của bài').inputValue()).not.toBe('');
    await page.getByText(/Sẽ dùng thay bài có sẵn/).waitFor();
    await shoot(page, 'override');
    expect(await barriers(page)).toEqual([]);
  });

  it('a rate is entered with its figures as they are written, and its example is read before it is saved', async () => {
    const page = await open('/knowledge?tab=rates', { as: 'officer' });
    await page.getByRole('link', { name: 'Thêm mức' }).click();
    await page.getByLabel('Tỉnh').selectOption({ label: 'Tỉnh Thái Nguyên' });
    await page.getByLabel('Tỷ lệ (%)').fill('40 phần');
    await page.getByText('Chỉ ghi số.').waitFor();
    await page.getByLabel('Tỷ lệ (%)').fill('40');
    await page.getByLabel('Trần (đồng)').fill('150.000.000');
    await page.getByLabel('Văn bản', { exact: true }).fill('Nghị quyết 05/2026/NQ-HĐND');
    await page.getByLabel('Dùng từ ngày').fill('2026-11-01');
    await page.getByLabel('Bài nói mức này').selectOption({ index: 1 });
    await page.getByTestId('shown').first().waitFor();
    expect(await page.getByTestId('shown').first().textContent()).toContain('150 triệu đồng');
    // The article chosen does not tell these figures.
    await page.getByText('Cần sửa trước khi đưa vào dùng').waitFor();
    await shoot(page, 'rate');
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByRole('heading', { name: 'Máy móc, thiết bị: Nghị quyết 05/2026/NQ-HĐND' }).waitFor();
    await page.getByRole('button', { name: 'Đưa vào dùng' }).click();
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Đưa vào dùng' }).isDisabled()).toBe(true);
  });

  it('on a phone nothing runs over the edge or has a serious barrier; questions to be kept show how they are answered', async () => {
    const { db } = console.server;
    const id = await publishArticle(db, { name: 'lo-say', now: clock.now() });
    await keepCase(db, clock.now());
    await expect.poll(told).toBe(KILN.title);
    const page = await open('/knowledge?tab=cases', { as: 'officer', size: PHONE });
    await page.getByText('Trả lời đúng bài').waitFor();
    for (const [path, ready] of [
      ['/knowledge', 'Bài có sẵn'],
      ['/knowledge?tab=rates', 'Mức có sẵn'],
      [`/knowledge/articles/${id}`, 'Câu phải trả lời được'],
      ['/knowledge?tab=cases', 'Trả lời đúng bài'],
    ] as const) {
      await page.goto(`${console.server.origin}/console${path}`);
      await page.getByText(ready).last().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      expect(await barriers(page)).toEqual([]);
      await shoot(page, `phone-${ready.split(' ')[0]}`);
    }
    await page.getByRole('button', { name: 'Bỏ câu này' }).click();
    await page.getByText('Chưa có câu nào').waitFor();
  });
});
