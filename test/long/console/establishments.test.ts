import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addMember } from '../../../records/establishment-members.ts';
import { findChromium } from '../../support/browser.ts';
import { DONG_PHUC, sendRequest, TAI_HOAN } from '../../support/establishments.ts';
import { barriers } from '../../support/no-barrier.ts';
import { addPerson } from '../../support/office-people.ts';
import { DESKTOP, PHONE, useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

describe.runIf(executablePath)('the establishments of the office, in a browser', { timeout: 90_000 }, () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  let last = 0;
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/establishments-${name}.png`, fullPage: true });
  };
  const send = async (name: string, values = {}) => {
    const { db } = console.server;
    last += 1;
    const at = new Date(clock.now().getTime() - 3_600_000 + last * 60_000);
    const { personId } = await addPerson(db, { name, wroteAt: at });
    const filed = { ...TAI_HOAN, 'contact-name': name, ...values };
    return { personId, ...(await sendRequest(db, { personId, values: filed, at })) };
  };
  /** One establishment that two people wrote down, and one that bears only a trade's name. */
  const addTwice = async (establishment: string) => {
    const kept = await send('Nguyễn Thị Hoan', { establishment, phone: `090000050${last}` });
    const product = 'Miến dong, bún khô';
    const merged = await send('Lò Văn Sơn', { establishment, product, phone: `090000060${last}` });
    return { kept, merged };
  };

  it('an officer finds one that is written down twice, compares, merges, and takes it back', async () => {
    const { db } = console.server;
    const { kept, merged } = await addTwice('HTX Tài Hoan Côn Minh');
    await send('Hà Thị Nga', {
      establishment: 'Cơ sở chè Đồng Phúc',
      product: 'Chè',
      commune: DONG_PHUC,
      phone: '0900000701',
    });
    const member = {
      establishmentId: kept.establishmentId,
      personId: kept.personId,
      role: 'family',
      consentedById: merged.personId,
    };
    const cousin = (await addPerson(db, { name: 'Nguyễn Văn Tài', wroteAt: clock.now() })).personId;
    await db.$transaction((tx) => addMember(tx, { ...member, personId: cousin, now: clock.now() }));

    const page = await open('/', { as: 'officer', name: 'Hoàng Văn Bình' });
    await page.getByRole('link', { name: 'Cơ sở', exact: true }).click();
    await page.getByText('Cơ sở chè Đồng Phúc').waitFor();
    await shoot(page, 'list');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('searchbox').fill('dong phuc');
    await page.getByText('HTX Tài Hoan Côn Minh').first().waitFor({ state: 'detached' });
    await page.getByRole('searchbox').fill('');
    await page.getByText('Có thể trùng', { exact: true }).first().click();
    await page.getByText('Cơ sở chè Đồng Phúc').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'HTX Tài Hoan Côn Minh' }).last().click();
    await page.getByText('cùng tên, cùng xã').waitFor();
    await shoot(page, 'one');
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('link', { name: 'So sánh' }).click();
    await page.getByText('Tin báo cho 3 người').waitFor();
    await page.getByText('Lò Văn Sơn (chủ cơ sở): thấy thêm KC-2026-0001').waitFor();
    await shoot(page, 'compare');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Gộp hai cơ sở' }).click();
    await page.getByRole('dialog').getByText('1 phiếu và 1 người chuyển sang.').waitFor();
    await shoot(page, 'confirm');
    await page.getByRole('dialog').getByRole('button', { name: 'Gộp', exact: true }).click();
    await page.getByText('Hoàng Văn Bình đã gộp HTX Tài Hoan Côn Minh vào đây').waitFor();
    await shoot(page, 'merged');
    expect(await barriers(page)).toEqual([]);
    expect(await db.application.count({ where: { establishmentId: kept.establishmentId } })).toBe(2);

    await page.goto(`${console.server.origin}/console/establishments/${merged.establishmentId}`);
    await page.getByText('Cơ sở này đã gộp vào').waitFor();
    await shoot(page, 'was-merged');
    await page.locator('main').getByRole('link', { name: 'HTX Tài Hoan Côn Minh' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tách lại' }).click();
    await page.getByText('Hoàng Văn Bình đã hoàn tác').waitFor();
    await page.getByText('Có thể trùng với').waitFor();
    await shoot(page, 'undone');
    expect(await db.application.count({ where: { establishmentId: kept.establishmentId } })).toBe(1);
    expect(await db.delivery.count({ where: { status: 'waiting', kind: 'officer' } })).toBe(0);

    await page.goto(`${console.server.origin}/console/requests/${kept.id}`);
    await page.getByRole('link', { name: 'HTX Tài Hoan Côn Minh' }).click();
    await page.getByRole('heading', { name: 'HTX Tài Hoan Côn Minh', level: 1 }).waitFor();
  });

  it('what a colleague merged meanwhile is told in words', async () => {
    const { kept, merged } = await addTwice('Xưởng mộc Hoàng Gia Bảo');
    const path = `/establishments/${kept.establishmentId}/compare/${merged.establishmentId}`;
    const [mine, theirs] = [await open(path, { as: 'officer' }), await open(path, { as: 'officer' })];
    for (const page of [mine, theirs]) {
      await page.getByRole('button', { name: 'Gộp hai cơ sở' }).click();
      await page.getByRole('dialog').waitFor();
    }
    await theirs.getByRole('dialog').getByRole('button', { name: 'Gộp', exact: true }).click();
    await theirs.getByText('vào đây lúc').waitFor();
    await mine.getByRole('dialog').getByRole('button', { name: 'Gộp', exact: true }).click();
    await mine.getByText('Một trong hai cơ sở vừa được gộp rồi.').first().waitFor();
  });

  it('on a phone nothing runs over the edge or has a serious barrier', async () => {
    const { kept, merged } = await addTwice('Hợp tác xã sản xuất và tiêu thụ miến dong sạch Tài Hoan Côn Minh Na Rì');
    const page = await open('/establishments', { as: 'officer', size: PHONE });
    const one = `/establishments/${kept.establishmentId}`;
    for (const [name, path, ready] of [
      ['list', '/establishments', 'phiếu · 1 người'],
      ['one', one, 'Có thể trùng với'],
      ['compare', `${one}/compare/${merged.establishmentId}`, 'Tin báo cho 2 người'],
    ] as const) {
      for (const [size, suffix] of [
        [PHONE, 'phone'],
        [DESKTOP, 'wide'],
      ] as const) {
        await page.setViewportSize(size);
        await page.goto(`${console.server.origin}/console${path}`);
        await page.getByText(ready).first().waitFor();
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(over, path).toBeLessThanOrEqual(0);
        expect(await barriers(page), path).toEqual([]);
        await shoot(page, `${name}-${suffix}`);
      }
    }
  });
});
