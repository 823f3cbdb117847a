import { describe, expect, it } from 'vitest';
import { asksForCourses } from '../../../core/courses/asks-for-courses.ts';
import { countPlacesLeft, isOpenForEnrolment, isSameForEnrolled } from '../../../core/courses/course.ts';
import { findCourseFault } from '../../../core/courses/course-fault.ts';
import { rankCourses, wordsOfCourse } from '../../../core/courses/rank-courses.ts';
import { at, BOOKS } from '../../support/courses.ts';

const now = at('2026-11-23 09:00');
const seconds = (count: number): Date => new Date(BOOKS.closesAt.getTime() + count * 1000);

describe('a course', () => {
  it('is open one second before its enrolment closes, and neither at that second nor after it', () => {
    const published = { state: 'published' as const, closesAt: BOOKS.closesAt };
    expect([-1, 0, 1].map((count) => isOpenForEnrolment(published, seconds(count)))).toEqual([true, false, false]);
    expect(isOpenForEnrolment({ ...published, state: 'draft' }, now)).toBe(false);
    expect(isOpenForEnrolment({ ...published, state: 'cancelled' }, now)).toBe(false);
  });

  it.each([
    [{ endsOn: '2027-01-11' }, 'course.ends-before-start'],
    [{ closesAt: at('2027-01-13 00:00') }, 'course.closes-after-start'],
    [{ closesAt: at('2027-01-12 23:59') }, undefined],
    [{ startsOn: '2026-11-22', endsOn: '2026-11-22', closesAt: at('2026-11-22 08:00') }, 'course.starts-in-past'],
    [{ closesAt: now }, 'course.closes-in-past'],
    [{ startsOn: '2029-01-12', endsOn: '2029-01-14' }, 'course.too-far'],
    [{}, undefined],
  ])('with %j has the fault %s', (change, fault) => {
    expect(findCourseFault({ ...BOOKS, ...change }, { now })).toBe(fault);
  });

  it('whose enrolment is over may still be moved to another house', () => {
    const late = at('2027-01-10 09:00');
    expect(findCourseFault(BOOKS, { now: late })).toBe('course.closes-in-past');
    expect(findCourseFault(BOOKS, { now: late, before: BOOKS })).toBeUndefined();
  });

  it('is another matter for those who chose it by its time, place or cost; not by its places, note or closing', () => {
    const changes = [{ hours: 'chiều' }, { endsOn: '2027-01-15' }, { address: 'Trường nghề' }, { fee: '200.000 đồng' }];
    expect(changes.some((change) => isSameForEnrolled(BOOKS, { ...BOOKS, ...change }))).toBe(false);
    const quiet = { ...BOOKS, places: 5, note: 'Mang sổ', closesAt: now, teaches: 'khác', forWhom: '' };
    expect(isSameForEnrolled(BOOKS, quiet)).toBe(true);
  });

  it('that more people asked for than it holds has no place left', () => {
    expect([29, 30, 31].map((taken) => countPlacesLeft(BOOKS, { taken }))).toEqual([1, 0, 0]);
  });
});

describe('a question for courses', () => {
  it.each([
    'có lớp nào sắp mở không',
    'bao giờ có lớp kế toán',
    'học ở đâu',
    'sap co lop tap huan nao ko',
    'o xa co mo lop day nghe ko',
    'lop ke toan con cho k',
    'khi nao khai giang',
    'lịch học thế nào',
  ])('"%s" is heard', (text) => {
    expect(asksForCourses(text)).toBe('asks');
  });

  it.each(['dang ky hoc quan ly', 'xin đi học kế toán', 'cho em di hoc voi'])('"%s" is a wish to attend', (text) => {
    expect(asksForCourses(text)).toBe('wishes');
  });

  it.each([
    'mở lớp dạy nghề được hỗ trợ bao nhiêu',
    'tôi muốn mở lớp dạy dệt thổ cẩm',
    'lớp tập huấn cần giấy tờ gì',
    'đào tạo nghề có được hỗ trợ không',
    'có chương trình khoa học công nghệ nào không',
    'trường dạy nghề tuyển sinh khi nào',
    'mua máy sấy được bao nhiêu',
    'ở đâu bán máy',
  ])('"%s" is another matter', (text) => {
    expect(asksForCourses(text)).toBeUndefined();
  });

  it('puts the course that it names before the others', () => {
    const courses = ['Bán hàng qua mạng', 'Quản lý xưởng', 'Sổ sách hợp tác xã'].map((title) => ({
      title,
      teaches: '',
    }));
    const first = (text: string) => rankCourses(courses, wordsOfCourse(text))[0]?.title;
    expect(first('bao gio co lop so sach')).toBe('Sổ sách hợp tác xã');
    expect(first('dang ky hoc quan ly')).toBe('Quản lý xưởng');
    expect(first('có lớp nào không')).toBe('Bán hàng qua mạng');
  });
});
