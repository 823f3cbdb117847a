import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { countSentMessages } from '../../../records/channel-accounts.ts';
import { keepFirstQuota } from '../../../records/message-quotas.ts';
import { findChromium } from '../../support/browser.ts';
import { expectNoBarrier } from '../../support/no-barrier.ts';
import { addPerson, addRequest } from '../../support/office-people.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const KEY = { channel: 'zalo-bot', account: 'main' };

describe.runIf(executablePath)('the month’s messages in a browser', { timeout: 60_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;

  it('says what is left and for what, whom to phone, and keeps what an administrator looked up', async () => {
    const { db } = console.server;
    const now = clock.now();
    await keepFirstQuota(db, { ...KEY, limit: 3000, now });
    await countSentMessages(db, { ...KEY, month: '2026-11', count: 1200 });
    const { personId, contactId } = await addPerson(db, { name: 'Lê Thị An', wroteAt: now, channel: 'zalo-bot' });
    const commune = { commune: 'Xã Côn Minh', province: 'Tỉnh Thái Nguyên' };
    const answers = { commune, 'contact-name': 'Lê Thị An', phone: '0900000001' };
    await addRequest(db, { personId, code: 'KC-2026-0901', at: now, answers });
    await db.delivery.create({
      data: {
        ...{ id: randomUUID(), key: `reminder/draft/${randomUUID()}/ending-1/${contactId}`, personId, contactId },
        ...{ kind: 'reminder', content: { text: 'nhắc', choices: [] }, status: 'skipped', reason: 'budget' },
        ...{ notBefore: now, createdAt: now, settledAt: now },
      },
    });

    const page = await open('/budget', { as: 'administrator', size: DESKTOP });
    await page.getByText('Còn 1.800 tin', { exact: true }).waitFor();
    await page.getByText('Chưa cán bộ nào kiểm tra hạn mức này.').waitFor();
    await page.getByRole('cell', { name: '0900 000 001' }).waitFor();
    await expectNoBarrier(page, 'budget-1280');
    await page.getByRole('button', { name: 'Ghi hạn mức' }).click();
    await page.getByLabel('Số tin mỗi tháng').fill('1500');
    await page.getByLabel('Giữ lại để trả lời').fill('1501');
    await page.getByText('Không giữ lại nhiều hơn số tin của tháng.').waitFor();
    await page.getByLabel('Giữ lại để trả lời').fill('1400');
    await page.getByLabel('Ngày kiểm tra').fill('2026-11-20');
    await page.getByLabel('Đã đọc trên trang của Zalo').check();
    await page.getByRole('button', { name: 'Ghi lại' }).click();
    await page.getByText('Còn 300 tin', { exact: true }).waitFor();
    await page.getByText('Còn 100 tin cho tin nhắc và tin báo.').waitFor();
    expect(await page.getByText('Chưa cán bộ nào kiểm tra').count()).toBe(0);

    const phone = await open('/budget', { as: 'officer', size: PHONE });
    await phone.getByText('Còn 300 tin', { exact: true }).waitFor();
    await phone.getByText('Lê Thị An').waitFor();
    expect(await phone.getByRole('button', { name: 'Ghi hạn mức' }).count()).toBe(0);
    await expectNoBarrier(phone, 'budget-360');
  });
});
