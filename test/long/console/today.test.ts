import { randomUUID } from 'node:crypto';
import { describe, it } from 'vitest';
import { pauseAccount } from '../../../records/channel-accounts.ts';
import { findChromium } from '../../support/browser.ts';
import { expectNoBarrier } from '../../support/no-barrier.ts';
import { PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();

describe.runIf(executablePath)('today in a browser', () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;

  it('tells what is in trouble in a sentence with where to go, on a phone too, and nothing when all is well', async () => {
    const { db } = console.server;
    const well = await open('/', { as: 'officer' });
    await well.getByRole('heading', { name: 'Phiếu mới' }).waitFor();
    if ((await well.getByLabel('Cần xem ngay').count()) > 0) throw new Error('All is well, and trouble is told.');

    const until = new Date(clock.now().getTime() + 3_600_000);
    const zalo = { channel: 'zalo-bot', account: '1', until, now: clock.now() };
    await pauseAccount(db, { ...zalo, reason: 'quota-exhausted' });
    await db.announcement.create({
      data: {
        ...{ id: randomUUID(), text: 'Lớp mở ngày 10/12.', audience: { kind: 'all', of: [] }, approvalPeople: 900 },
        ...{ createdById: 'officer', createdAt: clock.now(), updatedAt: clock.now(), confirmedAt: clock.now() },
      },
    });
    await well.getByText('Zalo đã hết số tin của tháng').waitFor();
    await expectNoBarrier(well, 'today-trouble');
    const phone = await open('/', { as: 'officer', size: PHONE });
    const asked = phone.getByRole('listitem').filter({ hasText: '1 tin báo chờ cán bộ thứ hai đồng ý' });
    await asked.waitFor();
    await expectNoBarrier(phone, 'today-trouble-phone');
    await asked.getByRole('link', { name: 'Tin báo' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Tin báo' }).waitFor();
  });
});
