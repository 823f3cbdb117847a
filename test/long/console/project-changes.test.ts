import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser.ts';
import { barriers } from '../../support/no-barrier.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';
import { createProjects, shoot } from './project-life.ts';

const executablePath = findChromium();

/** Of a row of sums what both funds give together, in millions. */
const allOf = async (row: Locator): Promise<number> => Number(await row.getByRole('cell').last().textContent());

describe.runIf(executablePath)('what changes a project on its way, in a browser', { timeout: 90_000 }, () => {
  const console = useConsole(executablePath ?? '', { hasLibrary: true });
  const { clock, open } = console;
  const { add, bring, step, ask, lastRead } = createProjects(console);

  it('other support of the establishment stands beside the request: the same kind, the same cost, what was paid before', async () => {
    const { db } = console.server;
    const price = { minVnd: 400_000_000, maxVnd: 400_000_000 };
    const here = await add({ price });
    const [paid, sameCost] = [await add({}, here.personId), await add({ price }, here.personId)];
    const times = { createdAt: clock.now(), updatedAt: clock.now() };
    const { id: establishmentId } = await db.establishment.create({ data: { id: randomUUID(), ...times } });
    const ids = [here, paid, sameCost].map(({ id }) => id);
    await db.application.updateMany({ where: { id: { in: ids } }, data: { establishmentId } });
    await db.application.update({ where: { id: sameCost.id }, data: { programme: 'cleaner-production' } });
    const page = await open(`/requests/${here.id}`, { as: 'officer', name: 'Nguyễn Thị Hoa' });
    await bring(page, here.id);
    await bring(page, paid.id, 'begin', { nationalVnd: 100_000_000 });
    clock.set('2027-12-21T02:05:00Z');
    await step(page, paid.id, 'inspect', { inspectedOn: '2027-12-20', passed: true });
    const settled = { paidNationalVnd: 90_000_000, paidLocalVnd: 0, counterpartVnd: 1, settledOn: '2027-12-21' };
    await step(page, paid.id, 'settle', settled);
    clock.set('2026-11-23T02:05:00Z');
    await page.reload();
    const overlaps = page.getByRole('region', { name: 'Hỗ trợ khác của cơ sở này' });
    await overlaps.getByText(`${paid.code}: cùng loại hỗ trợ, đã chi, năm 2027, 90 triệu đồng`).waitFor();
    await overlaps.getByText(`${sameCost.code}: cùng khoản chi, đang xét, năm 2026`).waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'overlap');
    await page.setViewportSize(PHONE);
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'overlap-phone');
    await overlaps.getByRole('link', { name: paid.code }).click();
    await page.getByRole('heading', { name: paid.code }).waitFor();
  });

  it('another amount is granted: who decides is told with its source, the approved sums change, and those of the plan year follow', async () => {
    const { id, personId } = await add();
    const page = await open('/projects?year=2027', { as: 'officer', name: 'Trần Văn Nam' });
    await bring(page, id, 'begin');
    await page.reload();
    const approved = page
      .getByRole('table')
      .first()
      .getByRole('row', { name: /^Được duyệt/ });
    const before = await allOf(approved);
    await ask(id, personId, 'amount', 'Máy lên giá 30 triệu.');
    await page.goto(`${console.server.origin}/console/requests/${id}`);
    const panel = page.getByRole('region', { name: 'Đề án' });
    await panel.getByText('Đổi số tiền: “Máy lên giá 30 triệu.”').waitFor();
    await panel.getByText('Bộ Công Thương quyết định, nếu số tiền tăng.').waitFor();
    await panel.getByText('Thông tư 36/2013/TT-BCT, Điều 11 · Bản sửa đổi chưa đối chiếu').first().waitFor();
    await panel.getByRole('button', { name: 'Ghi được đồng ý' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Bộ Công Thương' }).check();
    await dialog.getByLabel('Quốc gia hỗ trợ').fill('280 triệu');
    await dialog.getByText('= 280.000.000 đồng').waitFor();
    await dialog.locator('button[type=submit]:enabled').waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'amount-granted');
    await dialog.getByRole('button', { name: 'Ghi được đồng ý' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel.getByRole('row', { name: 'Quốc gia 280 triệu đồng' }).waitFor();
    expect(await lastRead(personId)).toMatch(/đổi số tiền\.\nMức hỗ trợ từ nay: 280 triệu đồng/);
    await page.goto(`${console.server.origin}/console/projects?year=2027`);
    await approved.waitFor();
    expect((await allOf(approved)) - before).toBe(30);
  });

  it('another place is refused: the person reads why word for word, and nothing else changes', async () => {
    const { id, personId } = await add();
    const page = await open('/', { as: 'officer', name: 'Lý Thị Cúc', size: PHONE });
    await bring(page, id, 'begin');
    await ask(id, personId, 'place', 'Chuyển xưởng sang xã bên.');
    await page.goto(`${console.server.origin}/console/requests/${id}`);
    const panel = page.getByRole('region', { name: 'Đề án' });
    await panel.getByRole('button', { name: 'Ghi không đồng ý' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Còn thiếu: Ai quyết định, Lý do.').waitFor();
    await dialog.getByRole('radio', { name: /^Cục Đổi mới/ }).check();
    await dialog.getByLabel('Lý do').fill('Xã bên không có trong đề án đã duyệt.');
    await dialog.locator('button[type=submit]:enabled').waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'place-refused-phone');
    await dialog.getByRole('button', { name: 'Ghi không đồng ý' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Đang thực hiện').first().waitFor();
    expect(await lastRead(personId)).toMatch(
      /không đồng ý .* đổi địa điểm\.\nLý do: Xã bên không có trong đề án đã duyệt\./,
    );
    await panel.getByRole('row', { name: 'Quốc gia 250 triệu đồng' }).waitFor();
  });

  it('a request refused out of the plan says so in its panel, and a refusal by mistake goes back into the plan', async () => {
    const { id, code } = await add();
    const page = await open('/', { as: 'officer', name: 'Hoàng Văn Bình' });
    await bring(page, id, 'propose');
    await page.goto(`${console.server.origin}/console/requests/${id}`);
    await page.getByRole('button', { name: 'Từ chối', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Lý do').fill('Kế hoạch năm nay hết tiền.');
    await page.getByRole('dialog').locator('button[type=submit]:enabled').click();
    const panel = page.getByRole('region', { name: 'Đề án' });
    await panel.getByText(/^Hoàng Văn Bình từ chối lúc/).waitFor();
    await panel.getByText('Lý do: Kế hoạch năm nay hết tiền.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'declined');
    // A colleague takes it over first.
    const colleague = await open(`/requests/${id}`, { as: 'officer', name: 'Phạm Thị Lan', size: PHONE });
    await colleague.getByRole('button', { name: 'Tôi xét thay' }).waitFor();
    expect(await barriers(colleague)).toEqual([]);
    await shoot(colleague, 'declined-phone');
    await page.getByRole('button', { name: 'Lùi một bước' }).click();
    await page.getByRole('dialog').getByText('Bước “Từ chối” không còn tính').waitFor();
    await page.getByRole('dialog').getByLabel('Lý do').fill('Nhầm với phiếu khác.');
    await page.getByRole('dialog').locator('button[type=submit]:enabled').click();
    await panel.getByRole('button', { name: 'Ghi được duyệt' }).waitFor();
    // The list finds it by the step of its project, and keeps that in the address.
    await page.goto(`${console.server.origin}/console/requests`);
    const steps = page.getByRole('combobox', { name: 'Đề án, theo bước' });
    await steps.locator('option', { hasText: 'Trong kế hoạch đề nghị (1)' }).waitFor({ state: 'attached' });
    await steps.selectOption('proposed');
    await page.getByRole('link', { name: code }).waitFor();
    expect(new URL(page.url()).search).toBe('?status=proposed');
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'requests-proposed');
    await page.reload();
    await page.getByRole('link', { name: code }).click();
    await page.getByRole('heading', { name: code }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: code }).waitFor();
    await page.setViewportSize(PHONE);
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'requests-proposed-phone');
    await page.setViewportSize(DESKTOP);
  });

  it('an advance is recorded within its limit and its source, partly given back, and the panel holds the sums together', async () => {
    const { db } = console.server;
    const { id, personId } = await add();
    await db.application.update({ where: { id }, data: { programme: 'advanced-equipment' } });
    const page = await open('/', { as: 'officer', name: 'Đỗ Văn Tài' });
    await bring(page, id, 'begin');
    await page.goto(`${console.server.origin}/console/requests/${id}`);
    const panel = page.getByRole('region', { name: 'Đề án' });
    await panel.getByRole('button', { name: 'Ghi tạm ứng' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText('Nguồn quốc gia: tạm ứng nhiều nhất 70% mức được duyệt, là 175 triệu đồng, khi khối lượng')
      .waitFor();
    await dialog.getByLabel('Quốc gia tạm ứng').fill('180 triệu');
    await dialog.getByLabel('Ngày chuyển tiền').fill('2026-11-21');
    await dialog.getByText('tạm ứng vượt 70% mức được duyệt (175 triệu đồng)').waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'advance');
    await dialog.getByLabel('Quốc gia tạm ứng').fill('251 triệu');
    await dialog.getByText('Số tiền lớn hơn mức được duyệt của nguồn đó.').waitFor();
    await shoot(page, 'advance-above');
    await dialog.getByLabel('Quốc gia tạm ứng').fill('150 triệu');
    await dialog.locator('button[type=submit]:enabled').click();
    await dialog.waitFor({ state: 'detached' });
    await panel.getByText('150 triệu đồng (lần cuối 21/11/2026)').waitFor();
    expect(await lastRead(personId)).toMatch(/được tạm ứng 150 triệu đồng .*\n.*phải hoàn lại/);
    await page.getByRole('region', { name: 'Diễn biến' }).getByText('Nguồn quốc gia: 150 triệu đồng, ngày').waitFor();
    await panel.getByRole('button', { name: 'Ghi hoàn lại tạm ứng' }).click();
    await dialog.getByLabel('Trả lại quốc gia').fill('50 triệu');
    await dialog.getByLabel('Ngày trả lại').fill('2026-11-22');
    await dialog.getByLabel('Lý do').fill('Bớt một máy.');
    await dialog.locator('button[type=submit]:enabled').click();
    await dialog.waitFor({ state: 'detached' });
    await panel.getByRole('row', { name: 'Quốc gia 250 triệu đồng 100 triệu đồng' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'advance-held');
    await page.setViewportSize(PHONE);
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'advance-held-phone');
  });

  it('the panel and its dialogs are there in English too', async () => {
    const { id, personId } = await add();
    const page = await open('/account', { as: 'officer', name: 'Vi Thị Sen' });
    await bring(page, id, 'begin');
    await ask(id, personId, 'amount', 'Máy lên giá.');
    await page.locator('label', { hasText: 'English' }).click();
    await page.getByRole('link', { name: 'Requests' }).first().waitFor();
    await page.goto(`${console.server.origin}/console/requests/${id}`);
    await page.getByRole('row', { name: /^National/ }).waitFor();
    await page
      .getByRole('button', { name: /^Record/ })
      .first()
      .waitFor();
    await shoot(page, 'english');
    await page
      .getByRole('button', { name: /grant|agreed|consent/i })
      .first()
      .click();
    await page.getByRole('dialog').getByText('Still missing').waitFor();
    await shoot(page, 'english-dialog');
    const panel = await page.getByRole('region', { name: 'Projects' }).textContent();
    // Only the producer's own words, the names of documents and the office's names are Vietnamese.
    expect(panel).not.toMatch(/đồng ý|quyết định|Kế hoạch|Được duyệt/);
    expect(await barriers(page)).toEqual([]);
  });
});
