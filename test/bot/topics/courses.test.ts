import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadPlaces } from '../../../host/load-places.ts';
import { findCourse } from '../../../records/courses.ts';
import { alterCourse, doToCourse } from '../../../staff/courses/course-deeds.ts';
import { addCourse, at, BOOKS } from '../../support/courses.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterEach(async () => {
  house.clock.set('2026-11-23T02:00:00Z');
  await house.db.delivery.deleteMany();
  await house.db.course.deleteMany();
});
afterAll(async () => {
  await house.close();
});

const officer = { id: 'officer', name: 'Lan', email: 'lan@example.vn', role: 'officer' as const };
const hold = (fields: Partial<typeof BOOKS> = {}) => addCourse(house.db, house.clock.now(), fields);
const deps = async () => {
  const places = await loadPlaces();
  return { db: house.db, clock: house.clock, listCommunes: async (code: string) => places.listCommunes(code) };
};
const asked = async (id: string) => {
  const revision = (await findCourse(house.db, id))?.revision ?? 0;
  return { id, revision, requestId: randomUUID(), officer };
};
const change = async (id: string, fields: Partial<typeof BOOKS>) =>
  await alterCourse(await deps(), { ...(await asked(id)), fields: { ...BOOKS, ...fields } });
const doIt = async (id: string, deed: 'cancel' | 'undo', reason = '') =>
  await doToCourse(await deps(), { ...(await asked(id)), deed, reason });

async function greeted(): Promise<Talker> {
  const talker = house.meet();
  await talker.type('chào');
  return talker;
}
/** Answers what a request asks of its establishment and sends it. */
async function complete(talker: Talker): Promise<string> {
  for (const text of ['miến dong', 'xã Côn Minh, Na Rì', 'HTX Tài Hoan', 'hợp tác xã', 'Nguyễn Thị Hoa', '0900000001'])
    await talker.type(text);
  return (await talker.pick('Gửi phiếu')).text;
}
/** Chooses a course and begins its request. */
async function choose(id: string): Promise<Talker> {
  const talker = await greeted();
  await talker.tap(`courses:choose:${id}`);
  await talker.pick('Đồng ý');
  return talker;
}
async function enrol(id: string): Promise<{ talker: Talker; said: string }> {
  const talker = await choose(id);
  return { talker, said: await complete(talker) };
}

describe('who asks for courses', () => {
  it('sees those that can be enrolled in, three at a time, each in one line, what was named first', async () => {
    const talker = await greeted();
    for (const [title, day] of [
      ['Bán hàng qua mạng', '05'],
      ['Quản lý xưởng', '06'],
      ['Khởi sự', '07'],
    ])
      await hold({
        title,
        teaches: 'nhiều việc',
        startsOn: `2027-01-${day}`,
        endsOn: `2027-01-${day}`,
        closesAt: at('2027-01-04 17:00'),
      });
    await hold();
    const said = await talker.type('bao gio co lop tinh gia');
    expect(said.text.split('\n')).toEqual([
      'Lớp đang nhận đăng ký:',
      '- Sổ sách, tính giá: 12–14/1, Nhà văn hoá thôn Chợ Mới, còn 30 chỗ',
      '- Bán hàng qua mạng: 5/1, Nhà văn hoá thôn Chợ Mới, còn 30 chỗ',
      '- Quản lý xưởng: 6/1, Nhà văn hoá thôn Chợ Mới, còn 30 chỗ',
    ]);
    expect((await talker.pick('Xem thêm')).text).toContain('- Khởi sự: 7/1');
  });

  it('is told honestly that none is open, and may leave a wish instead', async () => {
    const talker = await greeted();
    expect((await talker.type('có lớp nào sắp mở không')).text).toContain('chưa có lớp nào đang nhận đăng ký');
    await talker.pick('tập huấn quản lý');
    expect((await talker.pick('Đồng ý')).text).toContain('Câu 2/7');
    const sent = await complete(talker);
    expect(sent).toContain('KC-2026-');
    expect((await talker.pick('Bổ sung')).choices.map(({ label }) => label).join('|')).toContain('Muốn học');
  });

  it('is offered a course until the second before its enrolment closes, and not from that second on', async () => {
    const id = await hold();
    const talker = await greeted();
    house.clock.set(new Date(BOOKS.closesAt.getTime() - 1000).toISOString());
    expect((await talker.type('có lớp nào không')).text).toContain('Sổ sách, tính giá');
    for (const late of [0, 1000]) {
      house.clock.set(new Date(BOOKS.closesAt.getTime() + late).toISOString());
      expect((await talker.type('có lớp nào không')).text).toContain('chưa có lớp nào');
      expect((await talker.tap(`courses:choose:${id}`)).text).toContain('Lớp Sổ sách, tính giá đã hết hạn đăng ký.');
    }
  });

  it('sees no draft, no cancelled course, and is not led astray by a key that is none', async () => {
    const talker = await greeted();
    const id = await hold();
    await doIt(id, 'cancel');
    expect((await talker.type('có lớp nào không')).text).toContain('chưa có lớp nào');
    expect((await talker.tap(`courses:show:${id}`)).text).toContain('không mở nữa');
    for (const key of ['courses:show:x', `courses:choose:${randomUUID()}`, 'courses:list:9999', 'courses:wish:x'])
      expect((await talker.tap(key)).text).not.toBe('');
  });
});

