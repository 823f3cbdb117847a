import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assistant, makePlace, type Place, READY_WORDS, runAssistant } from '../../support/assistant.ts';
import { findChromium, launchBrowser } from '../../support/browser.ts';
import { barriers } from '../../support/no-barrier.ts';

const PHONE = { width: 360, height: 720 };
const OFFICE = { width: 1280, height: 800 };
const SHOTS = 'test-results/life';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('one short life, in a real browser over the running assistant', () => {
  let place: Place;
  let assistant: Assistant;
  let browser: Browser;
  let producer: Page;
  let officer: Page;
  let code: string;
  const errors: string[] = [];

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    place = await makePlace({ PATH: process.env.PATH ?? '' });
    assistant = runAssistant(place.settings);
    browser = await launchBrowser(chromium ?? '');
    await assistant.says(READY_WORDS);
    const open = async (viewport: typeof PHONE): Promise<Page> => {
      const page = await (await browser.newContext({ viewport, locale: 'vi-VN' })).newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      return page;
    };
    [producer, officer] = await Promise.all([open(PHONE), open(OFFICE)]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    expect(await assistant?.end('SIGINT')).toBe(0);
    await place?.remove();
  });

  const bubbles = (text: string | RegExp) => producer.getByRole('log').getByText(text);
  /** The producer writes and waits for the words that answer it. */
  const say = async (text: string, answer: string | RegExp): Promise<void> => {
    await producer.getByRole('textbox').fill(text);
    await producer.getByRole('textbox').press('Enter');
    await bubbles(answer).last().waitFor({ timeout: 10_000 });
  };

  it('a producer asks without accents and reads a sourced answer', async () => {
    await producer.goto(assistant.url);
    await say('may say mien ho tro bao nhieu', /Thông tư 28\/2018\/TT-BTC/);
    await bubbles(/trợ lý tự động của Trung tâm/).waitFor();
    await bubbles(/300 triệu/).waitFor();
    await producer.screenshot({ path: `${SHOTS}/1-answer-360.png` });
    expect(await barriers(producer)).toEqual([]);
  });

  it('leaves a request in eight questions, asks something in between, and gets a code', async () => {
    await say('gui phieu nhu cau', /Anh\/chị có đồng ý không/);
    await say('dong y', 'Anh/chị cần: Mua máy móc, dây chuyền');
    await say('mua may', 'Câu 2/8');
    await say('mien dong', 'Câu 3/8');
    await say('xa my phuong ba be', /nay là xã Thượng Minh/);
    await producer.getByRole('button', { name: 'Đúng' }).click();
    await bubbles('Câu 4/8').waitFor();
    await say('ma tien nay co phai tra lai ko', /Không phải tiền vay/);
    await say('HTX Tài Hoan', 'Câu 6/8');
    await say('Nguyễn Thị Lan', 'Câu 7/8');
    await say('0900000001', 'Câu 8/8');
    await say('400tr', /xem lại phiếu/);
    await producer.screenshot({ path: `${SHOTS}/2-review-360.png`, fullPage: true });
    await producer.getByRole('button', { name: 'Gửi phiếu' }).last().click();
    await bubbles(/Mã phiếu của anh\/chị: KC-\d{4}-\d{4}/).waitFor();
    code = /KC-\d{4}-\d{4}/.exec((await producer.getByRole('log').textContent()) ?? '')?.[0] ?? '';
    expect(code).toMatch(/^KC-\d{4}-0001$/);
    await producer.screenshot({ path: `${SHOTS}/3-code-360.png` });
  });

  it('asks what nobody knows yet, and has it sent to an officer', async () => {
    await say('xuong toi gan benh vien thi co sao khong', /cán bộ/i);
    await say('gap can bo', /cần hỏi cán bộ điều gì/);
    await say('xuong toi gan benh vien thi co sao khong', /Đã chuyển cho cán bộ/);
  });

  it('an administrator enters by the one-time link and sees both, marked apart from the sample', async () => {
    const link = /http\S+\/console\/setup#\S+/.exec(assistant.output())?.[0] ?? '';
    await officer.goto(link);
    await officer.getByLabel('Họ tên').fill('Hoàng Văn Bình');
    await officer.getByLabel(/Email/).fill('binh@example.vn');
    await officer.locator('input[type=password]').first().fill('mot cau rat de nho');
    await officer.keyboard.press('Enter');
    await officer.getByText(code).waitFor();
    await officer.screenshot({ path: `${SHOTS}/4-today-1280.png` });
    expect(await barriers(officer)).toEqual([]);

    const again = await browser.newPage();
    await again.goto(link);
    await again.getByText('Link không dùng được nữa').waitFor();
    await again.close();
  });

  it('reads the request with all that was said, takes it, and the producer hears at once or by the hours', async () => {
    await officer.getByText(code).click();
    await officer.getByText('HTX Tài Hoan').first().waitFor();
    await officer.getByText('ma tien nay co phai tra lai ko').waitFor();
    await officer.screenshot({ path: `${SHOTS}/5-request-1280.png` });
    expect(await barriers(officer)).toEqual([]);
    await officer.getByRole('button', { name: 'Tôi xét phiếu này' }).click();
    await officer.getByRole('button', { name: 'Tôi xét', exact: true }).click();
    // Within two hours of her own last message it is a reply, whatever the hour.
    await bubbles(new RegExp(`${code}`))
      .nth(1)
      .waitFor({ timeout: 10_000 });
  });

  it('answers the question, and the answer stands in the chat as a person’s', async () => {
    await officer
      .getByRole('link', { name: /Câu hỏi/ })
      .first()
      .click();
    await officer.getByText('xuong toi gan benh vien').first().click();
    await officer.getByLabel('Trả lời', { exact: true }).fill('Xưởng của chị vẫn gửi phiếu được. Cán bộ sẽ xuống xem.');
    await officer.screenshot({ path: `${SHOTS}/6-question-1280.png` });
    await officer.getByRole('button', { name: 'Gửi ngay' }).click();
    await bubbles(/Cán bộ sẽ xuống xem/).waitFor({ timeout: 10_000 });
    await producer.screenshot({ path: `${SHOTS}/7-answered-360.png` });
    await officer.setViewportSize(PHONE);
    await officer.screenshot({ path: `${SHOTS}/8-question-360.png` });
  });

  it('finds everything again after a restart, and no page had an error', async () => {
    expect(await assistant.end('SIGINT')).toBe(0);
    assistant = runAssistant(place.settings);
    await assistant.says(READY_WORDS);
    await producer.reload();
    await bubbles(/Cán bộ sẽ xuống xem/).waitFor();
    await say('phieu cua toi', new RegExp(`${code}`));
    await officer.reload();
    await officer.getByText('Xưởng của chị vẫn gửi phiếu được').first().waitFor();
    expect(errors).toEqual([]);
  });
});
