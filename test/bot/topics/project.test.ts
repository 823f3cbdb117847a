import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectDeed } from '../../../core/applications/project-data.ts';
import { actOnApplication } from '../../../records/application-actions.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterAll(async () => {
  await house.close();
});

const ANSWERS = ['mua máy', 'miến dong', 'Côn Minh', 'chưa có tên', 'htx', 'Nguyễn Thị Hoa', '0900000001', '400tr'];
const OFFICER = { kind: 'officer' as const, id: 'officer' };

/** The steps up to the work itself. The clock stands on 23/11/2026. */
const STEPS: ProjectDeed[] = [
  { action: 'propose', data: { planYear: 2026, fund: 'local', amountVnd: 200_000_000 } },
  { action: 'approve', data: { nationalVnd: 0, localVnd: 150_000_000, counterpartVnd: 250_000_000 } },
  { action: 'contract', data: { number: '12/HĐ', signedOn: '2026-11-20', endsOn: '2026-12-20' } },
  { action: 'begin' },
];

/** A request that was sent, accepted and taken through so many steps of its project. */
async function bring(talker: Talker, steps: number): Promise<string> {
  await talker.tap('register:start');
  if (talker.last().text.includes('đồng ý')) await talker.pick('Đồng ý');
  if (talker.last().text.includes('Vẫn dùng')) await talker.pick('Cơ sở khác');
  for (const text of ANSWERS) await talker.type(text);
  await talker.pick('Gửi phiếu');
  const personId = await talker.personId();
  const { id } = await house.db.application.findFirstOrThrow({ where: { personId }, orderBy: { createdAt: 'desc' } });
  for (const deed of [{ action: 'claim' }, { action: 'accept' }, ...STEPS.slice(0, steps)] as ProjectDeed[]) {
    await act(id, deed);
  }
  return id;
}

async function act(id: string, deed: ProjectDeed): Promise<void> {
  const ids = { next: randomUUID };
  const now = house.clock.now();
  await house.db.$transaction((tx) =>
    actOnApplication(tx, { id, ...deed, actor: OFFICER, requestId: randomUUID(), now, ids }),
  );
}

const labels = (talker: Talker) => talker.last().choices.map(({ label }) => label);
const told = async (id: string, kind: string) =>
  (await house.db.applicationEvent.findMany({ where: { applicationId: id, kind }, orderBy: { seq: 'asc' } })).map(
    ({ data }) => data,
  );

describe('where a project stands', () => {
  it.each([
    [
      0,
      'phiếu được chấp nhận',
      /kế hoạch năm 2027 trở đi\. Chưa có quyết định cấp tiền\. .*2028.* thứ Năm 20\/5\/2027 \(ngày chưa xác nhận, cán bộ có thể đổi\)/,
    ],
    [
      1,
      'đã đưa vào kế hoạch đề nghị',
      /Trung tâm đề nghị 200 triệu.*chưa được duyệt[\s\S]*kế hoạch năm 2026.*ngày duyệt do tỉnh định/,
    ],
    [2, 'đã được duyệt hỗ trợ', /Được duyệt 150 triệu/],
    [3, 'đã ký hợp đồng', /Được duyệt 150 triệu.* làm đến hết Chủ nhật 20\/12/],
    [4, 'đang thực hiện', /Việc tiếp theo: báo tiến độ kèm ảnh, trước hết thứ Tư 25\/11/],
  ])('after %i steps one message of three lines says it, with its money and its day', async (steps, status, next) => {
    const lan = house.meet();
    await bring(lan, steps);
    const { text } = await lan.tap('my-dossiers:list');
    expect(text.split('\n')).toHaveLength(3);
    expect(text).toContain(`Tình trạng: ${status} (gửi`);
    expect(text).toMatch(next);
  });
});