describe('a course that was chosen', () => {
  it('becomes part of the request, is told at its review, and is kept as it was called then', async () => {
    const id = await hold();
    const talker = await greeted();
    await talker.type('dang ky hoc quan ly so sach');
    expect((await talker.pick('Sổ sách')).text).toContain('Thời gian: từ thứ Ba 12/1/2027 đến thứ Năm 14/1/2027');
    await talker.pick('Đăng ký lớp này');
    expect((await talker.pick('Đồng ý')).text).toContain('Đã ghi lớp: Sổ sách, tính giá, 12–14/1');
    const said = await complete(talker);
    expect(said).toContain('Lúc này lớp còn chỗ cho anh/chị');
    const answer = await house.db.applicationAnswer.findFirstOrThrow({ where: { questionId: 'course' } });
    expect(answer.value).toEqual({ courseId: id, title: BOOKS.title, startsOn: BOOKS.startsOn, endsOn: BOOKS.endsOn });
    expect(answer.raw).toContain('12–14/1');
    expect((await talker.tap(`courses:choose:${id}`)).text).toContain('đã chọn lớp này rồi, trong phiếu KC-2026-');
    expect((await talker.type('học ở đâu')).text).toContain('Anh/chị đã chọn: Sổ sách, tính giá, 12–14/1, Nhà văn hoá');
    await talker.tap(`courses:choose:${id}`);
    expect((await talker.pick('Đăng ký cho cơ sở khác')).text).not.toContain('đã chọn lớp này rồi');
  });

  it('goes into the request for training that was sent without one', async () => {
    const talker = await greeted();
    await talker.tap('courses:wish:management-training');
    await talker.pick('Đồng ý');
    await hold();
    await complete(talker);
    await talker.pick('Chọn lớp đang nhận');
    await talker.pick('Sổ sách');
    expect((await talker.pick('Đăng ký lớp này')).text).toMatch(/Đã ghi lớp vào phiếu KC-2026-\d+: Sổ sách/);
    expect(await house.db.application.count({ where: { personId: await talker.personId() } })).toBe(1);
  });

  it('in the middle of a request for something else waits for the next one', async () => {
    const id = await hold();
    const talker = await greeted();
    await talker.type('tôi muốn mua máy sấy miến');
    await talker.pick('Đồng ý');
    expect((await talker.type('có lớp nào không')).text).toContain('Sổ sách, tính giá');
    await talker.tap(`courses:choose:${id}`);
    expect(talker.last().text).toContain('Xong phiếu đang làm dở');
    for (const text of [
      'miến dong',
      'xã Côn Minh, Na Rì',
      'HTX Tài Hoan',
      'hợp tác xã',
      'Nguyễn Thị Hoa',
      '0900000001',
    ])
      await talker.type(text);
    await talker.type('400tr');
    await talker.pick('Gửi phiếu');
    expect((await talker.pick('Làm luôn phiếu')).text).toContain('Đã ghi lớp: Sổ sách, tính giá');
    expect((await talker.pick('Gửi phiếu')).text).toContain('Lúc này lớp còn chỗ');
  });

  it('that is full says so before and after, with the true place in the waiting list', async () => {
    const id = await hold({ places: 1 });
    expect((await enrol(id)).said).toContain('Lúc này lớp còn chỗ');
    const second = await enrol(id);
    expect(second.said).toContain('Lớp đã đủ chỗ, anh/chị đứng thứ 1 trong danh sách chờ');
    const third = await greeted();
    expect((await third.type('co lop nao ko')).text).toContain('đã đủ chỗ, 1 phiếu đang chờ');
    expect((await third.pick('Sổ sách')).text).toContain('anh/chị đứng thứ 2 trong danh sách chờ');
    expect(third.last().choices[0]?.label).toBe('Ghi vào danh sách chờ');
  });

  it('whose enrolment closed before the request was sent says that an officer decides', async () => {
    const id = await hold();
    const talker = await choose(id);
    house.clock.set(BOOKS.closesAt.toISOString());
    expect(await complete(talker)).toContain('Lớp hết hạn đăng ký trước khi phiếu được gửi');
  });
});

