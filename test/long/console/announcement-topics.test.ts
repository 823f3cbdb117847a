import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addReaders, planSlice, type Reader } from '../../support/announced.ts';
import { findChromium } from '../../support/browser.ts';
import { expectNoBarrier } from '../../support/no-barrier.ts';
import { useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const TEXT = 'Bà con chú ý: lớp tập huấn mở ngày 10/12.';

describe.runIf(executablePath)('an announcement in a browser', () => {
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

  it('about a topic goes to who follows it, as many as the page counted; a province names those of before', async () => {
    const readers = await onlyReaders(3);
    const said = {
      wanted: true,
      textVersion: 'follow-1',
      channel: 'terminal',
      startedAt: clock.now(),
      topic: 'tariffs',
    };
    const personId = readers[0]?.personId ?? '';
    await db().followedTopic.create({ data: { ...said, id: randomUUID(), personId } });
    await db().person.update({ where: { id: personId }, data: { provinceCode: '19' } });
    const page = await open('/announcements/new', { as: 'officer' });
    await page.getByLabel('Nội dung tin').fill(TEXT);
    await page.getByText('3 người', { exact: true }).waitFor();
    await page.getByLabel('Tin về').selectOption('tariffs');
    await page.getByText('1 người', { exact: true }).waitFor();
    await page.getByText('1 người nhận, trong đó 1 người theo dõi riêng loại tin này.').waitFor();
    await page.getByText('Theo dõi riêng loại tin', { exact: true }).first().click();
    await page.getByLabel('Thuế xuất nhập khẩu (1 người)').check();
    await page.getByText('Tỉnh', { exact: true }).first().click();
    await page.getByLabel('Thái Nguyên, gồm Bắc Kạn cũ').check();
    await page.getByLabel('Đăng ký: gửi phiếu nhu cầu').check();
    await page.getByText('Telegram', { exact: true }).last().click();
    await page.getByTestId('buttons').getByText('Đăng ký', { exact: true }).waitFor();
    await expectNoBarrier(page, 'announcement-topic-1280');
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoBarrier(page, 'announcement-topic-360');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Gửi…' }).click();
    await page.getByRole('button', { name: 'Gửi cho 1 người' }).click();
    await page.getByRole('button', { name: 'Thu hồi' }).waitFor();
    const { id, topic, audience } = await last();
    expect({ topic, audience }).toEqual({
      topic: 'tariffs',
      audience: {
        kind: 'all',
        of: [
          { kind: 'province', isOneOf: ['19'] },
          { kind: 'follows', isOneOf: ['tariffs'] },
        ],
      },
    });
    await planSlice(db(), { id, now: new Date(clock.now().getTime() + 5 * 60_000) });
    expect((await db().delivery.findMany({ where: { announcementId: id } })).map((row) => row.personId)).toEqual([
      personId,
    ]);
  });
});
