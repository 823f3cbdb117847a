import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { at, BOOKS } from '../../support/courses.ts';
import { openCourseHouse } from './course-house.ts';

const courses = openCourseHouse();
const { hold, doIt, greeted, complete, choose, enrol } = courses;

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

  it('who says "đăng ký đi" where none is open registers for training, and is asked which', async () => {
    const talker = await greeted();
    await talker.type('co lop day lam banh khong');
    await talker.type('dang ky di');
    expect((await talker.type('đồng ý')).choices.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Tập huấn quản lý, sổ sách, bán hàng', 'Đào tạo nghề, truyền nghề']),
    );
  });

  it('is offered a course until the second before its enrolment closes, and not from that second on', async () => {
    const id = await hold();
    const talker = await greeted();
    courses.house.clock.set(new Date(BOOKS.closesAt.getTime() - 1000).toISOString());
    expect((await talker.type('có lớp nào không')).text).toContain('Sổ sách, tính giá');
    for (const late of [0, 1000]) {
      courses.house.clock.set(new Date(BOOKS.closesAt.getTime() + late).toISOString());
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
    const answer = await courses.house.db.applicationAnswer.findFirstOrThrow({ where: { questionId: 'course' } });
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
    expect(await courses.house.db.application.count({ where: { personId: await talker.personId() } })).toBe(1);
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

  it('is still one tap away after a question under it is answered', async () => {
    const id = await hold();
    const talker = await greeted();
    await talker.tap(`courses:show:${id}`);
    const { text, choices } = await talker.type('Mất tiền ko');
    expect(text).toContain('Không mất phí');
    expect(choices[0]?.key).toBe(`courses:choose:${id}`);
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
    courses.house.clock.set(BOOKS.closesAt.toISOString());
    expect(await complete(talker)).toContain('Lớp hết hạn đăng ký trước khi phiếu được gửi');
  });
});

describe('a course that is chosen while the consent for another need is asked', () => {
  it('is wished for beside that need, which is not dropped', async () => {
    const id = await hold();
    const talker = courses.house.meet();
    await talker.type('htx em muốn mua máy sấy 300tr và làm bao bì');
    await talker.tap(`courses:choose:${id}`);
    expect((await talker.pick('Đồng ý')).text).toContain('Câu 2/8');
    const [dossier] = await courses.house.db.application.findMany({
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
