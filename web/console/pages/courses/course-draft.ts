import type { CourseData, CourseFields } from '../../api/course-queries.ts';
import { type DayAndTime, toDayAndTime, toInstant } from '../../text/office-time.ts';

/** The form of a course as its inputs hold it: what is stated, but a number and an instant as they are typed. */
export type CourseDraft = Omit<CourseFields, 'communeCode' | 'places' | 'closesAt'> & {
  /** Empty: bound to none. */
  communeCode: string;
  places: string;
  closes: DayAndTime;
};

export const EMPTY: CourseDraft = {
  ...{ programme: 'management-training', title: '', teaches: '', forWhom: '', startsOn: '', endsOn: '', hours: '' },
  ...{ address: '', communeCode: '', places: '', closes: { day: '', time: '17:00' }, fee: '', note: '' },
};

export function draftOf(course: CourseData): CourseDraft {
  const { programme, title, teaches, forWhom, startsOn, endsOn, hours, address, communeCode, fee, note } = course;
  return {
    ...{ programme, title, teaches, forWhom, startsOn, endsOn, hours, address, fee, note },
    communeCode: communeCode ?? '',
    places: String(course.places),
    closes: toDayAndTime(course.closesAt),
  };
}

/** Undefined while something that a course needs is missing. */
export function readDraft({ communeCode, places, closes, ...draft }: CourseDraft): CourseFields | undefined {
  const closesAt = toInstant(closes);
  const isWhole = [draft.title, draft.teaches, draft.startsOn, draft.address].every((text) => text.trim() !== '');
  if (!isWhole || closesAt === undefined || !/^[1-9]\d{0,3}$/.test(places)) return undefined;
  return {
    ...draft,
    // A course of one day needs no second date.
    endsOn: draft.endsOn === '' ? draft.startsOn : draft.endsOn,
    communeCode: communeCode === '' ? undefined : communeCode,
    places: Number(places),
    closesAt,
  };
}
