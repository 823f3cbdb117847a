import { randomUUID } from 'node:crypto';
import { fromOfficeTime, toOfficeTime } from '../../core/schedule/sending-hours.ts';
import { createCourse, saveCourse } from '../../records/courses.ts';
import type { Db } from '../../records/database.ts';
import type { TalkCourse } from './talk-line.ts';

/** A course of the sample centre, published at once; its days are counted from now. */
export async function publishTalkCourse(
  db: Db,
  { course, provinceCode, now }: { course: TalkCourse; provinceCode: string; now: Date },
): Promise<void> {
  const { starts, days, closes, communeCode, ...told } = course;
  const first = toOfficeTime(now).add(starts).toPlainDate();
  const id = randomUUID();
  await db.$transaction(async (tx) => {
    await createCourse(tx, {
      ...told,
      ...{ id, provinceCode, communeCode, now, forWhom: '', hours: '', fee: '', note: '' },
      startsOn: first.toString(),
      endsOn: first.add({ days: days - 1 }).toString(),
      closesAt: fromOfficeTime(toOfficeTime(now).add(closes)),
    });
    await saveCourse(tx, id, { state: 'published', now });
  });
}
