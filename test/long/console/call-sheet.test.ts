import { describe, expect, it } from 'vitest';
import { announce, planSlice } from '../../support/announced.ts';
import { findChromium } from '../../support/browser.ts';
import { expectNoBarrier } from '../../support/no-barrier.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const shots = process.env.SHOTS;
const TEXT = 'Bà con chú ý: lớp tập huấn mở ngày 10/12.';

describe.runIf(executablePath)('the call sheet in a browser', { timeout: 60_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;

  /** Sent and stopped: of six in two communes each became something else. */
  const stopped = async (): Promise<string> => {
    const { db } = console.server;
    const now = clock.now();
    await db.person.updateMany({ data: { wantsNews: false } });
    const people = ['Lê Thị An', 'Hoàng Văn Bình', 'Ma Thị Chi', 'Nông Văn Dũng', 'Lý Thị Em', 'Triệu Văn Giang'];
    const ids: string[] = [];
    for (const [at, name] of people.entries()) {
      const { personId } = await addPerson(db, { name, wroteAt: now, channel: 'zalo-bot' });
      await db.person.update({ where: { id: personId }, data: { wantsNews: true } });
      const commune = at % 2 === 0 ? 'Xã Côn Minh' : 'Xã Thượng Minh';
      const answers = {
        ...{ commune: { commune, province: 'Tỉnh Thái Nguyên' }, establishment: `Miến dong ${name.split(' ').at(-1)}` },
        ...{ 'contact-name': name, ...(at === 4 ? {} : { phone: `090000000${at}` }) },
      };
      await addRequest(db, { personId, code: `KC-2026-09${at}`, at: now, answers });
      ids.push(personId);
    }
    const { id } = await announce(db, { text: TEXT, now: new Date(now.getTime() - 6 * 60_000) });
    await planSlice(db, { id, now });
    const outcomes = [
      ...[{ status: 'sent' }, { status: 'failed', reason: 'blocked' }, { status: 'ambiguous', reason: 'timeout' }],
      ...[
        { status: 'skipped', reason: 'stopped' },
        { status: 'skipped', reason: 'stopped' },
      ],
      { status: 'skipped', reason: 'said-stop' },
    ];
    for (const [at, data] of outcomes.entries()) {
      await db.delivery.updateMany({ where: { announcementId: id, personId: ids[at] }, data });
    }
    await db.announcement.update({ where: { id }, data: { stoppedAt: now } });
    return id;
  };

  it('lists by commune whom to phone, on a screen, a phone and paper, and is taken along as a workbook', async () => {
    const id = await stopped();
    const page = await open(`/announcements/${id}`, { as: 'officer', size: DESKTOP });
    await page.getByText('Đã dừng', { exact: true }).waitFor();
    await expectNoBarrier(page, 'announcement-stopped-1280');
    await page.getByRole('link', { name: 'Danh sách cần gọi điện' }).click();
    await page.getByText('4 người chưa nhận được tin.').waitFor();
    await page.getByText('1 người đã thôi nhận tin: không gọi.').waitFor();
    const tables = page.getByRole('table');
    expect(await tables.count()).toBe(2);
    const shown = await tables.first().getByRole('row').allInnerTexts();
    expect(shown.map((row) => row.split(/\s*[\t\n]\s*/).filter(Boolean))).toEqual([
      ['Người', 'Điện thoại', 'Vì sao chưa tới'],
      ['Lý Thị Em', 'Miến dong Em', 'chưa có số', 'cán bộ dừng gửi trước khi tới lượt'],
      ['Ma Thị Chi', 'Miến dong Chi', '0900 000 002', 'không rõ tới hay chưa'],
    ]);
    await expectNoBarrier(page, 'calls-1280');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải Excel' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('can-goi-dien-2026-11-23.xlsx');
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Đã gọi').first().waitFor();
    expect(await page.getByText(TEXT).filter({ visible: true }).count()).toBe(2);
    if (shots !== undefined) await page.pdf({ path: `${shots}/calls.pdf`, format: 'A4' });

    const phone = await open(`/announcements/${id}/calls`, { as: 'officer', size: PHONE });
    await phone.getByText('4 người chưa nhận được tin.').waitFor();
    await expectNoBarrier(phone, 'calls-360');
    await phone.locator(`a[href$="/announcements/${id}"]`).click();
    await phone.getByText('Tải danh sách cần gọi').waitFor();
    await expectNoBarrier(phone, 'announcement-stopped-360');
  });

  it('is there before an announcement leaves: the confirmation leads to those whom it will not reach', async () => {
    const { db } = console.server;
    await db.person.updateMany({ data: { wantsNews: false } });
    const now = clock.now();
    for (const [at, name] of ['Dương Thị Hoa', 'Bế Văn Khôi', 'Nông Thị Lê'].entries()) {
      const { personId, contactId } = await addPerson(db, { name, wroteAt: now, channel: 'zalo-bot' });
      await db.person.update({ where: { id: personId }, data: { wantsNews: true } });
      const place = { commune: 'Xã Côn Minh', province: 'Tỉnh Thái Nguyên' };
      const answers = { commune: place, establishment: 'Miến dong', 'contact-name': name, phone: `091000000${at}` };
      await addRequest(db, { personId, code: `KC-2026-19${at}`, at: now, answers });
      if (at === 0) await db.contact.update({ where: { id: contactId }, data: { state: 'unreachable' } });
    }
    console.server.deps.zalo = { account: 'x', monthlyLimit: 1 };
    const page = await open('/announcements/new', { as: 'officer', size: PHONE });
    await page.getByLabel('Nội dung tin').fill(TEXT);
    await page.getByText('1 người nữa phải gọi điện.').waitFor();
    await page.getByRole('button', { name: 'Gửi…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 người nữa phải gọi điện.').waitFor();
    await dialog.getByText('1 người đồng ý nhận tin nhưng không kênh nào còn nhắn được').waitFor();
    await expectNoBarrier(page, 'confirm-with-calls-360');
    const [ahead] = await Promise.all([
      page.context().waitForEvent('page'),
      dialog.getByRole('link', { name: 'Xem ai cần gọi điện' }).click(),
    ]);
    await ahead.getByText('2 người sẽ không nhận được tin.').waitFor();
    await ahead.getByText('Dương Thị Hoa').waitFor();
    await expectNoBarrier(ahead, 'calls-ahead-360');
    await ahead.setViewportSize(DESKTOP);
    await expectNoBarrier(ahead, 'calls-ahead-1280');
    const [file] = await Promise.all([
      ahead.waitForEvent('download'),
      ahead.getByRole('button', { name: 'Tải Excel' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('can-goi-truoc-2026-11-23.xlsx');
    await dialog.getByRole('button', { name: /^Gửi cho/ }).click();
    await page.getByRole('button', { name: 'Thu hồi' }).waitFor();
    await expectNoBarrier(page, 'announcement-held-360');
    console.server.deps.zalo = undefined;
  });
});
