/** The kinds of support that are taught in courses the office holds. */
export const COURSE_PROGRAMMES = ['management-training', 'vocational-training'] as const;
export type CourseProgramme = (typeof COURSE_PROGRAMMES)[number];

export function hasCourses(programme: string): programme is CourseProgramme {
  return COURSE_PROGRAMMES.some((each) => each === programme);
}

/** What the office states of a course (lớp tập huấn, lớp nghề). Texts may be empty unless said otherwise. */
export type CourseFields = {
  programme: CourseProgramme;
  /** Never empty. */
  title: string;
  /** What is taught, in plain words. Never empty. */
  teaches: string;
  forWhom: string;
  /** ISO days, both included. */
  startsOn: string;
  endsOn: string;
  /** "8 giờ đến 11 giờ 30, học buổi sáng" */
  hours: string;
  /** The house where it is held, in words. Never empty. */
  address: string;
  provinceCode: string;
  /** A commune of today; undefined when the address says it all (a course held online). */
  communeCode: string | undefined;
  /** How many people may come. */
  places: number;
  /** From this instant on nobody is enrolled any more. */
  closesAt: Date;
  /** What it costs, as the office states it: "Miễn phí". */
  fee: string;
  note: string;
};

export type CourseState = 'draft' | 'published' | 'cancelled';

/** Offered to people: published, and the enrolment has not closed. At the closing instant itself it is closed. */
export function isOpenForEnrolment({ state, closesAt }: { state: CourseState; closesAt: Date }, now: Date): boolean {
  return state === 'published' && now < closesAt;
}

/** What somebody who enrolled reckons with: another one of these, and they are told. */
const RECKONED_WITH = [
  'title',
  'startsOn',
  'endsOn',
  'hours',
  'address',
  'provinceCode',
  'communeCode',
  'fee',
] as const satisfies (keyof CourseFields)[];

type ReckonedWith = Pick<CourseFields, (typeof RECKONED_WITH)[number]>;

/** Whether those who enrolled need to be told nothing of the change. */
export function isSameForEnrolled(before: ReckonedWith, after: ReckonedWith): boolean {
  return RECKONED_WITH.every((name) => before[name] === after[name]);
}

/** How many places are left; a course that more people asked for than it holds has none. */
export function countPlacesLeft({ places }: { places: number }, { taken }: { taken: number }): number {
  return Math.max(0, places - taken);
}

/** From the day after its last on. */
export function isOver({ endsOn }: Pick<CourseFields, 'endsOn'>, today: string): boolean {
  return endsOn < today;
}
