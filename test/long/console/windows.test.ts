import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { wishReminders } from '../../../records/reminder-wishes.ts';
import { createWindow } from '../../../records/windows.ts';
import { findChromium } from '../../support/browser.ts';
import { expectNoBarrier } from '../../support/no-barrier.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

describe.runIf(executablePath)('application windows in a browser', { timeout: 60_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };
  const wish = (personId: string) =>
    console.server.db.$transaction((tx) =>
      wishReminders(tx, { id: randomUUID(), personId, programme: 'any', now: clock.now() }),
    );
  const enter = async (given: { opensAt: string; closesAt: string; communeCodes?: string[] }): Promise<string> => {
    const id = randomUUID();
    const { communeCodes = [] } = given;
    await console.server.db.$transaction((tx) =>
      createWindow(tx, {
        ...{ id, programme: 'advanced-equipment', note: '', provinceCodes: [], communeCodes, now: clock.now() },
        ...{ opensAt: new Date(given.opensAt), closesAt: new Date(given.closesAt) },
      }),
    );
    return id;
  };

  afterEach(async () => {
    const { db } = console.server;
    await db.delivery.deleteMany({ where: { windowId: { not: null } } });
    await db.applicationWindow.deleteMany();
    await db.reminderWish.deleteMany();
  });

  it('the empty page says what to do; a window is entered after each of its messages was read', async () => {
    await wish(console.village.mai.personId);
    const page = await open('/windows', { as: 'officer' });
    await page.getByText('Chưa có đợt nào').waitFor();
    await shoot(page, 'empty');
    await page.getByRole('link', { name: 'Mở đợt mới' }).click();
    await page.getByText('Chọn ngày bắt đầu và ngày hết hạn').waitFor();

    const closes = page.getByRole('group', { name: 'Hết hạn' });
    await closes.getByLabel('Ngày').fill('2026-11-20');
    await page.getByText('Hết hạn phải sau lúc bắt đầu nhận.').waitFor();
    await closes.getByLabel('Ngày').fill('2026-12-25');
    await page.getByText('Lúc này có 1 người sẽ được nhắc').waitFor();
    await page.getByLabel('Lời nhắn thêm').fill('Mang theo báo giá của hai nơi bán.');
    await page.getByText('Còn 3 ngày, đến 17 giờ thứ Sáu 25/12, là hết hạn nhận phiếu').waitFor();
    await page.getByText('Mang theo báo giá của hai nơi bán.').first().waitFor();
    const rounds = page.getByRole('listitem').filter({ hasText: 'Trước hạn 3 giờ' });
    await rounds.getByText('14 giờ thứ Sáu 25/12').waitFor();
    await page.getByLabel('Trước hạn 3 giờ').uncheck();
    await rounds.waitFor({ state: 'detached' });
    await page.getByLabel('Trước hạn 10 ngày').check();
    await page.getByRole('listitem').filter({ hasText: 'Trước hạn 10 ngày' }).waitFor();
    await shoot(page, 'new');
    await page.getByRole('button', { name: 'Mở đợt' }).click();

    await page.getByRole('heading', { name: 'Máy móc, thiết bị tiên tiến' }).waitFor();
    await page.getByText('Từ 8 giờ thứ Ba 24/11 đến 17 giờ thứ Sáu 25/12').waitFor();
    await shoot(page, 'one');
    const stands = await console.server.db.applicationWindow.findMany();
    expect(stands).toMatchObject([
      {
        opensAt: new Date('2026-11-24T01:00:00Z'),
        closesAt: new Date('2026-12-25T10:00:00Z'),
        note: 'Mang theo báo giá của hai nơi bán.',
        communeCodes: [],
        kind: 'application',
        rule: {
          opening: true,
          before: ['14-days', '10-days', '7-days', '3-days', '1-day'],
          whom: ['wished', 'unfinished'],
        },
      },
    ]);
  });

  it('a change says who will hear of it and what is dropped, before it is made', async () => {
    const { personId, contactId } = console.village.mai;
    await wish(personId);
    const id = await enter({ opensAt: '2026-11-10T01:00:00Z', closesAt: '2026-12-10T10:00:00Z' });
    const row = (which: string, status: string) => ({
      ...{ id: randomUUID(), key: `reminder/window/${id}/v1/${which}/${contactId}`, personId, contactId, status },
      ...{ kind: 'reminder', content: { text: 'x', choices: [] }, windowId: id, windowVersion: 1 },
      ...{ notBefore: clock.now(), createdAt: clock.now() },
    });
    await console.server.db.delivery.createMany({ data: [row('opening', 'sent'), row('14-days', 'waiting')] });
    const page = await open(`/windows/${id}`, { as: 'officer' });
    await page.getByText('1 đã đi, 1 đang chờ').waitFor();
    expect(await page.getByText('không rõ tới hay chưa').count()).toBe(0);
    await console.server.db.delivery.create({ data: row('21-days', 'ambiguous') });
    await page.reload();
    await page.getByText('1 tin không rõ tới hay chưa. Trợ lý không gửi lại').waitFor();
    await expectNoBarrier(page, 'ambiguous-1280');
    await page.setViewportSize(PHONE);
    await expectNoBarrier(page, 'ambiguous-360');
    await page.setViewportSize(DESKTOP);
    await page.getByRole('link', { name: 'Đổi ngày, nơi hoặc cách nhắc' }).click();
    await page.getByText('Ngày và nơi nhận không đổi').waitFor();
    await page.getByRole('group', { name: 'Hết hạn' }).getByLabel('Ngày').fill('2026-12-30');
    await page.getByText('1 người đã biết ngày cũ sẽ được báo ngày mới.').waitFor();
    await page.getByText('1 tin đang chờ sẽ bị bỏ').waitFor();
    await shoot(page, 'change');
    await page.getByRole('button', { name: 'Đổi', exact: true }).click();
    await page.getByText('Từ 8 giờ thứ Ba 10/11 đến 17 giờ thứ Tư 30/12').waitFor();
    expect(await console.server.db.delivery.count({ where: { windowId: id, reason: 'replaced' } })).toBe(1);

    await page.getByRole('button', { name: 'Dừng đợt này' }).click();
    await page.getByText('1 người đã biết đợt này sẽ được báo là đã dừng.').waitFor();
    await shoot(page, 'withdraw');
    await page.getByRole('dialog').getByRole('button', { name: 'Dừng đợt' }).click();
    await page.getByText('Đã dừng', { exact: true }).first().waitFor();
    expect(await console.server.db.applicationWindow.findUnique({ where: { id } })).toMatchObject({
      withdrawnAt: clock.now(),
    });
  });

  it('on a phone the list shows what is open, to come and over; communes are found without their accents', async () => {
    await enter({ opensAt: '2026-11-10T01:00:00Z', closesAt: '2026-12-10T10:00:00Z' });
    await enter({ opensAt: '2026-12-20T01:00:00Z', closesAt: '2027-01-20T10:00:00Z', communeCodes: ['02185'] });
    await enter({ opensAt: '2026-10-01T01:00:00Z', closesAt: '2026-11-01T10:00:00Z' });
    const page = await open('/windows', { as: 'officer', size: PHONE });
    for (const name of ['Đang nhận', 'Sắp tới', 'Đã qua']) await page.getByRole('heading', { name }).waitFor();
    await page.getByText('1 xã, phường: Xã Côn Minh').waitFor();
    await shoot(page, 'list-phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    await page.getByRole('link', { name: 'Mở đợt mới' }).click();
    await page.getByLabel('Một số xã, phường').check();
    await page.getByText('Chọn ít nhất một xã, phường.').waitFor();
    await page.getByLabel('Tìm xã, phường').fill('con minh');
    await page.getByLabel('Xã Côn Minh').check();
    await page.getByText('Đã chọn 1').waitFor();
    const area = page.getByLabel('Cả vùng Bắc Kạn cũ');
    expect(await area.evaluate((box) => box instanceof HTMLInputElement && box.indeterminate)).toBe(true);
    await area.check();
    await page.getByText('Đã chọn 37').waitFor();
    await page.getByLabel('Xã Côn Minh').uncheck();
    await page.getByText('Đã chọn 36').waitFor();
    expect(await area.isChecked()).toBe(false);
    await expectNoBarrier(page, 'communes-phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
