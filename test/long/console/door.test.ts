import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createAdminLink } from '../../../records/admin-links.ts';
import { findChromium } from '../../support/browser.ts';
import { PASSWORD } from '../../support/office.ts';
import { useConsole } from '../../web/console/console-in-browser.ts';

const executablePath = findChromium();
const FIRST_VIEW_BYTES = 200 * 1024;

describe.runIf(executablePath)('the console in a browser', () => {
  const console = useConsole(executablePath ?? '');
  const { clock, open } = console;
  const signInAs = async (page: Awaited<ReturnType<typeof open>>, email: string, password = PASSWORD) => {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
  };

  it('the one-time link makes the first administrator, who is inside at once; a second use is refused', async () => {
    const token = await createAdminLink({ db: console.server.db, clock });
    const page = await open(`/setup#${token}`);
    await page.getByLabel('Họ tên').fill('Lý Văn Chính');
    await page.getByLabel('Email').fill('chinh@example.vn');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('ngan');
    await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
    await page.getByText('Ít nhất 10 ký tự').last().waitFor();
    await page.getByLabel('Mật khẩu', { exact: true }).fill('mot cau de nho');
    await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
    await page.getByRole('heading', { name: 'Hôm nay' }).waitFor();
    await page.getByRole('link', { name: 'Cán bộ', exact: true }).waitFor();
    expect(page.url()).not.toContain(token);

    const again = await open(`/setup#${token}`);
    await again.getByRole('heading', { name: 'Link không dùng được nữa' }).waitFor();
    await again.getByText('npm run admin:link').waitFor();
  });

  it('a wrong password is told in words; the right one leads to the address that was asked for', async () => {
    const { email } = await console.server.hire('officer');
    const page = await open('/requests?status=submitted');
    await signInAs(page, email, 'khong-phai-the');
    await page.getByText('Email hoặc mật khẩu chưa đúng.').waitFor();
    await signInAs(page, email);
    await page.getByRole('link', { name: 'KC-2026-0123' }).waitFor();
    expect(new URL(page.url()).search).toBe('?status=submitted');
  });

  it('an administrator invites an officer by a link, and shuts them out at once', async () => {
    const chief = await open('/officers', { as: 'administrator', name: 'Lý Văn Chính' });
    await chief.getByRole('button', { name: 'Mời cán bộ' }).click();
    await chief.getByLabel('Họ tên').fill('Triệu Thị Lan');
    await chief.getByLabel('Email để đăng nhập').fill('lan@example.vn');
    await chief.getByRole('button', { name: 'Tạo link mời' }).click();
    const link = await chief.getByLabel('Link', { exact: true }).inputValue();
    await chief.getByRole('button', { name: 'Xong' }).click();
    await chief.getByText('Chờ nhận lời mời').waitFor();

    const lan = await open(link.split('/console')[1] ?? '');
    await lan.getByRole('heading', { name: 'Chào Triệu Thị Lan' }).waitFor();
    await lan.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await lan.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
    await lan.getByRole('heading', { name: 'Hôm nay' }).waitFor();
    await lan.getByText('phong trung bay').waitFor();
    expect(await lan.getByRole('link', { name: 'Cán bộ', exact: true }).count()).toBe(0);

    await chief.reload();
    const row = chief.getByRole('listitem').filter({ hasText: 'lan@example.vn' });
    await row.getByRole('button', { name: 'Khoá' }).click();
    await chief.getByRole('dialog').getByRole('button', { name: 'Khoá' }).click();
    await row.getByText('Đã khoá').waitFor();
    await lan.getByRole('link', { name: /^Phiếu/ }).click();
    await lan.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await signInAs(lan, 'lan@example.vn');
    await lan.getByText('Tài khoản này đã bị khoá.').waitFor();
  });

  it('tells an officer at the door of the administrators whom to ask', async () => {
    const page = await open('/officers', { as: 'officer' });
    await page.getByText('Trang này dành cho quản trị.').waitFor();
  });

  it('one changes the password, reads it in English, and leaves nothing behind when signing out', async () => {
    const page = await open('/account', { as: 'officer', name: 'Nguyễn Thị Hoa' });
    await page.getByLabel('Mật khẩu đang dùng').fill('sai-mat-khau');
    await page.getByLabel('Mật khẩu mới').fill('mat-khau-moi-tinh');
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.getByText('Mật khẩu đang dùng chưa đúng.').waitFor();
    await page.getByLabel('Mật khẩu đang dùng').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.getByText('Đã đổi. Các máy khác đã bị đăng xuất.').waitFor();

    await page.locator('label', { hasText: 'English' }).click();
    await page.getByRole('heading', { name: 'Account' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('link', { name: /^Requests/ }).click();
    await page.getByText('Buying machines').first().waitFor();

    await page.evaluate(() => localStorage.setItem('console.draft.question/x', '{"text":"dở","requestId":"x"}'));
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['console.locale']);
    await page.goBack();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('the first view travels in at most 200 KB, letters included', async () => {
    const page = await open('/account', { as: 'officer' });
    await page.getByRole('heading', { name: 'Tài khoản' }).waitFor();
    const fresh = await page.context().newPage();
    const asked: string[] = [];
    fresh.on('response', (response) => asked.push(new URL(response.url()).pathname));
    await fresh.goto(`${console.server.origin}/console/`, { waitUntil: 'networkidle' });
    await fresh.getByText('KC-2026-0123').waitFor();
    const files = [...new Set(asked)].filter((path) => path.startsWith('/console/'));
    const sizes = await Promise.all(
      files.map(async (path) => {
        const isPage = path === '/console/';
        const bytes = await readFile(join(console.folder, isPage ? 'index.html' : path.replace('/console/', '')));
        return path.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length;
      }),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(files.length).toBeGreaterThan(4);
    expect(total).toBeLessThanOrEqual(FIRST_VIEW_BYTES);
  });
});
