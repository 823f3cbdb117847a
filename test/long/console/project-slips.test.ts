import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser.ts';
import { useConsole } from '../../web/console/console-in-browser.ts';
import { APPROVE, createProjects, PROPOSE, shoot } from './project-life.ts';

const executablePath = findChromium();

describe.runIf(executablePath)('an officer in a hurry with a project, in a browser', { timeout: 90_000 }, () => {
  const console = useConsole(executablePath ?? '', { hasLibrary: true });
  const { open } = console;
  const { add, bring, step, told, lastRead } = createProjects(console);
  const goTo = (page: Page, id: string) => page.goto(`${console.server.origin}/console/requests/${id}`);
  const deeds = (id: string, kind: string) =>
    console.server.db.applicationEvent.count({ where: { applicationId: id, kind } });

  it('types sums that cannot be: each says what to do, what odd ones are held against, and nothing typed is lost', async () => {
    const price = { minVnd: 400_000_000, maxVnd: 400_000_000 };
    const { db } = console.server;
    const { id } = await add({ price });
    await db.application.update({ where: { id }, data: { programme: 'advanced-equipment' } });
    const page = await open('/', { as: 'officer', name: 'Nguyễn Thị Hoa' });
    await bring(page, id, 'propose');
    await goTo(page, id);
    await page.getByRole('button', { name: 'Ghi được duyệt' }).click();
    const dialog = page.getByRole('dialog');
    const send = dialog.locator('button[type=submit]');
    const national = dialog.getByLabel('Quốc gia hỗ trợ');
    await dialog.getByText('Còn thiếu: Vốn đối ứng của cơ sở.').waitFor();
    await dialog.getByLabel('Vốn đối ứng của cơ sở').fill('100 triệu');
    await national.fill('-5 triệu');
    await dialog.getByText('Số tiền không thể âm.').waitFor();
    await dialog.getByText('Sửa mục đang báo lỗi ở trên').waitFor();
    expect(await send.isDisabled()).toBe(true);
    await national.fill('0');
    await dialog.getByText('Số tiền là 0 đồng. Anh/chị ghi số lớn hơn 0').waitFor();
    expect(await send.isDisabled()).toBe(true);
    await shoot(page, 'slip-zero');
    await national.fill('310 triệu');
    await dialog.getByText('Mức hỗ trợ lớn hơn số đã đề nghị (300 triệu đồng).').waitFor();
    await dialog.getByText('nhiều nhất 200 triệu đồng').waitFor();
    await national.fill('200 triệu');
    await dialog.getByText('cơ sở phải lo từ 200 triệu đồng, số ghi ở vốn đối ứng thấp hơn').waitFor();
    await dialog.getByLabel('Số quyết định').fill('12/QĐ-BCT');
    await dialog.getByText('Còn thiếu: Ngày quyết định.').waitFor();
    await shoot(page, 'slip-doubt');
    // Closed by mistake, and the page loaded anew: what was typed is there.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: 'Ghi được duyệt' }).click();
    expect(await national.inputValue()).toBe('200 triệu');
    expect(await dialog.getByLabel('Số quyết định').inputValue()).toBe('12/QĐ-BCT');
    await dialog.getByLabel('Số quyết định').fill('');
    await dialog.locator('button[type=submit]:enabled').click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ghi hợp đồng' }).waitFor();
  });

  it('with a line that breaks in the middle, and two presses: it is told, nothing typed is lost, and it is recorded once', async () => {
    const { id, personId } = await add();
    const page = await open('/', { as: 'officer', name: 'Trần Văn Nam' });
    await bring(page, id, 'propose');
    const before = await told(personId);
    await goTo(page, id);
    await page.getByRole('button', { name: 'Ghi được duyệt' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Vốn đối ứng của cơ sở').fill('350 triệu');
    const send = dialog.locator('button[type=submit]:enabled');
    await send.waitFor();
    // The answer is lost on its way back: it may have been recorded.
    await page.route('**/deeds', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await send.click();
    await dialog.getByRole('alert').waitFor();
    await shoot(page, 'slip-line');
    expect(await dialog.getByLabel('Vốn đối ứng của cơ sở').inputValue()).toBe('350 triệu');
    await page.unroute('**/deeds');
    // Pressed again, twice: under the same id it is the same deed.
    await dialog.locator('button[type=submit]').dblclick({ force: true });
    await page.getByRole('button', { name: 'Ghi hợp đồng' }).waitFor();
    expect(await deeds(id, 'approved')).toBe(1);
    expect(await told(personId)).toBe(before + 1);
  });

  it('in two tabs, on a page that is out of date: what a colleague did is told, and the step is taken once', async () => {
    const { id, personId } = await add();
    const page = await open('/', { as: 'officer', name: 'Lý Thị Cúc' });
    await bring(page, id, 'propose');
    await goTo(page, id);
    const other = await page.context().newPage();
    await goTo(other, id);
    for (const [tab, own] of [
      [page, '350 triệu'],
      [other, '360 triệu'],
    ] as const) {
      // A page that is not looked at is in no hurry to answer.
      await tab.bringToFront();
      await tab.getByRole('button', { name: 'Ghi được duyệt' }).click();
      await tab.getByRole('dialog').getByLabel('Vốn đối ứng của cơ sở').fill(own);
      await tab.getByRole('dialog').locator('button[type=submit]:enabled').waitFor();
    }
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const stale = other.getByRole('dialog');
    const press = stale.locator('button[type=submit]:enabled');
    // The live line may have told it already; then there is nothing to press.
    if ((await press.count()) > 0) await press.click().catch(() => undefined);
    await stale.getByRole('alert').waitFor();
    await shoot(other, 'slip-stale');
    await stale.getByRole('button', { name: 'Thôi' }).click();
    await other.getByRole('button', { name: 'Ghi hợp đồng' }).waitFor();
    expect(await deeds(id, 'approved')).toBe(1);
    // Back and forth again: nothing opens by itself, and nothing is done twice.
    await other.goto(`${console.server.origin}/console/projects?year=2027`);
    await other.goBack();
    await other.getByRole('button', { name: 'Ghi hợp đồng' }).waitFor();
    expect(await other.getByRole('dialog').count()).toBe(0);
    expect(await lastRead(personId)).toMatch(/được duyệt/);
  });

  it('with the keyboard alone: from the list to the step, through its fields, and back to where one was', async () => {
    const { id, code } = await add();
    const page = await open('/', { as: 'officer', name: 'Hoàng Văn Bình' });
    await bring(page, id);
    await step(page, id, 'propose', PROPOSE);
    await step(page, id, 'approve', APPROVE);
    await page.goto(`${console.server.origin}/console/projects?year=2027`);
    await page.getByRole('link', { name: code }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: code }).waitFor();
    const button = page.getByRole('button', { name: 'Ghi hợp đồng' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type('07/HĐ-KC');
    await dialog.getByLabel('Ngày ký').fill('2026-11-20');
    await dialog.getByLabel('Làm đến hết ngày').fill('2027-11-30');
    await dialog.locator('button[type=submit]:enabled').waitFor();
    await dialog.getByLabel('Số hợp đồng').press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('số 07/HĐ-KC').first().waitFor();
  });
});
