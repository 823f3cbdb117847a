import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** Leaves a request with so many answers; all eight are sent. Returns its code. */
async function leave(talker: Talker, count = 8): Promise<string | undefined> {
  await talker.tap('register:start');
  if (talker.last().text.includes('đồng ý')) await talker.pick('Đồng ý');
  if (talker.last().text.includes('Vẫn dùng')) await talker.pick('Cơ sở khác');
  for (const text of ANSWERS.slice(0, count)) await talker.type(text);
  if (count < 8) return undefined;
  await talker.pick('Gửi phiếu');
  return /KC-\d{4}-\d{4}/.exec(talker.last().text)?.[0];
}

const labels = (talker: Talker) => talker.last().choices.map(({ label }) => label);
const newest = async (talker: Talker) =>
  house.db.application.findFirstOrThrow({
    where: { personId: await talker.personId() },
    orderBy: { createdAt: 'desc' },
    include: { events: { orderBy: { seq: 'asc' } } },
  });

describe('"Phiếu của tôi"', () => {
  it('without a request says so and shows how to begin', async () => {
    const lan = house.meet();
    expect((await lan.tap('my-dossiers:list')).text).toContain('chưa có phiếu nào');
    expect(labels(lan)).toContain('Gửi phiếu nhu cầu');
  });

  it('shows one request whole: code, what, where it stands, what is missing, what happens next and by when', async () => {
    const lan = house.meet();
    const code = await leave(lan);
    const shown = await lan.tap('my-dossiers:list');
    expect(shown.text.split('\n')).toEqual([
      `${code}: mua máy móc, dây chuyền – miến dong.`,
      'Tình trạng: chờ cán bộ xem (gửi thứ Hai 23/11). Hồ sơ đã có 0/11 mục, chưa có: mã số thuế, người đại diện, nơi đặt xưởng và 8 mục nữa.',
      'Việc tiếp theo: cán bộ xem và nhắn anh/chị ở đây. Kịp nguồn quốc gia năm 2028 thì hồ sơ nộp Sở Công Thương trước hết thứ Năm 20/5/2027 (ngày chưa xác nhận, cán bộ có thể đổi).',
    ]);
  });

  it('says when an officer considers it, and it can still be withdrawn', async () => {
    const lan = house.meet();
    await leave(lan);
    const { id } = await newest(lan);
    const ids = { next: () => crypto.randomUUID() };
    await house.db.$transaction((tx) =>
      actOnApplication(tx, {
        id,
        action: 'claim',
        actor: { kind: 'officer' },
        requestId: 's',
        now: house.clock.now(),
        ids,
      }),
    );
    expect((await lan.tap('my-dossiers:list')).text).toContain('cán bộ đang xem xét');
    expect(labels(lan)).toContain('Rút phiếu này');
  });

  it('lists several, the newest first, and shows the one that is picked', async () => {
    const lan = house.meet();
    const code = await leave(lan);
    house.clock.advance(3_600_000);
    await leave(lan, 2);
    await lan.tap('my-dossiers:list');
    expect(labels(lan).slice(0, 2)).toEqual([
      'Phiếu làm dở: mua máy móc, dây chuyền – miến dong (chưa gửi)',
      `${code}: mua máy móc, dây chuyền – miến dong (chờ cán bộ xem)`,
    ]);
    expect((await lan.type('1')).text).toContain('trả lời nốt rồi gửi (2/8 câu đã xong)');
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 3/8');
  });

  it('is found by its code, but only by the person whose it is', async () => {
    const lan = house.meet();
    const code = (await leave(lan)) ?? '';
    expect((await lan.type(code.toLowerCase().replaceAll('-', ' '))).text).toContain(`${code}: mua máy`);
    const mai = house.meet();
    await mai.type('chào');
    expect((await mai.type(code)).text).not.toContain('miến dong');
    const { id } = await newest(lan);
    for (const verb of ['show', 'withdraw', 'withdraw-now', 'keep']) {
      expect((await mai.tap(`my-dossiers:${verb}:${id}`)).text).toContain('không thấy phiếu này');
    }
    expect((await newest(lan)).events.map(({ kind }) => kind)).toEqual(['started', 'submitted']);
  });
});