describe('a course that changes', () => {
  it('is told to each person who chose it once, with the new dates alone', async () => {
    const id = await hold();
    const { talker } = await enrol(id);
    await choose(id);
    await greeted();
    await change(id, { startsOn: '2027-01-19', endsOn: '2027-01-20' });
    expect(await house.deliver()).toEqual([]);
    await change(id, { startsOn: '2027-01-26', endsOn: '2027-01-27' });
    house.clock.advance(6 * 60_000);
    const told = await house.deliver();
    expect(told).toHaveLength(2);
    for (const { content } of told) {
      expect(content.text).toContain('từ thứ Ba 26/1/2027 đến thứ Tư 27/1/2027');
      expect(content.text).not.toMatch(/12\/1|14\/1|19\/1|20\/1/);
    }
    expect(await house.deliver()).toEqual([]);
    expect((await talker.type('học ở đâu')).text).toContain('26–27/1');
    expect((await talker.type('phiếu của tôi')).text).toContain('Đã ghi lớp: Sổ sách, tính giá, 26–27/1');
  });

  it('in its note or places only is told to nobody', async () => {
    const id = await hold();
    await choose(id);
    await change(id, { note: 'Mang sổ bán hàng', places: 10 });
    house.clock.advance(6 * 60_000);
    expect(await house.deliver()).toEqual([]);
  });

  it('and is cancelled before that was told is told once, that it is cancelled', async () => {
    const id = await hold();
    await choose(id);
    await change(id, { hours: 'chiều 14 giờ' });
    await doIt(id, 'cancel', 'giảng viên ốm.');
    house.clock.advance(6 * 60_000);
    const told = await house.deliver();
    expect(told.map(({ content }) => content.text)).toEqual([
      'Lớp Sổ sách, tính giá (từ thứ Ba 12/1/2027 đến thứ Năm 14/1/2027) không mở nữa.\nLý do: giảng viên ốm.\nPhiếu của anh/chị vẫn được giữ, anh/chị chọn lớp khác được.',
    ]);
  });

  it('is left for another one in the same request once it is cancelled', async () => {
    const id = await hold();
    const { talker } = await enrol(id);
    await doIt(id, 'cancel');
    const other = await hold({ title: 'Bán hàng qua mạng' });
    expect((await talker.tap(`courses:choose:${other}`)).text).toContain('Đã ghi lớp vào phiếu KC-2026-');
    expect(await house.db.application.count({ where: { personId: await talker.personId() } })).toBe(1);
  });

  it('is not asked about what it says itself; once it is cancelled that is asked, once it is held after all no more, and no answer is lost', async () => {
    const id = await hold();
    const { talker } = await enrol(id);
    const dossier = await house.db.application.findFirstOrThrow({ where: { personId: await talker.personId() } });
    const items = async () =>
      (await talker.tap(`details:open:${dossier.id}`)).choices.map(({ label }) => label).join('|');
    const OWN = /Muốn học|Buổi học|Nơi học|Lúc nào|Dự kiến/;
    const before = await items();
    expect(before).not.toMatch(OWN);
    expect(before).toContain('Số người');
    await doIt(id, 'cancel');
    const asked = await items();
    expect(asked).toContain('Muốn học: chưa có');
    await talker.pick('Muốn học: chưa có');
    await talker.type('bán hàng');
    await doIt(id, 'undo');
    expect(await items()).toBe(before);
    await doIt(id, 'cancel');
    expect(await items()).not.toContain('Muốn học: chưa có');
    expect(asked.split('|').length).toBeGreaterThan(before.split('|').length);
  });

  it.each(['đổi lớp khác', 'doi lop', 'chuyển sang lớp tháng 1', 'cho em đổi qua lớp khác với'])(
    'is left for another by "%s", also in the middle of the details: the same request, no amendment',
    async (words) => {
      const { talker } = await enrol(await hold());
      const other = await hold({ title: 'Bán hàng qua mạng' });
      const { id } = await house.db.application.findFirstOrThrow({ where: { personId: await talker.personId() } });
      await talker.tap(`details:open:${id}`);
      const listed = await talker.type(words);
      expect(listed.text).toContain('Lớp đang nhận đăng ký');
      expect(listed.text).not.toMatch(/điều chỉnh/i);
      await talker.pick('Bán hàng qua mạng');
      expect((await talker.pick('Đổi sang lớp này')).text).toContain('Đã ghi lớp vào phiếu KC-2026-');
      const [answer] = await house.db.applicationAnswer.findMany({
        where: { applicationId: id, questionId: 'course' },
      });
      expect(answer?.value).toMatchObject({ courseId: other });
      expect(await house.db.application.count({ where: { personId: await talker.personId() } })).toBe(1);
    },
  );

  it('can be undone until it is told; a change that it had replaced is told after all', async () => {
    const id = await hold();
    await choose(id);
    await change(id, { hours: 'chiều 14 giờ' });
    await doIt(id, 'cancel');
    await doIt(id, 'undo');
    house.clock.advance(6 * 60_000);
    const told = await house.deliver();
    expect(told).toHaveLength(1);
    expect(told[0]?.content.text).toContain('chiều 14 giờ');
    await doIt(id, 'cancel');
    house.clock.advance(6 * 60_000);
    await expect(doIt(id, 'undo')).rejects.toMatchObject({ code: 'course.told-already' });
  });

  it('at night waits for the morning', async () => {
    const id = await hold();
    await choose(id);
    house.clock.set('2026-11-23T15:00:00Z');
    await doIt(id, 'cancel');
    house.clock.set('2026-11-23T23:59:00Z');
    expect(await house.deliver()).toEqual([]);
    house.clock.set('2026-11-24T00:00:00Z');
    expect(await house.deliver()).toHaveLength(1);
  });
});

describe('a course that is chosen while the consent for another need is asked', () => {
  it('is wished for beside that need, which is not dropped', async () => {
    const id = await hold();
    const talker = house.meet();
    await talker.type('htx em muốn mua máy sấy 300tr và làm bao bì');
    await talker.tap(`courses:choose:${id}`);
    expect((await talker.pick('Đồng ý')).text).toContain('Câu 2/8');
    const [dossier] = await house.db.application.findMany({
      where: { personId: await talker.personId() },
      include: { answers: true },
    });
    const kept = Object.fromEntries((dossier?.answers ?? []).map(({ questionId, value }) => [questionId, value]));
    expect(kept).toMatchObject({
      need: 'machinery',
      also: { optionIds: ['packaging', 'management-training'] },
      course: { courseId: id },
    });
  });
});
