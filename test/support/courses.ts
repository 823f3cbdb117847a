import { randomUUID } from 'node:crypto';
import type { CourseFields } from '../../core/courses/course.ts';
import { createCourse, saveCourse } from '../../records/courses.ts';
import type { Db } from '../../records/database.ts';

/** An instant by the office's clock: "2027-01-08 17:00". */
export const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);

export const BOOKS: CourseFields = {
  programme: 'management-training',
  title: 'Sổ sách, tính giá',
  teaches: 'ghi sổ thu chi, tính giá bán',
  forWhom: 'chủ cơ sở, kế toán hợp tác xã',
  startsOn: '2027-01-12',
  endsOn: '2027-01-14',
  hours: 'sáng 8 giờ đến 11 giờ',
  address: 'Nhà văn hoá thôn Chợ Mới',
  provinceCode: '19',
  communeCode: undefined,
  places: 30,
  closesAt: at('2027-01-08 17:00'),
  fee: 'Miễn phí',
  note: '',
};

/** A published course; returns its id. */
export async function addCourse(db: Db, now: Date, fields: Partial<CourseFields> = {}): Promise<string> {
  const id = randomUUID();
  await db.$transaction(async (tx) => {
    await createCourse(tx, { ...BOOKS, ...fields, id, now });
    await saveCourse(tx, id, { state: 'published', now });
  });
  return id;
}
