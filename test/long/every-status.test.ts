import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { paper } from '../support/photos.ts';
import { createSteps } from './every-status/officer-steps.ts';
import { openWatch } from './every-status/watch.ts';
import { type Officer, openOffice } from './first-life/officer.ts';
import { openChatPhone } from './first-life/on-chat-page.ts';
import { openZaloPhone } from './first-life/on-zalo.ts';
import { createProducer, type Producer } from './first-life/producer.ts';
import { beginsRequest, finishesRequest, leavesRequest } from './first-life/requests.ts';
import { makeWorld, type World } from './first-life/world.ts';

vi.setConfig({ testTimeout: 90_000 });

const chromium = findChromium();
/** Where pictures of each step go, when somebody wants to look at them. */
const shots = process.env.LIFE_SHOTS;

/** The real program from autumn to the settlement the winter after next, with an officer and a producer in two browsers. */
describe.skipIf(chromium === undefined)('a dossier in every status', () => {
  let world: World;
  let browser: Browser;
  let officer: Officer;
  let steps: ReturnType<typeof createSteps>;
  let watch: ReturnType<typeof openWatch>;
  let lan: Producer;
  /** On Zalo: declined from the plan, stopped, withdrawn, and one that is never finished. */
  let hoa: Producer;
  let mai: Producer;
  let tam: Producer;
  let sam: Producer;
  const of = { lan: '', hoa: '', mai: '', tam: '', sam: '' };
  const code = { ...of };
  const errors: string[] = [];

  beforeAll(async () => {
    if (shots !== undefined) await mkdir(shots, { recursive: true });
    [world, browser] = await Promise.all([makeWorld('2026-11-23T09:00:00+07:00'), launchBrowser(chromium ?? '')]);
    const watching = (page: Page): void => {
      page.on('pageerror', (error) => errors.push(error.message));
    };
    watch = openWatch(world.databaseUrl);
    lan = createProducer(await openChatPhone(browser, { name: 'Lan', url: world.url, shots, watch: watching }));
    const onZalo = (name: string): Producer => createProducer(openZaloPhone(world.zalo.person(name), { name, shots }));
    [hoa, mai, tam, sam] = [onZalo('Hoa'), onZalo('Mai'), onZalo('Tâm'), onZalo('Sâm')];
    officer = await openOffice(browser, { world, shots, watch: watching });
    steps = createSteps(officer, world);
    await officer.enters();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await watch?.close();
    expect(await world?.end()).toBe(0);
  });

  const wakesAt = async (day: string): Promise<void> => {
    await world.isQuiet();
    await world.wakesAt(`${day}T09:00:00+07:00`);
    await lan.comesBack();
    await steps.signsIn();
  };
  /** The words shown to the officer are those that are read. */
  const reads = async (producer: Producer, words: string): Promise<void> => {
    await producer.hears(new RegExp(RegExp.escape(words)));
  };

  it('she asks in the middle of her draft, when it is sent, and when an officer has it', async () => {
    await beginsRequest(lan);
    of.lan = await watch.findNewest();
    const draft = await watch.asks(lan, 'ho so cua toi den dau roi', { id: of.lan, status: 'draft', tells: [/2\/8/] });
    expect(draft).toContain('Câu 3/8');
    code.lan = await finishesRequest(lan, { name: 'Nguyễn Thị Lan', phone: '0900000001' });
    await watch.asks(lan, 'hs cua toi toi dau r em', { id: of.lan, status: 'submitted', tells: [/thứ Hai 23\/11/] });
    await officer.opensRequest(code.lan);
    await reads(lan, await officer.claims());
    await watch.asks(lan, 'phieu cua toi the nao roi a', { id: of.lan, status: 'in-review' });
  });

  it('what comes back is named, and only that opens again', async () => {
    const remarks = { 'Số điện thoại': 'Gọi không được.', 'Dự kiến chi': 'Ghi rõ giá một máy.' };
    await reads(lan, await officer.returns(remarks, 'Chị bổ sung giúp em.'));
    await watch.asks(lan, 'ho so toi con thieu gi', { id: of.lan, status: 'needs-papers', tells: [/2 mục/] });
    const card = await lan.chooses('Bổ sung', /còn 2 mục cần bổ sung/);
    expect(card).not.toMatch(/Sản phẩm|Tên cơ sở|Nơi sản xuất/);
    await lan.chooses('Số điện thoại', /Cán bộ nhắn: Gọi không được/);
    await lan.says('0900000002', /Cán bộ nhắn: Ghi rõ giá một máy/);
    await lan.says('ba tram nam chuc trieu', /đã bổ sung đủ các mục/);
    await lan.chooses('Gửi lại cho cán bộ', /Đã gửi lại phiếu/);
    await watch.asks(lan, 'ho so cua toi den dau roi', { id: of.lan, status: 'in-review' });
    await officer.opensRequest(code.lan);
    await reads(lan, await officer.accepts());
    await watch.asks(lan, 'kq ho so cua toi the nao roi', { id: of.lan, status: 'accepted', tells: [/2027/] });
  });

  it('three others come as far as an accepted request, and one gives hers up in the middle', async () => {
    for (const [name, producer] of [
      ['hoa', hoa],
      ['mai', mai],
      ['tam', tam],
    ] as const) {
      code[name] = await leavesRequest(producer, { name: 'Trần Thị Hoa', phone: '0900000003' });
      of[name] = await watch.findByCode(code[name]);
      await steps.decides(code[name], { action: 'claim' });
      await steps.decides(code[name], { action: 'accept' });
    }
    await beginsRequest(sam);
    of.sam = await watch.findNewest();
    await sam.says('huy', /Bỏ phiếu này/);
    await sam.chooses('Bỏ phiếu này');
    await watch.asks(sam, 'ho so cua toi den dau roi', { id: of.sam, status: 'discarded' });
    await sam.says('gui phieu nhu cau', /Câu 1\/8/);
    await sam.chooses('Mua máy móc', /Câu 2\/8/);
    of.sam = await watch.findNewest();
  });

  it('in the plan, which is no approval yet', async () => {
    const words = await steps.records(code.lan, {
      press: 'Đưa vào kế hoạch',
      picks: 'Quốc gia',
      year: '2027',
      fields: { 'Số tiền đề nghị': '175 triệu' },
    });
    await reads(lan, words);
    await watch.asks(lan, 'ho so duyet chua em', {
      id: of.lan,
      status: 'proposed',
      tells: [/175 triệu đồng, chưa được duyệt/],
    });
    const propose = { action: 'propose', data: { planYear: 2027, fund: 'local', amountVnd: 100_000_000 } } as const;
    for (const each of [code.hoa, code.mai, code.tam]) await steps.does(each, propose);
    await officer.opensRequest(code.hoa);
    await reads(hoa, await officer.declines('Kế hoạch năm 2027 hết kinh phí.'));
    await watch.asks(hoa, 'ho so cua toi den dau roi', { id: of.hoa, status: 'declined' });
  });

  it('approved; somebody still withdraws, and after the contract nobody does', async () => {
    await wakesAt('2027-02-02');
    await reads(
      lan,
      await steps.records(code.lan, {
        press: 'Ghi được duyệt',
        fields: {
          'Quốc gia hỗ trợ': '150 triệu',
          'Vốn đối ứng của cơ sở': '200 triệu',
          'Số quyết định': '12/QĐ-BCT',
          'Ngày quyết định': '2027-01-15',
        },
      }),
    );
    await watch.asks(lan, 'hồ sơ của tôi đến đâu rồi', { id: of.lan, status: 'approved', tells: [/150 triệu/] });
    const sums = { nationalVnd: 0, localVnd: 80_000_000, counterpartVnd: 90_000_000 };
    for (const each of [code.mai, code.tam]) await steps.does(each, { action: 'approve', data: sums });
    await watch.asks(tam, 'phieu cua toi toi dau roi', { id: of.tam, status: 'approved' });
    await tam.chooses('Rút phiếu này', /chắc chắn/);
    await tam.says('rut', /Đã rút phiếu/);
    await watch.asks(tam, 'ho so cua toi den dau roi', { id: of.tam, status: 'withdrawn' });

    await reads(
      lan,
      await steps.records(code.lan, {
        press: 'Ghi hợp đồng',
        fields: { 'Số hợp đồng': '01/HĐ-KC', 'Ngày ký': '2027-02-01', 'Làm đến hết ngày': '2027-11-30' },
      }),
    );
    const shown = await watch.asks(lan, 'ho so cua toi den dau roi', {
      id: of.lan,
      status: 'contracted',
      tells: [/30\/11/],
    });
    expect(shown).not.toContain('Rút phiếu này');
    await lan.says('rut phieu', /Phiếu này không rút được nữa[\s\S]*đã ký hợp đồng/);
  });

  it('work: a report with a photo, an amendment refused and another granted', async () => {
    await steps.does(code.mai, {
      action: 'contract',
      data: { number: '02/HĐ', signedOn: '2027-02-01', endsOn: '2027-10-31' },
    });
    await wakesAt('2027-02-20');
    await reads(lan, await steps.records(code.lan, { press: 'Bắt đầu thực hiện', confirm: 'Bắt đầu' }));
    await watch.asks(lan, 'ho so cua toi den dau roi', {
      id: of.lan,
      status: 'in-progress',
      tells: [/trước hết thứ Năm 25\/2/],
    });
    await lan.says('bao cao tien do', /tháng 2\/2027/);
    await lan.sendsPhotos([await paper({ width: 900 })], /1 ảnh/);
    await lan.says('may da ve xuong', /may da ve xuong/);
    await lan.says('xong', /Đã gửi cán bộ báo cáo tháng 2\/2027.*kèm 1 ảnh[\s\S]*Lần sau: trước hết thứ Năm 25\/3/);
    await officer.opensRequest(code.lan);
    await steps.panel.getByText('may da ve xuong').waitFor();
    await steps.panel.getByRole('button', { name: 'Ảnh 1' }).waitFor();
    await officer.shows('12-reported');

    await lan.says('xin gia han', /muốn đổi gì/);
    await lan.chooses('Đổi thời gian', /lùi đến ngày nào/);
    await lan.says('may ve cham, xin den 20/12', /xin den 20\/12/);
    await lan.chooses('Gửi cho cán bộ', /vẫn làm theo hợp đồng/);
    await watch.asks(lan, 'don xin gia han cua toi den dau roi', { id: of.lan, status: 'amendment-asked' });
    await reads(
      lan,
      await steps.records(code.lan, {
        press: 'Ghi không đồng ý',
        picks: /^Cục Đổi mới/,
        fields: { 'Lý do': 'Còn nhiều thời gian.' },
      }),
    );
    await watch.asks(lan, 'ho so cua toi den dau roi', { id: of.lan, status: 'in-progress', tells: [/30\/11/] });

    await lan.says('xin doi dia diem', /muốn đổi gì/);
    await lan.chooses('Đổi thời gian');
    await lan.says('may hong, xin den het 20/12');
    await lan.says('gui', /vẫn làm theo hợp đồng/);
    await reads(
      lan,
      await steps.records(code.lan, {
        press: 'Ghi được đồng ý',
        picks: /^Cục Đổi mới/,
        fields: { 'Làm đến hết ngày': '2027-12-20' },
      }),
    );
    await watch.asks(lan, 'ho so cua toi den dau roi', { id: of.lan, status: 'in-progress', tells: [/20\/12/] });

    await steps.does(code.mai, { action: 'begin', data: {} });
    await mai.says('xin dung de an', /muốn đổi gì/);
    await mai.chooses('Dừng đề án', /Vì sao/);
    await mai.says('chu co so om nang');
    await mai.chooses('Gửi cho cán bộ', /dừng đề án/);
    await reads(mai, await steps.records(code.mai, { press: 'Ghi được đồng ý' }));
    await watch.asks(mai, 'ho so cua toi den dau roi', { id: of.mai, status: 'stopped' });
  });

  it('a draft that nobody went on with runs out, and what is deleted is no longer theirs', async () => {
    await sam.hears(/sẽ đóng lại vào thứ Bảy 27\/2/);
    await wakesAt('2027-03-10');
    await watch.asks(sam, 'ho so cua toi den dau roi', { id: of.sam, status: 'expired' });
    // She agreed once, which is not asked again.
    await sam.says('gui phieu nhu cau', /Câu 1\/8/);
    await sam.chooses('Mua máy móc', /Câu 2\/8/);
    await sam.says('mien dong', /Câu 3\/8/);
    code.sam = await finishesRequest(sam, { name: 'Lý Thị Sâm', phone: '0900000004' });
    of.sam = await watch.findByCode(code.sam);
    await sam.says('xoa du lieu cua toi', /Xoá dữ liệu của tôi/);
    await sam.chooses('Xoá dữ liệu của tôi', /XOÁ HẾT/);
    await sam.says('xoa het', /Đã xoá tin nhắn/);
    await watch.asks(sam, 'ho so cua toi den dau roi', { id: of.sam, status: 'erased' });
  });

  it('inspected, settled and closed', async () => {
    await wakesAt('2027-12-21');
    await reads(
      lan,
      await steps.records(code.lan, { press: 'Ghi nghiệm thu đạt', fields: { 'Ngày nghiệm thu': '2027-12-20' } }),
    );
    await watch.asks(lan, 'ho so cua toi den dau roi', { id: of.lan, status: 'inspected', tells: [/4\/1\/2028/] });
    await wakesAt('2028-01-12');
    await reads(
      lan,
      await steps.records(code.lan, {
        press: 'Ghi quyết toán',
        fields: { 'Ngày quyết toán': '2028-01-10', 'Quốc gia đã chi': '140 triệu' },
      }),
    );
    await watch.asks(lan, 'ho so cua toi den dau roi', { id: of.lan, status: 'settled', tells: [/140 triệu/] });
    await reads(lan, await steps.records(code.lan, { press: 'Kết thúc hồ sơ', confirm: 'Kết thúc' }));
    await watch.asks(lan, 'ho so cua toi den dau roi', { id: of.lan, status: 'closed' });
    await lan.shows('18-closed');
  });

  it('no status was left out, no page had an error, and nothing of anybody is in the log', () => {
    expect(watch.statuses.read()).toEqual(watch.statuses.all);
    expect(errors).toEqual([]);
    for (const word of ['0900000001', '0900000002', 'Nguyễn Thị Lan', 'may da ve', 'may hong', 'om nang']) {
      expect(world.output()).not.toContain(word);
    }
  });
});
