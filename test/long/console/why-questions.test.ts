import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addAsked, TRACE } from '../../support/asked-wrongly.ts';
import { findChromium } from '../../support/browser.ts';
import { addQuestion } from '../../support/office-people.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const HOUR_MS = 3_600_000;
const QUESTION = 'máy cũ có được hỗ trợ không';
const REPLY = 'Không, máy phải mới 100 %.\nNguồn: Thông tư 28/2018/TT-BTC, Điều 8, khoản 4.';

describe.runIf(executablePath)('why the assistant answered so, and keeping an answer, in a browser', () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  const hoursAgo = (hours: number): Date => new Date(clock.now().getTime() - hours * HOUR_MS);
  const asked = (given: Partial<Parameters<typeof addAsked>[1]> = {}) =>
    addAsked(console.server.db, { text: QUESTION, reply: REPLY, at: hoursAgo(3), ...given });
  const look = (id: string, size = DESKTOP) => open(`/questions/${id}`, { as: 'officer', size });
  const expectNoBarrier = async (page: Page): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  };

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('a wrong answer stands there with what was said, how sure it was, and why, on %s', async (_, size) => {
    const page = await look((await asked()).id, size);
    await page.getByText('Trợ lý đã trả lời câu này; người hỏi bấm “Chưa đúng”.').waitFor();
    const why = page.getByRole('region', { name: 'Trợ lý đã hiểu câu này thế nào' });
    expect(await why.textContent()).toContain(REPLY);
    await why.getByText('Bài đứng đầu chắc 72 %, đủ mức 60 % để trả lời ngay.').waitFor();
    await why.getByText('Khá chắc · 72 %').waitFor();
    await why.getByText('Ít khả năng · 18 %').waitFor();
    expect(await why.textContent()).toContain('theo kho bài phiên bản 3f9802d1aa20');
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWide).toBe(false);
    await expectNoBarrier(page);
  });

  it('a sum shows the price as it was read and the rate that was used', async () => {
    const rate = { id: 'machine-national', scope: 'national', percent: 50, document: 'Thông tư 28/2018/TT-BTC' };
    const sums = { ceilingVnd: 300_000_000, amountVnd: 200_000_000, article: 'Điều 8', certainty: 'verified' };
    const trace = { ...TRACE, kind: 'amount', priceVnd: 400_000_000, candidates: [], rates: [{ ...rate, ...sums }] };
    const page = await look((await asked({ trace })).id);
    await page.getByText('Giá đọc được: 400.000.000 đồng.').waitFor();
    await page
      .getByText('Nguồn quốc gia: 200.000.000 đồng (50 %, trần 300.000.000 đồng). Thông tư 28/2018/TT-BTC, Điều 8')
      .waitFor();
  });

  it('a question that was not known says why, once it is asked', async () => {
    const trace = { ...TRACE, kind: 'none', articles: [], candidates: [{ ...TRACE.candidates[0], confidence: 0.2 }] };
    const page = await look((await asked({ kind: 'question', trace })).id);
    const reason = page.getByText('Ba bài gần nhất cộng lại mới chắc 20 %, dưới mức 40 %');
    expect(await reason.isVisible()).toBe(false);
    await page.getByText('Vì sao trợ lý chưa trả lời?').click();
    await reason.waitFor();
  });

  it('says that it is kept no longer, and nothing at all where the assistant was not asked', async () => {
    const page = await look((await asked({ trace: null })).id);
    await page.getByText('không còn lưu nữa (chỉ giữ 90 ngày)').waitFor();
    const { personId } = await asked();
    const id = await addQuestion(console.server.db, { personId, kind: 'meet', text: 'Cho gặp', at: hoursAgo(1) });
    const meeting = await look(id);
    await meeting.getByText('Cho gặp').first().waitFor();
    expect(await meeting.getByText('Vì sao trợ lý').count()).toBe(0);
  });

  it('"Trả lời và giữ làm bài" is filled in from the answer, does both at once, and can be undone', async () => {
    const { id, personId } = await asked();
    const { db } = console.server;
    const page = await look(id);
    await page.getByLabel('Trả lời', { exact: true }).fill('Máy cũ thì không, theo Thông tư 28/2018/TT-BTC, Điều 8.');
    await page.getByLabel('Giữ câu trả lời này làm bài').check();
    const value = (label: string) => page.getByLabel(label).inputValue();
    expect(await value('Tên bài')).toBe('Máy cũ có được hỗ trợ không');
    expect(await value('Văn bản')).toBe('Thông tư 28/2018/TT-BTC');
    expect(await value('Điều, khoản')).toBe('Điều 8');
    expect(await value('Lời của bài')).toBe('Máy cũ thì không, theo Thông tư 28/2018/TT-BTC, Điều 8.');
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'Trả lời và giữ làm bài' }).click();
    await page.getByText('Đã giữ làm bài “Máy cũ có được hỗ trợ không”. Trợ lý tự trả lời câu này từ nay.').waitFor();
    expect(await db.delivery.count({ where: { personId, kind: 'officer' } })).toBe(1);
    expect(await db.regressionCase.count({ where: { handoffId: id, question: QUESTION } })).toBe(1);

    await page.getByRole('button', { name: 'Hoàn tác, bỏ bài này' }).click();
    await page.getByRole('button', { name: 'Giữ câu trả lời làm bài' }).waitFor();
    expect(await db.knowledgeEntry.count()).toBe(0);
    await page.getByRole('button', { name: 'Giữ câu trả lời làm bài' }).click();
    await page.getByRole('button', { name: 'Giữ làm bài', exact: true }).click();
    await page.getByText('Đã giữ làm bài “Máy cũ').waitFor();
  });

  it('what keeps an article from being published is said in words, and nothing was sent', async () => {
    const { id, personId } = await asked({ text: 'máy thuê có được không' });
    const page = await look(id);
    await page.getByLabel('Trả lời', { exact: true }).fill('Không ạ!\nMáy thuê\nthì không.');
    await page.getByLabel('Giữ câu trả lời này làm bài').check();
    await page.getByRole('button', { name: 'Trả lời và giữ làm bài' }).click();
    const alert = page
      .getByRole('alert')
      .filter({ hasText: 'Bài chưa giữ được, nên chưa có gì được gửi hay thay đổi.' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain('nhiều nhất 2 dòng');
    expect(await alert.textContent()).toContain('dấu chấm than');
    expect(await console.server.db.delivery.count({ where: { personId, kind: 'officer' } })).toBe(0);
    await page.getByLabel('Lời của bài').fill('Máy thuê thì không.');
    await page.getByRole('button', { name: 'Trả lời và giữ làm bài' }).click();
    await page.getByText('Đã giữ làm bài').waitFor();
  });

  it('late questions stand first under today, marked in a word and a shape, also with a new time promised', async () => {
    const { db } = console.server;
    await asked({ text: 'Câu còn hạn', promisedAt: hoursAgo(-30), at: hoursAgo(20) });
    const late = await asked({ text: 'Câu đã hẹn lại', promisedAt: hoursAgo(-31), at: hoursAgo(60) });
    await db.delivery.create({
      data: {
        ...{ id: late.id, key: `late/${late.id}/${hoursAgo(1).getTime()}`, kind: 'reminder', status: 'sent' },
        ...{ personId: late.personId, contactId: late.contactId, content: { text: '', choices: [] } },
        ...{ notBefore: hoursAgo(1), createdAt: hoursAgo(1), settledAt: hoursAgo(1) },
      },
    });
    const page = await open('/', { as: 'officer' });
    const rows = page.getByRole('region', { name: 'Câu hỏi chờ trả lời' }).getByRole('row');
    const first = rows.filter({ hasText: 'Quá hẹn' });
    await first.first().waitFor();
    const texts = await rows.allTextContents();
    const at = (text: string): number => texts.findIndex((row) => row.includes(text));
    expect(at('Câu đã hẹn lại')).toBeGreaterThan(-1);
    expect(at('Câu đã hẹn lại')).toBeLessThan(at('Câu còn hạn'));
    const row = rows.filter({ hasText: 'Câu đã hẹn lại' });
    expect(await row.textContent()).toMatch(/Trợ lý trả lời chưa đúng[\s\S]*Quá hẹn[\s\S]*hẹn lại trước 16 giờ 05/);
    expect(await row.locator('svg').count()).toBeGreaterThan(0);
    await page.getByText('câu đã quá hẹn').waitFor();
  });
});
