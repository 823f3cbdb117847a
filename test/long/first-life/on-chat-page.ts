import type { Browser, Page } from 'playwright-core';
import type { Phone } from './producer.ts';

const PHONE = { width: 360, height: 740 };

/** A phone with a browser, open at the chat page. */
export async function openChatPhone(
  browser: Browser,
  { name, url, shots, watch }: { name: string; url: string; shots: string | undefined; watch: (page: Page) => void },
): Promise<Phone & { page: Page }> {
  const context = await browser.newContext({
    ...{ viewport: PHONE, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' },
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  watch(page);
  await page.goto(url);
  // A page shows the latest messages; what it showed before stays read.
  const read = new Map<string, string>();
  const texts = async (): Promise<string[]> => {
    const rows = await page.locator('li.row-centre[data-id]').evaluateAll((found) =>
      found.map((row) => {
        const choices = [...row.querySelectorAll('button.choice')].map(
          (each, at) => `${at + 1}. ${each.lastElementChild?.textContent}`,
        );
        const said = [...row.querySelectorAll('.bubble p')].map((line) => line.textContent ?? '');
        return [row.getAttribute('data-id') ?? '', [...said, ...choices].join('\n')] as const;
      }),
    );
    for (const [id, text] of rows) read.set(id, text);
    return [...read.values()];
  };
  return {
    name,
    page,
    texts,
    hasAlbums: true,
    type: async (text) => {
      await page.getByRole('textbox').fill(text);
      await page.getByRole('textbox').press('Enter');
    },
    choose: async (label) =>
      await page.locator('li.row-centre').last().getByRole('button', { name: label }).first().click(),
    photograph: async (photos) =>
      await page.locator('input[type=file][multiple]').setInputFiles(
        photos.map((bytes, index) => ({
          name: `anh-${index}.jpg`,
          mimeType: 'image/jpeg',
          buffer: Buffer.from(bytes),
        })),
      ),
    comesBack: async () => {
      await page.reload();
      await page.locator('li.row-centre[data-id]').last().waitFor();
      await texts();
    },
    shows: async (what) => {
      if (shots !== undefined) await page.screenshot({ path: `${shots}/${what}-${name}-360.png` });
    },
  };
}
