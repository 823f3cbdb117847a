import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addAuditEntry } from '../../../records/audit.ts';
import { findChromium } from '../../support/browser.ts';
import { PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

describe.runIf(executablePath)('the audit log in a browser', { timeout: 60_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };

  it('an administrator sees who looked at a request, and finds it by officer, kind, code and day', async () => {
    const lan = await open('/requests', { as: 'officer', name: 'Triệu Thị Lan' });
    await lan.getByRole('link', { name: 'KC-2026-0123' }).click();
    await lan.getByRole('heading', { level: 1 }).filter({ hasText: 'KC-2026-0123' }).waitFor();

    const chief = await open('/officers', { as: 'administrator', name: 'Lý Văn Chính' });
    await chief.getByRole('link', { name: 'Nhật ký' }).click();
    await chief.getByRole('heading', { name: 'Nhật ký' }).waitFor();
    const line = chief.getByRole('row').filter({ hasText: 'Xem phiếu, hồ sơ' });
    await line.filter({ hasText: 'Triệu Thị Lan' }).filter({ hasText: '9 giờ 05 ngày 23/11/2026' }).waitFor();
    await shoot(chief, 'audit');
    await chief.getByLabel('Ai làm').selectOption({ label: 'Triệu Thị Lan' });
    await chief.getByLabel('Loại việc').selectOption({ label: 'Chỉ việc thay đổi' });
    await chief.getByLabel('Về việc gì').selectOption({ label: 'Phiếu, hồ sơ, đề án' });
    await chief.getByText('Không có dòng nào khớp').waitFor();
    await chief.getByRole('button', { name: 'Bỏ mọi điều kiện' }).click();
    await chief.getByRole('searchbox').fill('kc-2026-0123');
    await line.getByRole('link', { name: 'KC-2026-0123' }).waitFor();
    await chief.getByLabel('Từ ngày').fill('2026-11-24');
    await chief.getByText('Không có dòng nào khớp').waitFor();
    await chief.getByLabel('Đến ngày').fill('2026-11-23');
    await chief.getByText('Ngày đầu đang sau ngày cuối').waitFor();
    await chief.getByLabel('Từ ngày').fill('2026-11-23');
    await line.getByRole('link', { name: 'KC-2026-0123' }).click();
    await chief.getByRole('heading', { level: 1 }).filter({ hasText: 'KC-2026-0123' }).waitFor();
  });

  it('is read on a phone, goes on past its first page, and nothing in it is a barrier', async () => {
    const { id } = await console.server.hire('officer', 'Nguyễn Thị Hoa');
    for (let n = 0; n < 31; n += 1) {
      const entry = { actorId: id, action: 'photo.read', subjectKind: 'StoredFile', subjectId: String(n) };
      await addAuditEntry(console.server.db, { id: randomUUID(), now: clock.now(), ...entry });
    }
    const page = await open(`/audit?by=${id}&of=StoredFile`, { as: 'administrator', size: PHONE });
    await page.getByRole('table').getByText('Xem ảnh').nth(29).waitFor();
    await page.getByRole('button', { name: /thêm/i }).click();
    await page.getByRole('table').getByText('Xem ảnh').nth(30).waitFor();
    await shoot(page, 'audit-phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id: rule, nodes }) => [rule, nodes.length])).toEqual([]);
  });

  it('an officer reads whom to ask', async () => {
    const page = await open('/audit', { as: 'officer' });
    await page.getByText('Nhật ký dành cho quản trị').waitFor();
  });
});