describe('a report of progress', () => {
  it('takes words and photos in any order, and leaves once for the office', async () => {
    const lan = house.meet();
    const id = await bring(lan, 4);
    await lan.tap('my-dossiers:list');
    expect((await lan.pick('Báo tiến độ tháng 11/2026')).text).toContain('trước hết thứ Tư 25/11');
    const [first = '', second = ''] = [randomUUID(), randomUUID()];
    expect((await lan.sendPhotos([first])).text).toContain('Đã ghi: 1 ảnh');
    expect((await lan.type('may da ve xuong, dang lap')).text).toContain('“may da ve xuong, dang lap”; 1 ảnh');
    await lan.sendPhotos([second, first]);
    const send = lan.last().choices.find(({ label }) => label === 'Gửi báo cáo')?.key ?? '';
    expect((await lan.type('xong')).text).toMatch(/Đã gửi cán bộ báo cáo tháng 11\/2026.*kèm 2 ảnh/);
    expect(lan.last().text).toContain('Lần sau: trước hết thứ Sáu 25/12');
    await lan.tap(send);
    expect(await told(id, 'progress-reported')).toEqual([
      { month: '2026-11', text: 'may da ve xuong, dang lap', fileIds: [first, second] },
    ]);
    expect((await lan.tap('my-dossiers:list')).text).toContain('trước hết thứ Sáu 25/12');
  });

  it('answers a question in the middle, keeps what was written, and nothing of the question', async () => {
    const lan = house.meet();
    const id = await bring(lan, 4);
    await lan.type('báo cáo tiến độ');
    await lan.type('đã đổ xong nền xưởng');
    const answered = await lan.type('mua máy sấy mới được hỗ trợ bao nhiêu?');
    expect(answered.text).toContain('Đã ghi: “đã đổ xong nền xưởng”');
    await lan.type('gửi');
    expect(await told(id, 'progress-reported')).toMatchObject([{ text: 'đã đổ xong nền xưởng' }]);
  });

  it('a photo of the work that is sent without a word is one, and nothing leaves before it is sent', async () => {
    const lan = house.meet();
    const id = await bring(lan, 4);
    expect((await lan.sendPhotos(1)).text).toContain('Đã ghi: 1 ảnh');
    await lan.pick('Để sau');
    expect(lan.last().text).toContain('chưa gửi gì');
    expect(await told(id, 'progress-reported')).toEqual([]);
  });

  it('an empty one is not sent: it asks again', async () => {
    const lan = house.meet();
    const id = await bring(lan, 4);
    await lan.tap(`project:report:${id}`);
    expect((await lan.type('xong')).text).toContain('việc làm tới đâu rồi');
  });

  it('of a project that is over says so, also where it was begun before', async () => {
    const lan = house.meet();
    const id = await bring(lan, 4);
    await lan.tap(`project:report:${id}`);
    await lan.type('đã xong hết');
    await act(id, { action: 'inspect', data: { inspectedOn: '2026-11-23', passed: true } });
    expect((await lan.tap('project:send')).text).toContain('không còn ở bước thực hiện');
    expect((await lan.tap('my-dossiers:list')).text).toContain('hồ sơ trước hết thứ Ba 8/12');
  });
});

describe('an amendment', () => {
  it('asks what, how and why, shows what leaves, and a second has to wait', async () => {
    const lan = house.meet();
    const id = await bring(lan, 3);
    await lan.type('xin gia hạn');
    expect(labels(lan)).toContain('Đổi thời gian');
    expect((await lan.pick('Đổi thời gian')).text).toContain('lùi đến ngày nào');
    expect((await lan.type('máy về chậm, xin đến 30/12')).text).toContain('“máy về chậm, xin đến 30/12”');
    expect(await told(id, 'amendment-asked')).toEqual([]);
    const sent = (await lan.pick('Gửi cho cán bộ')).text;
    expect(sent).toContain('vẫn làm theo hợp đồng');
    expect(sent).toContain('Nơi quyết định: Tỉnh. Theo Thông tư 46/2012/TT-BCT, Điều 8, khoản 3, điểm b (bản sửa đổi');
    expect(await told(id, 'amendment-asked')).toEqual([{ amendment: 'time', text: 'máy về chậm, xin đến 30/12' }]);
    expect((await lan.tap('my-dossiers:list')).text).toContain('đang xin điều chỉnh');
    expect((await lan.tap(`project:amend:${id}`)).text).toContain('đang chờ trả lời');
  });

  it('"quay lại" goes back a step, and what is given up leaves nothing', async () => {
    const lan = house.meet();
    const id = await bring(lan, 4);
    await lan.tap(`project:amend:${id}:place`);
    expect((await lan.type('quay lại')).text).toContain('muốn đổi gì so với hợp đồng');
    await lan.pick('Thôi, không đổi');
    expect(await told(id, 'amendment-asked')).toEqual([]);
  });

  it('is not asked of a stranger, and before a contract an officer is named', async () => {
    const lan = house.meet();
    const id = await bring(lan, 2);
    expect((await lan.tap(`project:amend:${id}`)).text).toContain('gặp cán bộ');
    const mai = house.meet();
    await mai.type('chào');
    expect((await mai.tap(`project:report:${id}`)).text).toContain('không thấy phiếu này');
  });
});
