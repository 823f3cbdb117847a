import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { countSentMessages } from '../../../records/channel-accounts.ts';
import { addReaders, announce, EVERYBODY, planSlice, type Reader } from '../../support/announced.ts';
import { findChromium } from '../../support/browser.ts';
import { expectNoBarrier } from '../../support/no-barrier.ts';
import { MORNING, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const TEXT = 'Bà con chú ý: lớp tập huấn mở ngày 10/12.';

describe.runIf(executablePath)('announcements in a browser', () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  const db = () => console.server.db;
  const last = () => db().announcement.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });

  /** From here on these are all who want news, and nothing has been announced. */
  const onlyReaders = async (count: number, channel = 'zalo-bot'): Promise<Reader[]> => {
    await db().$executeRaw`TRUNCATE "Announcement" CASCADE`;
    await db().person.updateMany({ data: { wantsNews: false } });
    return await addReaders(db(), count, { now: clock.now(), channel, account: 'x' });
  };

  it('is written, counted, shown as people will read it, confirmed, and taken back', async () => {
    await onlyReaders(3);
    await addReaders(db(), 2, { now: clock.now(), wantsNews: false });
    const page = await open('/', { as: 'officer', name: 'Nguyễn Thị Hoa' });
    await page.getByRole('link', { name: 'Tin báo' }).click();
    await page.getByText('Chưa có tin báo nào.').waitFor();
    await page.getByRole('link', { name: 'Soạn tin' }).click();
    await page.getByRole('heading', { name: 'Tin báo mới' }).waitFor();
    await page.getByText('3 người', { exact: true }).waitFor();
    await page.getByText('chưa đồng ý nhận tin').waitFor();
    await page.getByLabel('Nội dung tin').fill(TEXT);
    const shown = page.getByTestId('shown');
    await expect.poll(() => shown.textContent()).toContain(TEXT);
    await page.getByLabel('Nội dung tin').fill('Chào {tenn}');
    await page.getByText('Chưa hiểu chỗ này: {tenn}.').waitFor();
    expect(await page.getByRole('button', { name: 'Gửi…' }).isDisabled()).toBe(true);
    await page.getByLabel('Nội dung tin').fill(`${TEXT} Mời `);
    await page.getByRole('button', { name: 'Chèn tên người' }).click();
    await page.getByLabel('Nhắc tôi: khi có đợt nhận phiếu').check();
    await expect.poll(() => shown.textContent()).toMatch(/Mời Nguyễn Thị Hoa\n[\s\S]*1\. Nhắc tôi$/);
    await expectNoBarrier(page, 'announcement-variables-1280');
    await page.getByLabel('Nhắc tôi: khi có đợt nhận phiếu').uncheck();
    await page.getByLabel('Nội dung tin').fill(TEXT);
    await expect.poll(() => shown.textContent()).not.toContain('Nhắc tôi');
    const previewed = await shown.textContent();
    await expectNoBarrier(page);

    await page.getByRole('button', { name: 'Gửi…' }).click();
    await page.getByRole('heading', { name: 'Gửi cho 3 người?' }).waitFor();
    await page.getByText('Tin bắt đầu đi lúc 9 giờ 10 hôm nay').waitFor();
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'Gửi cho 3 người' }).click();
    await page.getByText('Tin bắt đầu đi sau 5:00.').waitFor();
    await expectNoBarrier(page);
    expect(await last()).toMatchObject({ text: TEXT, confirmedAt: clock.now() });

    await page.getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByText('Nháp', { exact: true }).waitFor();
    expect(await page.getByLabel('Nội dung tin').inputValue()).toBe(TEXT);
    expect(await last()).toMatchObject({ confirmedAt: null });

    await page.getByRole('button', { name: 'Gửi…' }).click();
    await page.getByRole('button', { name: 'Gửi cho 3 người' }).click();
    await page.getByRole('button', { name: 'Thu hồi' }).waitFor();
    const { id } = await last();
    await planSlice(db(), { id, now: new Date(clock.now().getTime() + 5 * 60_000) });
    const [message] = await db().delivery.findMany({ where: { announcementId: id } });
    expect(message?.content).toEqual({ text: previewed, choices: [] });
  });

  it('keeps what is being written when the page is closed, and when it is saved as a draft', async () => {
    const page = await open('/announcements/new', { as: 'officer' });
    await page.getByLabel('Nội dung tin').fill('Mới viết được nửa câu');
    await page.reload();
    await expect.poll(() => page.getByLabel('Nội dung tin').inputValue()).toBe('Mới viết được nửa câu');
    await page.getByText('Máy móc, thiết bị tiên tiến').or(page.getByText('Chương trình đã gửi')).first().click();
    await page.getByLabel('Máy móc, thiết bị tiên tiến').check();
    await page.getByText('Không ai nhận được tin này.').waitFor();
    expect(await page.getByRole('button', { name: 'Gửi…' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Lưu nháp' }).click();
    await page.getByText('Đã lưu.').waitFor();
    expect(await last()).toMatchObject({
      text: 'Mới viết được nửa câu',
      audience: { kind: 'all', of: [{ kind: 'programme', isOneOf: ['advanced-equipment'] }] },
    });
    await page.getByRole('button', { name: 'Xoá nháp' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xoá nháp' }).click();
    await page.getByRole('link', { name: 'Soạn tin' }).waitFor();
    expect(await db().announcement.count({ where: { text: 'Mới viết được nửa câu' } })).toBe(0);
  });

  it('changed by a colleague meanwhile: the page says so, and either words can be kept', async () => {
    await onlyReaders(2);
    const { cookie } = await console.server.hire('officer');
    const post = async (path: string, body: object) =>
      await (
        await console.server.ask(`/staff/api/announcements${path}`, {
          as: cookie,
          body: { requestId: randomUUID(), ...body },
        })
      ).json();
    const { id } = await post('', { text: 'Lời đầu', audience: EVERYBODY });
    const page = await open(`/announcements/${id}`, { as: 'officer' });
    const box = page.getByLabel('Nội dung tin');
    await box.fill('Lời của tôi');
    const { updatedAt } = await last();
    clock.advance(1000);
    await post(`/${id}/deeds`, { deed: { kind: 'changed', text: 'Lời họ', audience: EVERYBODY, seenAt: updatedAt } });
    await page.getByText('Đồng nghiệp vừa sửa tin này.').waitFor();
    expect(await box.inputValue()).toBe('Lời của tôi');
    await page.getByRole('button', { name: 'Lấy bản của đồng nghiệp' }).click();
    await expect.poll(() => box.inputValue()).toBe('Lời họ');
    await box.fill('Lời sau cùng');
    await page.getByRole('button', { name: 'Gửi…' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Gửi cho/ })
      .click();
    await page.getByRole('button', { name: 'Thu hồi' }).waitFor();
    expect(await last()).toMatchObject({ id, text: 'Lời sau cùng', confirmedAt: clock.now() });
    await page.getByRole('link', { name: 'Tin báo' }).first().click();
    await page.getByText('còn 5:00').waitFor();
  });

  it('warns of a number that may be a person’s, and says what a long text costs on Zalo', async () => {
    await onlyReaders(3);
    console.server.deps.zalo = { account: 'x', monthlyLimit: 3000 };
    await countSentMessages(db(), { channel: 'zalo-bot', account: 'x', month: '2026-11', count: 2995 });
    const page = await open('/announcements/new', { as: 'officer' });
    await page.getByLabel('Nội dung tin').fill('Gọi 0900 000 001 gặp chị Lan.');
    await page.getByText('dãy số giống số điện thoại').waitFor();
    await page.getByText('Cần 3 tin Zalo. Tháng này còn 5 trong 3.000 tin.').waitFor();
    await page.getByLabel('Nội dung tin').fill('Bà con xem kỹ từng dòng dưới đây nhé. '.repeat(60));
    await page.getByText('Dài quá 2.000 chữ cái nên tách thành 2 tin').waitFor();
    await page.getByText('Cần 6 tin Zalo. Tháng này còn 5 trong 3.000 tin.').waitFor();
    await page.getByText('chỉ đủ chỗ cho 2 người trên Zalo. 1 người nữa phải gọi điện').waitFor();
    await page.getByText('Telegram', { exact: true }).last().click();
    await page.getByText(/^1 tin, 2\.\d+ chữ cái$/).waitFor();
    await page.getByLabel('Nội dung tin').fill('');
    console.server.deps.zalo = undefined;
  });

  it('shows while it leaves what became of every message, to the last one, and can be stopped', async () => {
    const readers = await onlyReaders(12);
    const { id } = await announce(db(), { text: TEXT, now: new Date(clock.now().getTime() - 6 * 60_000) });
    await planSlice(db(), { id, now: clock.now() });
    const become = (from: number, to: number, data: object) =>
      db().delivery.updateMany({
        where: { announcementId: id, contactId: { in: readers.slice(from, to).map(({ contactId }) => contactId) } },
        data,
      });
    await become(0, 5, { status: 'sent' });
    await become(0, 2, { seenAt: clock.now() });
    await become(5, 6, { status: 'failed', reason: 'blocked' });
    await become(6, 7, { status: 'ambiguous', reason: 'timeout' });
    await become(7, 8, { status: 'skipped', reason: 'said-stop' });
    const all = await db().delivery.count({ where: { announcementId: id } });
    const waiting = all - 8;
    const page = await open(`/announcements/${id}`, { as: 'officer', size: PHONE });
    await page.getByText(`8 trên ${all} người đã xong`).waitFor();
    const table = page.getByRole('table');
    const figures = async (): Promise<Record<string, number>> => {
      const rows = await table.getByRole('row').allInnerTexts();
      return Object.fromEntries(
        rows.map((row) => row.split('\t').map((cell) => cell.trim())).map(([name, n]) => [name, Number(n)]),
      );
    };
    expect(await figures()).toEqual({
      'Đã gửi': 5,
      'trong đó đã xem trên trang trò chuyện': 2,
      'Đang chờ': waiting,
      'Không gửi được': 1,
      'Không rõ tới hay chưa': 1,
      'Bỏ qua: vừa thôi nhận tin': 1,
      'Tất cả': all,
    });
    await expectNoBarrier(page);

    // Two more leave: the open page shows it by itself, and its lines still add up.
    await become(8, 10, { status: 'sent' });
    await page.getByText(`10 trên ${all} người đã xong`).waitFor();
    expect(await figures()).toMatchObject({ 'Đã gửi': 7, 'Đang chờ': waiting - 2, 'Tất cả': all });
    await page.getByRole('button', { name: 'Tạm dừng' }).click();
    await page.getByText(`${waiting - 2} người chưa nhận đang chờ.`).waitFor();
    await expectNoBarrier(page, 'announcement-paused-360');
    await page.getByRole('button', { name: 'Gửi tiếp' }).click();
    await page.getByText('Đang gửi', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Dừng gửi…' }).click();
    await page.getByText(`${waiting - 2} người chưa nhận sẽ không nhận nữa.`).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Dừng gửi' }).click();
    await page.getByText('Đã dừng', { exact: true }).waitFor();
    await expect.poll(figures).toMatchObject({ 'Bỏ qua: cán bộ đã dừng gửi': waiting - 2, 'Tất cả': all });
    const { 'Tất cả': total, 'trong đó đã xem trên trang trò chuyện': _seen, ...lines } = await figures();
    expect(Object.values(lines).reduce((sum, line) => sum + line, 0)).toBe(total);
  });

  it('goes to those who asked about a topic, as many as the page counted', async () => {
    const readers = await onlyReaders(4);
    const lastAskedAt = clock.now();
    const data = readers.slice(0, 2).map(({ personId }) => ({ personId, topic: 'machine', lastAskedAt }));
    await db().personInterest.createMany({ data });
    const page = await open('/announcements/new', { as: 'officer' });
    await page.getByText('4 người', { exact: true }).waitFor();
    await page.getByLabel('Nội dung tin').fill(TEXT);
    await page.getByText('Chủ đề đã hỏi').first().click();
    await page.getByLabel('Máy móc (2 người)').check();
    await page.getByText('2 người', { exact: true }).waitFor();
    await page.getByText('Xã, phường (tên cũ cũng tìm được)').first().click();
    await page.getByLabel('Tìm: Xã, phường').fill('my phuong ba be');
    await page.getByText('Xã Mỹ Phương, Huyện Ba Bể (tên cũ) nay thuộc Xã Thượng Minh').waitFor();
    await page.getByText('Sản phẩm', { exact: true }).first().click();
    await page.getByLabel('Sản phẩm có chữ').fill('miến, không ai làm');
    await page.getByText('Không ai nhận được tin này.').waitFor();
    await expectNoBarrier(page, 'announcement-audience-1280');
    await page.getByLabel('Sản phẩm có chữ').fill('');
    await page.getByText('2 người', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Gửi…' }).click();
    await page.getByRole('button', { name: 'Gửi cho 2 người' }).click();
    await page.getByRole('button', { name: 'Thu hồi' }).waitFor();
    const { id, audience } = await last();
    expect(audience).toEqual({ kind: 'all', of: [{ kind: 'topic', isOneOf: ['machine'] }] });
    await planSlice(db(), { id, now: new Date(clock.now().getTime() + 5 * 60_000) });
    expect(await db().delivery.count({ where: { announcementId: id } })).toBe(2);
  });

  it('for more people than the office has settled, and at a chosen time, waits until a second officer agrees', async () => {
    await onlyReaders(3);
    const head = await open('/announcements', { as: 'administrator' });
    await head.getByText('Tin gửi cho hơn 500 người cần một cán bộ khác duyệt.').waitFor();
    await head.getByRole('button', { name: 'Đổi…' }).click();
    await head.getByLabel('Duyệt khi hơn số người này').fill('2');
    await expectNoBarrier(head);
    await head.getByRole('button', { name: 'Lưu' }).click();
    await head.getByText('Tin gửi cho hơn 2 người cần một cán bộ khác duyệt.').waitFor();

    const page = await open('/announcements/new', { as: 'officer', name: 'Nguyễn Thị Hoa', size: PHONE });
    await page.getByLabel('Nội dung tin').fill(TEXT);
    await page.getByRole('button', { name: 'Gửi…' }).click();
    await page.getByText('Vào lúc khác').first().click();
    await page.getByLabel('Ngày', { exact: true }).fill('2026-11-24');
    await page.getByLabel('Giờ', { exact: true }).fill('21:00');
    await page.getByText('Giờ ấy chưa gửi được.').waitFor();
    await page.getByLabel('Giờ', { exact: true }).fill('08:30');
    await page.getByText('Tin bắt đầu đi lúc 8 giờ 30 ngày mai').waitFor();
    await expectNoBarrier(page, 'announcement-confirm-360');
    await page.getByRole('button', { name: 'Xin duyệt gửi cho 3 người' }).click();
    await page.getByText('Anh/chị bấm gửi nên không tự duyệt được.').waitFor();
    await expectNoBarrier(page, 'announcement-asked-360');
    const { id } = await last();

    const second = await open(`/announcements/${id}`, { as: 'officer', name: 'Trần Văn Nam' });
    await second.getByText('Nguyễn Thị Hoa xin gửi cho 3 người.').waitFor();
    await expectNoBarrier(second, 'announcement-asked-1280');
    await second.getByRole('button', { name: 'Duyệt gửi cho 3 người' }).click();
    await second.getByText('Tin bắt đầu đi từ 8 giờ 30 ngày mai.').waitFor();
    expect(await last()).toMatchObject({ leavesAt: new Date('2026-11-24T01:30:00Z'), approvalPeople: 3 });
    await db().announcementRules.deleteMany();
  });

  it('at night says that it leaves in the morning', async () => {
    clock.set('2026-11-23T14:30:00Z');
    await onlyReaders(1);
    const page = await open('/announcements/new', { as: 'officer', size: PHONE });
    await page.getByLabel('Nội dung tin').fill(TEXT);
    await page.getByRole('button', { name: 'Gửi…' }).click();
    await page.getByText('Ban đêm không gửi. Tin bắt đầu đi từ 7 giờ ngày mai').waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Gửi cho/ })
      .click();
    await page.getByText('Tin bắt đầu đi từ 7 giờ ngày mai.').waitFor();
    await expectNoBarrier(page);
    clock.set(MORNING);
  });

  it('on a narrow phone the list and the page where it is written are whole', async () => {
    for (const path of ['/announcements', '/announcements/new']) {
      const page = await open(path, { as: 'officer', size: PHONE });
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (path.endsWith('new')) await page.getByText('Bây giờ sẽ tới').waitFor();
      for (const details of await page.locator('summary').all()) await details.click();
      await expectNoBarrier(page, path.endsWith('new') ? 'announcement-new-360' : 'announcement-list-360');
    }
  });
});
