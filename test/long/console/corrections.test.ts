import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../support/browser.ts';
import { sendRequest, TAI_HOAN } from '../../support/establishments.ts';
import { barriers } from '../../support/no-barrier.ts';
import { addPerson, addRequest, type Neighbour } from '../../support/office-people.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const HOUR_MS = 3_600_000;
const LONG_MS = 90_000;
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

describe.runIf(executablePath)('what officers put right in a browser', () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  let mai: Neighbour;
  let id: string;
  let number = 700;

  beforeEach(async () => {
    const wroteAt = new Date(clock.now().getTime() - 5 * HOUR_MS);
    mai = await addPerson(console.server.db, { name: 'Nông Thị Mai', wroteAt });
    number += 1;
    const answers = { need: 'packaging', product: 'Miến dong', 'contact-name': 'Nông Thị Mai', phone: '0900000001' };
    const sent = { personId: mai.personId, code: `KC-2026-0${number}`, at: wroteAt, answers };
    id = await addRequest(console.server.db, sent);
  });

  const officer = (name: string, size = DESKTOP) => open(`/requests/${id}`, { as: 'officer', name, size });
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const confirm = (page: Page, name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const take = async (page: Page): Promise<void> => {
    await press(page, 'Tôi xét phiếu này');
    await confirm(page, 'Tôi xét');
    await page.getByText('Anh/chị đang xét phiếu này.').waitFor();
  };
  const messages = () =>
    console.server.db.delivery.findMany({ where: { personId: mai.personId }, orderBy: { seq: 'asc' } });
  const picture = async (page: Page, name: string): Promise<void> => {
    if (shots === undefined) return;
    await mkdir(shots, { recursive: true });
    const fullPage = !(await page.getByRole('dialog').isVisible());
    await page.screenshot({ path: `${shots}/${name}.png`, fullPage });
  };

  it(
    'an answer is put right for somebody who phones, and put back as it was',
    async () => {
      const { personId } = mai;
      const asked = { id: randomUUID(), personId, kind: 'correct', state: 'waiting', at: clock.now() };
      await console.server.db.dataSubjectRequest.create({ data: asked });
      const page = await open(`/data/${asked.id}`, { as: 'officer', name: 'Nguyễn Thị Hoa', size: PHONE });
      await page.getByText('Sửa câu trả lời ở trang phiếu').waitFor();
      await picture(page, 'asked-to-correct-360');
      await page.getByRole('link', { name: /^KC-2026-07/ }).click();
      await take(page);
      await press(page, 'Sửa mục Số điện thoại');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Đang ghi: 0900 000 001').waitFor();
      await dialog.getByLabel('Câu trả lời mới').fill('chín số');
      await dialog.getByText('Trợ lý chưa đọc ra số điện thoại').waitFor();
      await dialog.getByLabel('Câu trả lời mới').fill('0900 000 009');
      await dialog.getByText('Sẽ ghi: 0900 000 009').waitFor();
      await dialog.getByLabel('Lý do').fill('Đổi số.');
      await dialog.getByTestId('shown').getByText('Sửa theo lời anh/chị nói qua điện thoại.').waitFor();
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'correct-360');
      await confirm(page, 'Sửa');
      const history = page.getByRole('region', { name: 'Diễn biến' });
      await history.getByText('Số điện thoại: 0900 000 001 → 0900 000 009').waitFor();
      expect((await messages()).at(-1)?.content).toMatchObject({ text: expect.stringContaining('Nay: 0900 000 009.') });
      await page.setViewportSize(DESKTOP);
      await picture(page, 'corrected-1280');
      await press(page, 'Trả lại mục Số điện thoại như trước');
      await dialog.getByText('Sẽ ghi: 0900 000 001').waitFor();
      await dialog.getByLabel('Lý do').fill('Sửa nhầm phiếu.');
      await dialog.getByTestId('shown').waitFor();
      await confirm(page, 'Trả lại như trước');
      await history.getByText('Số điện thoại: 0900 000 009 → 0900 000 001').waitFor();
      await page.locator('[data-item="phone"]').getByText('0900 000 001').waitFor();
    },
    LONG_MS,
  );

  it('who owns an establishment is said on the page of its request, and stands on its own page', async () => {
    const { db } = console.server;
    const sent = await sendRequest(db, { personId: mai.personId, values: TAI_HOAN, at: clock.now() });
    const page = await open(`/requests/${sent.id}`, { as: 'officer', name: 'Nguyễn Thị Hoa' });
    await page.getByLabel('Ai làm chủ HTX Tài Hoan').selectOption('women');
    await page.getByText('Đã ghi.', { exact: true }).waitFor();
    await page.goto(`${console.server.origin}/console/establishments/${sent.establishmentId}`);
    const choice = page.getByLabel('Ai làm chủ HTX Tài Hoan');
    await expect.poll(() => choice.inputValue()).toBe('women');
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'owner-establishment-1280');
  });

  it('somebody who phones gets no more news, and the page says since when, how and who wrote it down', async () => {
    const { db } = console.server;
    const yes = { id: randomUUID(), purpose: 'news', textVersion: 'news-1', granted: true, channel: 'web-chat' };
    await db.consentRecord.create({ data: { ...yes, personId: mai.personId, at: clock.now() } });
    await db.person.update({ where: { id: mai.personId }, data: { wantsNews: true } });
    clock.advance(60_000);
    const page = await open(`/data/new/${mai.personId}`, { as: 'officer', name: 'Nguyễn Thị Hoa', size: PHONE });
    await press(page, 'Ghi: không nhận tin nữa');
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'news-off-360');
    await confirm(page, 'Dừng gửi tin');
    await page.getByText('Không nhận tin.').waitFor();
    await page.getByText('Nguyễn Thị Hoa ghi.').waitFor();
    await picture(page, 'news-is-off-360');
    expect(await db.person.findUniqueOrThrow({ where: { id: mai.personId } })).toMatchObject({ wantsNews: false });
  });

  it('of a consent taken back the page says what is not done any more, and offers none of it', async () => {
    const { db } = console.server;
    const given = {
      id: randomUUID(),
      purpose: 'request',
      textVersion: 'request-3',
      granted: true,
      channel: 'web-chat',
    };
    const times = { at: clock.now(), withdrawnAt: clock.now() };
    const page = await officer('Nguyễn Thị Hoa');
    await take(page);
    await page.getByRole('button', { name: 'Chấp nhận' }).waitFor();
    await db.consentRecord.create({ data: { ...given, ...times, personId: mai.personId } });
    await page.reload();
    await page.getByText('Người gửi đã rút đồng ý').waitFor();
    await page.getByRole('button', { name: 'Từ chối' }).waitFor();
    expect(await page.getByRole('button', { name: 'Chấp nhận' }).count()).toBe(0);
    expect(await page.getByLabel('Cần bổ sung: Số điện thoại', { exact: true }).count()).toBe(0);
    await picture(page, 'consent-back-1280');
  });
});
