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

async function leave(talker: Talker): Promise<string> {
  await talker.tap('register:start');
  if (talker.last().text.includes('đồng ý')) await talker.pick('Đồng ý');
  if (talker.last().text.includes('Vẫn dùng')) await talker.pick('Cơ sở khác');
  for (const text of ANSWERS) await talker.type(text);
  await talker.pick('Gửi phiếu');
  const personId = await talker.personId();
  return (await house.db.application.findFirstOrThrow({ where: { personId }, orderBy: { createdAt: 'desc' } })).id;
}

async function act(id: string, deed: ProjectDeed | { action: 'claim' | 'accept' }): Promise<void> {
  const ids = { next: randomUUID };
  const now = house.clock.now();
  await house.db.$transaction((tx) =>
    actOnApplication(tx, { id, ...(deed as ProjectDeed), actor: OFFICER, requestId: randomUUID(), now, ids }),
  );
}

/** The one message: where it stands, what is missing, what is next and by when. */
const ONE_MESSAGE = /^KC-\d{4}-\d{4}: mua máy móc.*\nTình trạng: .*\n/;

describe('who has a dossier and asks about it without naming it', () => {
  it('gets the one message about it, from the sending to the closing, with what is missing, what is next and by when', async () => {
    const lan = house.meet();
    const id = await leave(lan);
    const asks = async (text: string, next: RegExp): Promise<void> => {
      const reply = await lan.type(text);
      expect(reply.text, text).toMatch(ONE_MESSAGE);
      expect(reply.text.split('\n'), text).toHaveLength(3);
      expect(reply.text, text).toMatch(next);
    };
    await asks('da duyet chua em oi', /chờ cán bộ xem.*\n.*cán bộ xem và nhắn.*20\/5\/2027 \(ngày chưa xác nhận/);
    await asks('con thieu gi', /chưa có: mã số thuế, người đại diện, nơi đặt xưởng và 8 mục nữa/);
    await house.decide(lan, { action: 'claim' });
    await asks('sao lau the', /đang xem xét/);
    const items = [{ questionId: 'price', remark: 'Ghi rõ giá.' }];
    await house.decide(lan, { action: 'return', items });
    await asks(
      'ho so bi tra lai thi lam sao',
      /chờ anh\/chị bổ sung.*\nViệc tiếp theo: anh\/chị bổ sung dự kiến chi, rồi gửi lại/,
    );
    await asks('toi phai nop gi nua', /bổ sung/);
    await lan.tap(`details:open:${id}`);
    await lan.type('450tr');
    await lan.pick('Để sau');
    await asks('viec tiep theo cua toi la gi', /các mục đã bổ sung đủ, anh\/chị chọn gửi lại/);
    await lan.tap(`details:resubmit:${id}`);
    await act(id, { action: 'claim' });
    await act(id, { action: 'accept' });
    await asks('bao gio co ket qua', /được chấp nhận.*\n.*2027 trở đi.*2028.*20\/5\/2027 \(ngày chưa xác nhận/);
    await act(id, { action: 'propose', data: { planYear: 2028, fund: 'national', amountVnd: 150_000_000 } });
    await asks('duyet chua', /kế hoạch năm 2028.*15\/6\/2027 \(ngày chưa xác nhận, cán bộ có thể đổi\)/);
    await act(id, { action: 'approve', data: { nationalVnd: 150_000_000, localVnd: 0, counterpartVnd: 250_000_000 } });
    await asks('khi nao ky hop dong', /Được duyệt 150 triệu.*\nViệc tiếp theo: ký hợp đồng/);
    await act(id, { action: 'contract', data: { number: '1', signedOn: '2026-11-20', endsOn: '2026-12-20' } });
    await asks('gio lam gi tiep', /làm đến hết Chủ nhật 20\/12/);
    await act(id, { action: 'begin' });
    await asks('bao gio co tien', /báo tiến độ kèm ảnh, trước hết thứ Tư 25\/11/);
    await act(id, { action: 'ask-amendment', data: { amendment: 'time', text: 'máy về chậm' } });
    await asks(
      'ho so cua toi the nao roi',
      /chờ trả lời việc xin điều chỉnh.*báo tiến độ kèm ảnh, trước hết thứ Tư 25\/11/,
    );
  });

  it('and has several is asked which, of those that go on', async () => {
    const lan = house.meet();
    await leave(lan);
    await house.decide(lan, { action: 'claim' });
    await house.decide(lan, { action: 'decline', reason: 'Chưa đúng đối tượng.' });
    house.clock.advance(3_600_000);
    await leave(lan);
    expect((await lan.type('co ket qua chua')).text).toMatch(ONE_MESSAGE);
    const rule = (await lan.type('bao gio co tien')).choices.find(({ key }) => key.startsWith('ask:article:'));
    expect((await lan.tap(rule?.key ?? '')).text).toContain('Thường nhận sau: làm xong, nghiệm thu');
    expect((await lan.type('sao ho so bi tu choi')).text).toContain('phiếu không được chấp nhận');
    house.clock.advance(3_600_000);
    await leave(lan);
    expect((await lan.type('co ket qua chua')).text).toContain('2 phiếu');
  });

  it('in the middle of another request gets it too, and the question that stood is asked again', async () => {
    const lan = house.meet();
    await leave(lan);
    house.clock.advance(3_600_000);
    await lan.tap('register:start');
    if (lan.last().text.includes('Vẫn dùng')) await lan.pick('Cơ sở khác');
    await lan.type('mua máy');
    const reply = await lan.type('bao giờ có kết quả?');
    expect(reply.text).toMatch(ONE_MESSAGE);
    expect(reply.text).toContain('Câu 2/8');
  });
});

describe('who has only begun one', () => {
  it('hears that it was not sent, and of when something comes what holds for everybody', async () => {
    const lan = house.meet();
    await lan.tap('register:start');
    await lan.pick('Đồng ý');
    await lan.type('mua máy');
    await lan.type('menu');
    expect((await lan.type('da duyet chua')).text).toContain('Tình trạng: chưa gửi');
    expect((await lan.type('bao gio co tien')).text).toContain('kế hoạch năm sau');
  });
});

describe('who has none', () => {
  it('is told so, or what holds for everybody', async () => {
    const mai = house.meet();
    await mai.type('chào');
    for (const text of ['da duyet chua em oi', 'viec tiep theo cua toi la gi', 'con thieu gi', 'toi phai nop gi nua']) {
      expect((await mai.type(text)).text, text).toContain('chưa có phiếu nào');
    }
    expect((await mai.type('bao gio co tien')).text).toMatch(/kế hoạch năm sau|Thường nhận sau/);
    expect((await mai.type('khi nao ky hop dong')).text).toContain('duyệt');
    expect((await mai.type('ho so bi tra lai thi lam sao')).text).toContain('nhắn rõ từng mục cần bổ sung');
  });
});

describe('a wish for what is another office’s', () => {
  it('is told so before a request begins, which stays a button', async () => {
    const lan = house.meet();
    await lan.type('chào');
    for (const text of ['muốn mua máy cày', 'cho vay von mua may', 'muon lam nha xuong']) {
      const { choices, text: said } = await lan.type(text);
      expect(said, text).toMatch(/khuyến nông|không cho vay|không thấy ghi/);
      expect(choices.map(({ label }) => label)).toContain('Gửi phiếu nhu cầu');
    }
    expect((await lan.type('muốn mua máy sấy')).text).toContain('đồng ý');
  });
});

describe('a price inside a question in the middle of a request', () => {
  const priceOf = async (talker: Talker): Promise<unknown> => {
    const personId = await talker.personId();
    const { answers } = await house.db.application.findFirstOrThrow({
      where: { personId },
      include: { answers: true },
    });
    return answers.find(({ questionId }) => questionId === 'price')?.value;
  };
  const begin = async (first = 'mua máy'): Promise<Talker> => {
    const lan = house.meet();
    await lan.tap('register:start');
    await lan.pick('Đồng ý');
    await lan.type(first);
    return lan;
  };

  it.each([
    ['may nay 30 trieu, duoc bao nhieu?', 30_000_000, /nhiều nhất 15 triệu/],
    ['gia 250tr thi nha nuoc cho bao nhieu a', 250_000_000, /tối đa 125 triệu/],
  ])('"%s" is answered, and the price is kept and told back', async (text, minVnd, sum) => {
    const lan = await begin();
    const reply = await lan.type(text);
    expect(reply.text).toMatch(sum);
    expect(reply.text).toMatch(/Đã ghi dự kiến chi: (?:30|250) triệu đồng\..*\n.*Câu 2\/8/s);
    expect(await priceOf(lan)).toEqual({ minVnd, maxVnd: minVnd });
  });

  it('where the price itself is asked is its answer, and the next question comes', async () => {
    const lan = await begin();
    for (const text of ANSWERS.slice(1, 7)) await lan.type(text);
    expect(lan.last().text).toContain('Câu 8/8');
    expect((await lan.type('400tr thì được hỗ trợ bao nhiêu?')).text).not.toContain('Câu 8/8');
    expect(await priceOf(lan)).toEqual({ minVnd: 400_000_000, maxVnd: 400_000_000 });
  });

  it.each([
    ['mua máy', 'nếu máy 500 triệu thì được bao nhiêu?'],
    ['mua máy', 'hàng xóm mua máy 200 triệu được bao nhiêu?'],
    ['đi hội chợ', 'mua máy sấy 400 triệu được bao nhiêu?'],
  ])("that is another's, only thought of, or of something else is not kept", async (need, text) => {
    const lan = await begin(need);
    await lan.type(text);
    expect(await priceOf(lan)).toBeUndefined();
  });

  it('is corrected as any other answer', async () => {
    const lan = await begin();
    await lan.type('máy này 30 triệu, được bao nhiêu?');
    await lan.type('sửa giá 40tr');
    expect(await priceOf(lan)).toEqual({ minVnd: 40_000_000, maxVnd: 40_000_000 });
  });
});
