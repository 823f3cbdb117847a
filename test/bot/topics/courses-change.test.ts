import { describe, expect, it } from 'vitest';
import { openCourseHouse } from './course-house.ts';

const courses = openCourseHouse();
const { hold, change, doIt, greeted, choose, enrol } = courses;

describe('a course that changes', () => {
  it('is told to each person who chose it once, with the new dates alone', async () => {
    const id = await hold();
    const { talker } = await enrol(id);
    await choose(id);
    await greeted();
    await change(id, { startsOn: '2027-01-19', endsOn: '2027-01-20' });
    expect(await courses.house.deliver()).toEqual([]);
    await change(id, { startsOn: '2027-01-26', endsOn: '2027-01-27' });
    courses.house.clock.advance(6 * 60_000);
    const told = await courses.house.deliver();
    expect(told).toHaveLength(2);
    for (const { content } of told) {
      expect(content.text).toContain('từ thứ Ba 26/1/2027 đến thứ Tư 27/1/2027');
      expect(content.text).not.toMatch(/12\/1|14\/1|19\/1|20\/1/);
    }
    expect(await courses.house.deliver()).toEqual([]);
    expect((await talker.type('học ở đâu')).text).toContain('26–27/1');
    expect((await talker.type('phiếu của tôi')).text).toContain('Đã ghi lớp: Sổ sách, tính giá, 26–27/1');
  });

  it('in its note or places only is told to nobody', async () => {
    const id = await hold();
    await choose(id);
    await change(id, { note: 'Mang sổ bán hàng', places: 10 });
    courses.house.clock.advance(6 * 60_000);
    expect(await courses.house.deliver()).toEqual([]);
  });

  it('and is cancelled before that was told is told once, that it is cancelled', async () => {
    const id = await hold();
    await choose(id);
    await change(id, { hours: 'chiều 14 giờ' });
    await doIt(id, 'cancel', 'giảng viên ốm.');
    courses.house.clock.advance(6 * 60_000);
    const told = await courses.house.deliver();
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
    expect(await courses.house.db.application.count({ where: { personId: await talker.personId() } })).toBe(1);
  });

  it('is not asked about what it says itself; once it is cancelled that is asked, once it is held after all no more, and no answer is lost', async () => {
    const id = await hold();
    const { talker } = await enrol(id);
    const dossier = await courses.house.db.application.findFirstOrThrow({
      where: { personId: await talker.personId() },
    });
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
      const { id } = await courses.house.db.application.findFirstOrThrow({
        where: { personId: await talker.personId() },
      });
      await talker.tap(`details:open:${id}`);
      const listed = await talker.type(words);
      expect(listed.text).toContain('Lớp đang nhận đăng ký');
      expect(listed.text).not.toMatch(/điều chỉnh/i);
      await talker.pick('Bán hàng qua mạng');
      expect((await talker.pick('Đổi sang lớp này')).text).toContain('Đã ghi lớp vào phiếu KC-2026-');
      const [answer] = await courses.house.db.applicationAnswer.findMany({
        where: { applicationId: id, questionId: 'course' },
      });
      expect(answer?.value).toMatchObject({ courseId: other });
      expect(await courses.house.db.application.count({ where: { personId: await talker.personId() } })).toBe(1);
    },
  );

  it.each(['thôi không học lớp này', 'bo lop', 'em bận không đi học được', 'xin rút tên khỏi lớp này ạ', 'huỷ lớp'])(
    'is left for none by "%s", also in the middle of the details, once that is confirmed: the request stays, the place is free',
    async (words) => {
      const id = await hold({ places: 1 });
      const { talker } = await enrol(id);
      const dossier = await courses.house.db.application.findFirstOrThrow({
        where: { personId: await talker.personId() },
      });
      await talker.tap(`details:open:${dossier.id}`);
      expect((await talker.type(words)).text).toContain('Bỏ lớp Sổ sách, tính giá, 12–14/1');
      const kept = () =>
        courses.house.db.applicationAnswer.count({ where: { applicationId: dossier.id, questionId: 'course' } });
      expect(await kept()).toBe(1);
      await talker.pick('Giữ lớp');
      expect(await kept()).toBe(1);
      await talker.type(words);
      const left = await talker.pick('Bỏ lớp này');
      expect(left.text).toContain(`khỏi phiếu ${dossier.code}. Phiếu vẫn được giữ`);
      expect(await kept()).toBe(0);
      expect((await talker.tap(`courses:leave:${dossier.id}`)).text).toContain('chưa chọn lớp nào');
      expect((await (await greeted()).type('có lớp nào sắp mở không')).text).toContain('còn 1 chỗ');
      expect((await talker.tap(`details:open:${dossier.id}`)).choices.map(({ label }) => label)).toContain(
        'Muốn học: chưa có',
      );
    },
  );

  it('can be undone until it is told; a change that it had replaced is told after all', async () => {
    const id = await hold();
    await choose(id);
    await change(id, { hours: 'chiều 14 giờ' });
    await doIt(id, 'cancel');
    await doIt(id, 'undo');
    courses.house.clock.advance(6 * 60_000);
    const told = await courses.house.deliver();
    expect(told).toHaveLength(1);
    expect(told[0]?.content.text).toContain('chiều 14 giờ');
    await doIt(id, 'cancel');
    courses.house.clock.advance(6 * 60_000);
    await expect(doIt(id, 'undo')).rejects.toMatchObject({ code: 'course.told-already' });
  });

  it('at night waits for the morning', async () => {
    const id = await hold();
    await choose(id);
    courses.house.clock.set('2026-11-23T15:00:00Z');
    await doIt(id, 'cancel');
    courses.house.clock.set('2026-11-23T23:59:00Z');
    expect(await courses.house.deliver()).toEqual([]);
    courses.house.clock.set('2026-11-24T00:00:00Z');
    expect(await courses.house.deliver()).toHaveLength(1);
  });
});
