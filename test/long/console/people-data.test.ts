import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dataRequestClock } from '../../../core/people-data/data-request-clock.ts';
import { loadHolidays } from '../../../data/holidays/load-holidays.ts';
import { createDataRequest } from '../../../records/data-requests.ts';
import { findChromium } from '../../support/browser.ts';
import { expectNoBarrier } from '../../support/no-barrier.ts';
import { PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

describe.runIf(executablePath)("people's data in a browser", { timeout: 60_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { open } = console;
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };
  const ask = async (): Promise<string> => {
    const id = randomUUID();
    const now = console.clock.now();
    const clock = dataRequestClock({ kind: 'correct', askedAt: now, holidays: loadHolidays() });
    const request = { id, personId: console.village.mai.personId, kind: 'correct', text: 'Tên tôi là Mai' } as const;
    await console.server.db.$transaction((tx) =>
      createDataRequest(tx, { ...request, channel: 'web-chat', clock, now }),
    );
    return id;
  };

  it('the empty page says what would be here', async () => {
    const page = await open('/data', { as: 'officer', size: PHONE });
    await page.getByText('Chưa có yêu cầu nào').waitFor();
    await shoot(page, 'data-empty');
  });

  it('on a phone a request is found with its clocks, answered, put off once and finished', async () => {
    const id = await ask();
    const page = await open('/data', { as: 'officer', size: PHONE });
    await page.getByText('thứ Năm 26/11').waitFor();
    await shoot(page, 'data-list');
    await expectNoBarrier(page);
    await page.getByRole('link', { name: 'Sửa dữ liệu' }).click();
    await page.getByText('Tên tôi là Mai').waitFor();
    await page.getByText('thứ Năm 3/12').waitFor();
    await shoot(page, 'data-one');
    await expectNoBarrier(page);

    await page.getByRole('button', { name: 'Trả lời' }).click();
    await page.getByLabel('Lời gửi người dân').fill('Chị đang sửa.');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByText('Đã trả lời, đang làm').waitFor();
    await page.getByRole('button', { name: 'Gia hạn' }).click();
    await page.getByLabel('Lý do (người dân sẽ đọc)').fill('Cần hỏi lại xã.');
    await shoot(page, 'data-extend');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByText('Đã gia hạn đến').waitFor();
    expect(await page.getByRole('button', { name: 'Gia hạn' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Đã làm xong' }).click();
    await page.getByLabel('Lời gửi người dân').fill('Đã sửa tên.');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByText('Đã báo người dân: Đã sửa tên.').waitFor();
    const row = await console.server.db.dataSubjectRequest.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: 'done', extensionReason: 'Cần hỏi lại xã.', outcome: 'Đã sửa tên.' });
  });

  it('a drill is written down and its page has who is affected, the clock and both drafts', async () => {
    const page = await open('/data/incidents/new', { as: 'officer', size: PHONE });
    await page.getByLabel('Chuyện gì đã xảy ra').fill('Máy tính mất cắp');
    await page.getByLabel('Dữ liệu nhận từ ngày').fill('2026-11-01');
    await page.getByText(/^[1-9]\d* người bị ảnh hưởng/).waitFor();
    await shoot(page, 'incident-new');
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'Lập báo cáo' }).click();
    await page.getByText('BẢN NHÁP DIỄN TẬP – không gửi đi').first().waitFor();
    await page.getByText('9 giờ 05 thứ Năm 26/11').first().waitFor();
    await shoot(page, 'incident-one');
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'Đã báo cơ quan chuyên trách' }).click();
    await page.getByText('Đã báo cơ quan chuyên trách:').waitFor();
  });

  it('an identity card is taken away from the viewer, with its reason, and is no longer among the photos', async () => {
    const { db } = console.server;
    const before = await db.storedFile.count({ where: { removedAt: null } });
    const page = await open(`/requests/${console.village.request}`, { as: 'officer' });
    await page.getByRole('region', { name: 'Ảnh đã gửi' }).getByRole('button').first().click();
    await page.getByRole('dialog').getByText('1/3').waitFor();
    await page.getByRole('button', { name: 'Gỡ ảnh' }).click();
    const confirm = page.getByRole('dialog', { name: 'Gỡ hẳn ảnh này?' });
    expect(await confirm.getByRole('button', { name: 'Gỡ ảnh' }).isDisabled()).toBe(true);
    await confirm.getByLabel('Ảnh giấy tờ tuỳ thân, không ai yêu cầu').click();
    await shoot(page, 'photo-remove');
    await confirm.getByRole('button', { name: 'Gỡ ảnh' }).click();
    await confirm.waitFor({ state: 'detached' });
    expect(await db.storedFile.count({ where: { removedAt: null } })).toBe(before - 1);
    expect(await db.storedFile.findFirst({ where: { removedAt: { not: null } } })).toMatchObject({
      ...{ removedWhy: 'identity-card', byteSize: 0 },
    });
  });
});
