import type { Browser, Page } from 'playwright-core';
import { expectNoBarrier } from '../../support/no-barrier.ts';
import type { World } from './world.ts';

const EMAIL = 'binh@example.vn';
const PASSWORD = 'mot cau rat de nho';
const OFFICE = { width: 1280, height: 800 };

export type Officer = Awaited<ReturnType<typeof openOffice>>;

/** An officer at a desk, with the console in a browser. */
export async function openOffice(
  browser: Browser,
  { world, shots, watch }: { world: World; shots: string | undefined; watch: (page: Page) => void },
) {
  const context = await browser.newContext({ viewport: OFFICE, locale: 'vi-VN', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  watch(page);
  const go = async (path: string): Promise<void> => {
    // Of the clock only: the page's own waits go on as they are.
    await page.clock.setFixedTime(world.now());
    await page.goto(`${world.url}/console${path}`);
    const door = page.getByRole('button', { name: 'Đăng nhập' });
    await door.or(page.getByRole('navigation').first()).first().waitFor();
    // A session lasts a week; in this life weeks go by.
    if (!(await door.isVisible())) return;
    await page.getByLabel('Email').fill(EMAIL);
    await page.locator('input[type=password]').fill(PASSWORD);
    await door.click();
    await door.waitFor({ state: 'hidden' });
  };
  const dialog = page.getByRole('dialog');
  const shows = async (what: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${what}-officer-1280.png`, fullPage: true });
  };
  const hasNoBarrier = (): Promise<void> => expectNoBarrier(page);
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  /** Decides in the dialog that is open; answers what was shown there as what the person will read. */
  const confirm = async (name: string, what: string): Promise<string> => {
    const shown = dialog.getByTestId('shown');
    await shown.waitFor();
    await shows(what);
    const words = (await shown.textContent()) ?? '';
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    return words;
  };

  return {
    page,
    shows,
    go,
    /** Answers the address of its page. */
    opensWindow: async ({ closesOn, meant }: { closesOn: string; meant: string }) => {
      await go('/windows');
      await page.getByRole('link', { name: 'Mở đợt mới' }).first().click();
      const closing = page.getByRole('group', { name: 'Hết hạn' });
      await closing.getByLabel('Ngày').fill(closesOn);
      await page.getByText(meant).waitFor();
      await page.getByRole('listitem').filter({ hasText: 'Trước hạn 14 ngày' }).waitFor();
      await shows('1-window');
      await press('Mở đợt');
      await page.waitForURL(/\/windows\/[0-9a-f-]{36}$/);
      return new URL(page.url()).pathname.replace('/console', '');
    },
    changesClosing: async (path: string, { closesOn, told }: { closesOn: string; told: string }) => {
      await go(`${path}/change`);
      await page.getByRole('group', { name: 'Hết hạn' }).getByLabel('Ngày').fill(closesOn);
      await page.getByText(told).waitFor();
      await shows('10-change');
      await press('Đổi');
      await page.waitForURL(new RegExp(`${path}$`));
    },
    composes: async ({ text, commune, people }: { text: string; commune: string; people: string }) => {
      await go('/announcements');
      await page.getByRole('link', { name: 'Soạn tin' }).first().click();
      await page.getByLabel('Nội dung tin').fill(text);
      await page.locator('summary', { hasText: 'Chương trình đã gửi' }).click();
      await page.getByLabel('Máy móc, thiết bị tiên tiến').check();
      await page.locator('summary', { hasText: 'Xã, phường' }).click();
      await page.getByLabel(commune).check();
      await page.getByRole('status').getByText(people, { exact: true }).waitFor();
      await page.getByTestId('shown').getByText(text).waitFor();
      await shows('12-compose');
    },
    sends: async (people: string) => {
      await page.getByRole('button', { name: /^Gửi/ }).first().click();
      await dialog.getByText('Tin bắt đầu đi lúc').waitFor();
      await shows('12-confirm');
      await dialog.getByRole('button', { name: `Gửi cho ${people}` }).click();
      await page.getByRole('timer').waitFor();
      await shows('13-held');
    },
    takesBack: async () => {
      await press('Thu hồi');
      await page.getByLabel('Nội dung tin').waitFor();
    },
    /** The lines of the open announcement's ledger; the last is their sum. */
    readsLedger: async () => {
      await go(new URL(page.url()).pathname.replace('/console', ''));
      await page.getByText('Đã gửi tới đâu').waitFor();
      await shows('14-sent');
      const lines = await page.getByRole('row').allInnerTexts();
      return Object.fromEntries(lines.map((line) => line.split('\t').map((cell) => cell.trim())));
    },
    enters: async () => {
      const link = /http\S+\/console\/setup#\S+/.exec(world.output())?.[0] ?? '';
      await page.clock.setFixedTime(world.now());
      await page.goto(link);
      await page.getByLabel('Họ tên').fill('Hoàng Văn Bình');
      await page.getByLabel(/Email/).fill(EMAIL);
      await page.locator('input[type=password]').first().fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: /Phiếu/ }).first().waitFor();
    },
    opensRequest: async (code: string) => {
      await go('/requests');
      await page.getByRole('link', { name: code }).first().click();
      await page.getByRole('heading', { name: code }).waitFor();
    },
    claims: async () => {
      await press('Tôi xét phiếu này');
      const words = await confirm('Tôi xét', '5-claim');
      await page.getByText('Anh/chị đang xét phiếu này.').waitFor();
      return words;
    },
    returns: async (items: Record<string, string>, message: string) => {
      for (const [label, remark] of Object.entries(items)) {
        await page.getByLabel(`Cần bổ sung: ${label}`, { exact: true }).check();
        await page.getByLabel(`Bổ sung gì ở mục ${label}?`).fill(remark);
      }
      await shows('6-marked');
      await press(`Trả lại ${Object.keys(items).length} mục`);
      await dialog.getByLabel('Nhắn thêm, nếu cần').fill(message);
      await dialog.getByTestId('shown').getByText(message).waitFor();
      return await confirm('Trả lại', '6-return');
    },
    accepts: async () => {
      await press('Chấp nhận');
      return await confirm('Chấp nhận', '8-accept');
    },
    declines: async (reason: string) => {
      await press('Từ chối');
      await dialog.getByLabel('Lý do').fill(reason);
      await dialog.getByTestId('shown').getByText(reason).waitFor();
      return await confirm('Từ chối', '9-decline');
    },
    hasNoBarrier,
  };
}