describe('withdrawing', () => {
  it.each(['rút', 'đồng ý', 'co a'])('asks first, and "%s" does it, once', async (yes) => {
    const lan = house.meet();
    const code = await leave(lan);
    await lan.tap('my-dossiers:list');
    const asked = await lan.pick('Rút phiếu này');
    expect(asked.text).toContain(`Rút phiếu ${code} thì cán bộ không xét phiếu này nữa`);
    const key = asked.choices.find(({ label }) => label === 'Rút phiếu')?.key ?? '';
    expect((await lan.type(yes)).text).toContain(`Đã rút phiếu ${code}`);
    expect((await lan.tap(key)).text).toContain(`Đã rút phiếu ${code}`);
    expect((await newest(lan)).events.map(({ kind }) => kind)).toEqual(['started', 'submitted', 'withdrawn']);
    await lan.tap('my-dossiers:list');
    expect(lan.last().text).toContain('anh/chị đã rút');
    expect(labels(lan)).not.toContain('Rút phiếu này');
  });

  it.each([
    ['rút phiếu', 'rút phiếu'],
    ['em muon rut ho so a', 'rut ho so'],
    ['cho toi rut lai phieu', 'rút phiếu này'],
    ['rut don giup em voi', 'rut don'],
    ['thôi huỷ phiếu đi', 'huy phieu'],
  ])('"%s" asks at once, and what cannot be withdrawn any more is told so', async (wish, again) => {
    const lan = house.meet();
    const code = await leave(lan);
    expect((await lan.type(wish)).text).toContain(`Rút phiếu ${code} thì cán bộ không xét phiếu này nữa`);
    await lan.pick('Rút phiếu');
    expect((await lan.type(again)).text).toMatch(/^Phiếu này không rút được nữa\.\n.*\nTình trạng: anh\/chị đã rút/);
  });

  it('is heard in the middle of completing a dossier too, and "thôi đừng rút" keeps it', async () => {
    const lan = house.meet();
    const code = await leave(lan);
    await lan.pick('Bổ sung hồ sơ cho đủ');
    expect((await lan.type('rút phiếu')).text).toContain(`Rút phiếu ${code} thì cán bộ không xét phiếu này nữa`);
    expect((await lan.type('thôi đừng rút')).text).toContain(code);
    expect(lan.last().text).not.toContain('Đã rút');
  });

  it('of several that can be withdrawn one has to be picked or named', async () => {
    const lan = house.meet();
    const code = await leave(lan);
    house.clock.advance(3_600_000);
    await leave(lan);
    await lan.type('rut phieu');
    expect(labels(lan)).toContain(`${code}: mua máy móc, dây chuyền – miến dong (chờ cán bộ xem)`);
    expect((await lan.type(`rút phiếu ${code}`)).text).toContain(`Rút phiếu ${code} thì`);
  });

  it.each(['thôi', 'không', 'quay lại', '1'])('"%s" keeps it', async (no) => {
    const lan = house.meet();
    const code = await leave(lan);
    await lan.tap('my-dossiers:list');
    await lan.pick('Rút phiếu này');
    expect((await lan.type(no)).text).toContain(`Phiếu ${code} vẫn giữ nguyên`);
    expect((await newest(lan)).events).toHaveLength(2);
  });

  it('a question before the answer is answered, and it is asked again', async () => {
    const lan = house.meet();
    await leave(lan);
    await lan.tap('my-dossiers:list');
    await lan.pick('Rút phiếu này');
    expect((await lan.type('may say duoc ho tro bao nhieu')).text).toContain('Anh/chị chắc chắn chứ?');
    expect((await newest(lan)).events).toHaveLength(2);
  });

  it('in the middle of another request leads back to it', async () => {
    const lan = house.meet();
    await leave(lan);
    const { id } = await newest(lan);
    house.clock.advance(3_600_000);
    await leave(lan, 2);
    await lan.tap(`my-dossiers:withdraw:${id}`);
    await lan.pick('Thôi');
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 3/8');
  });

  it('a draft cannot be withdrawn, but given up after a second yes', async () => {
    const lan = house.meet();
    await leave(lan, 2);
    const { id } = await newest(lan);
    expect((await lan.tap(`my-dossiers:withdraw-now:${id}`)).text).toContain('không rút được');
    await lan.tap('my-dossiers:list');
    await lan.pick('Bỏ phiếu này');
    expect((await newest(lan)).events).toHaveLength(1);
    await lan.pick('Bỏ phiếu này');
    expect((await newest(lan)).events.map(({ kind }) => kind)).toEqual(['started', 'discarded']);
    expect((await lan.tap('my-dossiers:list')).text).toContain('chưa có phiếu nào');
  });
});
