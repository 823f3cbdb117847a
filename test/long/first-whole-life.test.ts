import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { paper } from '../support/photos.ts';
import { type Officer, openOffice } from './first-life/officer.ts';
import { openChatPhone } from './first-life/on-chat-page.ts';
import { openZaloPhone } from './first-life/on-zalo.ts';
import { createProducer, type Producer } from './first-life/producer.ts';
import { beginsRequest, finishesRequest, leavesRequest } from './first-life/requests.ts';
import { makeWorld, type World } from './first-life/world.ts';

const MONDAY = '2026-11-23T09:00:00+07:00';
const NEWS = 'Bà con chú ý: lớp học dùng máy sấy mở ngày 20/12 tại nhà văn hoá xã Côn Minh.';

vi.setConfig({ testTimeout: 90_000 });

const chromium = findChromium();
/** Where pictures of each step go, when somebody wants to look at them. */
const shots = process.env.LIFE_SHOTS;

/** From a request to a decision, with the deadline kept and the news told: the real program, killed at each step. */
describe.skipIf(chromium === undefined).each(['the chat page', 'Zalo'] as const)(
  'the first whole life, the producers on %s',
  (where) => {
    let world: World;
    let browser: Browser;
    let officer: Officer;
    let lan: Producer;
    let hoa: Producer;
    let window = '';
    let code = '';
    let codeOfHoa = '';
    const errors: string[] = [];

    beforeAll(async () => {
      if (shots !== undefined) await mkdir(shots, { recursive: true });
      [world, browser] = await Promise.all([makeWorld(MONDAY), launchBrowser(chromium ?? '')]);
      const watch = (page: Page): void => {
        page.on('pageerror', (error) => errors.push(error.message));
      };
      const phone = async (name: string) =>
        where === 'Zalo'
          ? openZaloPhone(world.zalo.person(name), { name, shots })
          : await openChatPhone(browser, { name, url: world.url, shots, watch });
      lan = createProducer(await phone('Lan'));
      hoa = createProducer(await phone('Hoa'));
      officer = await openOffice(browser, { world, shots, watch });
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      expect(await world?.end()).toBe(0);
    });
    const wakesAt = async (time: string): Promise<void> => {
      await world.wakesAt(time);
      await Promise.all([lan.comesBack(), hoa.comesBack()]);
    };

    const wantsNews = async (producer: Producer): Promise<void> => {
      await producer.says('nhan tin', /chưa nhận tin/);
      await producer.chooses('Đồng ý nhận tin', /đồng ý nhận tin/);
    };
    const hearsNothing = async (producer: Producer, act: () => Promise<void>): Promise<void> => {
      const before = await producer.texts();
      await act();
      expect(await producer.texts()).toEqual(before);
    };

    it('an officer enters a window; a producer asks for its dates, to be reminded and for news, and leaves her request', async () => {
      await officer.enters();
      window = await officer.opensWindow({ closesOn: '2026-12-18', meant: 'Lúc này chưa có ai để nhắc' });
      await lan.says('may say mien 400tr dc ho tro bn', /200 triệu/);
      await lan.says(
        'khi nao nhan phieu mua may',
        /Sắp nhận phiếu mua máy móc, thiết bị tiên tiến: từ 8 giờ thứ Ba 24\/11/,
      );
      await lan.shows('1-dates');
      await lan.says('nhac toi khi co dot mua may', /Có đợt nhận phiếu mua máy móc, thiết bị tiên tiến là Trợ lý nhắn/);
      await wantsNews(lan);
      code = await leavesRequest(lan, { name: 'Nguyễn Thị Lan', phone: '0900000001' });
      await lan.shows('1-code');
      await wantsNews(hoa);
      await beginsRequest(hoa);
    });

    it('she completes it in any order, asks in the middle, and goes on where she was when the program is killed', async () => {
      await lan.chooses('Bổ sung hồ sơ', /Máy định mua: chưa có/);
      await lan.shows('2-card');
      await lan.chooses('Máy định mua', /Máy 1 là máy gì/);
      await lan.says('lo say mien 500kg 1 me', /mua mới hay/);
      await world.isQuiet();
      await world.isKilled();
      await lan.comesBack();
      await lan.chooses('Máy mới', /Báo giá của máy 1/);
      await lan.says('may cu co dc ho tro ko', /chỉ hỗ trợ máy mới[\s\S]*Báo giá của máy 1/);
      await lan.shows('2-question');
      await lan.says('350tr', /Còn máy nào nữa không/);
      await lan.chooses('Còn máy nữa', /Máy 2 là máy gì/);
      await lan.says('may dong goi', /Máy 2 mua mới hay/);
      await lan.says('moi', /Báo giá của máy 2/);
      await lan.says('50tr', /Còn máy nào nữa không/);
      await lan.says('het roi', /vốn đối ứng/);
      await lan.says('200tr', /Đã ghi: 200 triệu/);
      await lan.says('de sau', /nguồn nào khác chưa/);
      await lan.says('dung', /vẫn được giữ/);
      await lan.shows('2-later');
    });

    it('at the opening hear who asked for it and who left a request unfinished', async () => {
      await wakesAt('2026-11-24T09:00:00+07:00');
      await lan.hears(
        /Đang nhận phiếu mua máy móc, thiết bị tiên tiến, hạn đến 17 giờ thứ Sáu 18\/12[\s\S]*KC-\d{4}-\d{4} của anh\/chị đã gửi rồi/,
      );
      await hoa.hears(/Đang nhận phiếu[\s\S]*Phiếu của anh\/chị còn dở/);
      await lan.shows('3-opening');
      await hoa.shows('3-opening');
      await hoa.chooses('Làm tiếp phiếu', /Câu 3\/8/);
      codeOfHoa = await finishesRequest(hoa, { name: 'Trần Thị Hoa', phone: '0900000003' });
    });

    it('she comes back to her dossier and completes it with photos; a slip in the tax code is only warned of', async () => {
      await lan.says('phieu cua toi', /Hồ sơ đã có 2\/11 mục/);
      await lan.shows('4-mine');
      await lan.chooses('Bổ sung hồ sơ', /Máy định mua: 2 máy/);
      await lan.chooses('Mã số thuế', /là số nào/);
      await lan.says('0123456788', /Đã ghi: 0123456788[\s\S]*có vẻ sai một chữ số[\s\S]*đại diện/);
      await lan.shows('4-tax');
      await lan.says('nguyen thi lan', /Xưởng/);
      await lan.says('con minh', /ngành nào/);
      await lan.says('che bien mien', /bao nhiêu người làm/);
      await lan.says('7', /vào lúc nào/);
      await lan.says('quy 2 nam sau', /từ tháng 4 đến tháng 6\/2027[\s\S]*nguồn nào khác chưa/);
      await lan.says('chua', /giấy đăng ký/);
      await lan.sendsPhotos([await paper(), await paper({ width: 640 })], /2 ảnh/);
      await lan.shows('4-photos');
      await lan.says('xong', /báo giá/);
      await lan.sendsPhotos([await paper({ width: 700 })], /đã đủ 11\/11 mục|1 ảnh/);
      await lan.says('xong', /11\/11 mục/);
      await lan.shows('4-complete');
    });

    it('the officer gives two items back; she reads the very words, and only these open again', async () => {
      await officer.opensRequest(code);
      await officer.hasNoBarrier();
      await officer.shows('5-request');
      await lan.hears(asRead(await officer.claims()));
      const remarks = { 'Ảnh báo giá': 'Ảnh mờ, không đọc được giá.', 'Số điện thoại': 'Gọi không được.' };
      await lan.hears(asRead(await officer.returns(remarks, 'Chị chụp lại chỗ sáng giúp em.')));
      await lan.shows('6-returned');
      const card = await lan.chooses('Bổ sung hồ sơ', /còn 2 mục cần bổ sung/);
      expect(card).not.toMatch(/Mã số thuế|Vốn tự có/);
      await lan.shows('7-back');
      await lan.chooses('Ảnh báo giá', /Cán bộ nhắn: Ảnh mờ/);
      await lan.sendsPhotos([await paper({ width: 900 })], /2 ảnh/);
      await lan.says('xong', /Cán bộ nhắn: Gọi không được/);
      await lan.says('0900000002', /đã bổ sung đủ các mục/);
      await lan.shows('7-mended');
      await lan.chooses('Gửi lại cho cán bộ', /Đã gửi lại phiếu/);
    });

    it('the officer accepts hers and declines another with a reason; both read it', async () => {
      await officer.page.getByText('Anh/chị đang xét phiếu này.').waitFor();
      await officer.shows('8-again');
      await lan.hears(asRead(await officer.accepts()));
      await lan.shows('8-accepted');
      await officer.opensRequest(codeOfHoa);
      await hoa.hears(asRead(await officer.claims()));
      await hoa.hears(asRead(await officer.declines('Máy chị hỏi là máy đã qua sử dụng, chỉ hỗ trợ máy mới.')));
      await hoa.shows('9-declined');
      await lan.chooses('Xem phiếu', /phiếu được chấp nhận/);
    });

    it('reminders come before the closing, a changed closing takes their place, and after it nobody is told anything', async () => {
      await hearsNothing(hoa, async () => {
        await wakesAt('2026-12-04T17:30:00+07:00');
        await lan.hears(/Còn 14 ngày, đến 17 giờ thứ Sáu 18\/12/);
        await lan.shows('10-reminded');
        await officer.changesClosing(window, {
          closesOn: '2026-12-11',
          told: 'đã biết ngày cũ sẽ được báo ngày mới',
        });
        await wakesAt('2026-12-04T17:40:00+07:00');
        await lan.hears(/Hạn nhận phiếu [\s\S]* đã đổi. Hạn mới là 17 giờ thứ Sáu 11\/12/);
        await lan.shows('10-changed');
        await wakesAt('2026-12-10T17:30:00+07:00');
        await lan.hears(/Còn 23 giờ, đến 17 giờ thứ Sáu 11\/12/);
        await world.isQuiet();
      });
      await hearsNothing(lan, async () => {
        await wakesAt('2026-12-12T09:00:00+07:00');
        await officer.go(window);
        await officer.page.getByText('Đã đóng').first().waitFor();
        await officer.page.getByText('Bỏ lỡ').first().waitFor();
        await officer.shows('11-closed');
        await world.isQuiet();
      });
    });

    it('news goes to who wants it: counted, taken back, told again, and sent after the hold whatever is killed', async () => {
      await officer.composes({ text: NEWS, commune: 'Côn Minh', people: '2 người' });
      await officer.sends('2 người');
      await officer.takesBack();
      await officer.sends('2 người');
      await hoa.says('dung nhan tin', /muốn dừng nhận tin/);
      await hoa.chooses('Dừng nhận tin', /Đã dừng gửi tin/);
      await hearsNothing(hoa, async () => {
        await wakesAt('2026-12-12T09:10:00+07:00');
        await lan.hears(new RegExp(NEWS.slice(0, 40)));
        await world.isQuiet();
      });
      await lan.shows('14-news');
      expect(await officer.readsLedger()).toMatchObject({ 'Đã gửi': '1', 'Tất cả': '1' });
    });

    it('no page had an error, and nothing of anybody is in the log', () => {
      expect(errors).toEqual([]);
      for (const word of ['0900000001', '0900000002', 'Nguyễn Thị Lan', 'Tài Hoan', '0123456788', 'lo say', 'Bà con']) {
        expect(world.output()).not.toContain(word);
      }
    });
  },
);

/** The very words that were shown in the console, as a line of a message. */
const asRead = (words: string): RegExp => new RegExp(RegExp.escape(words));
