import type { CourseFields } from '../../core/courses/course.ts';
import { countPlacesLeft } from '../../core/courses/course.ts';
import { wordsForTime } from '../../core/schedule/words-for-time.ts';
import { OFFICE_ZONE } from '../../core/time.ts';
import { sayDay, sayTimeWithLeft } from '../../locales/say-time.ts';
import { type Locale, type Words, wordsFor } from '../../locales/words.ts';
import type { CourseCounts } from '../../records/course-enrolments.ts';
import type { DeliveryContent } from '../../records/deliveries.ts';

/** A course with the name of its commune, where it has one ("Xã Côn Minh"). */
export type ToldCourse = Omit<CourseFields, 'communeCode' | 'provinceCode'> & { commune: string | undefined };

/** "12–14/1", "30/1–2/2", "12/1": in a list of what is to come. */
export function sayShortDates({ t }: Words, { startsOn, endsOn }: Pick<CourseFields, 'startsOn' | 'endsOn'>): string {
  const [from, to] = [Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(endsOn)];
  if (startsOn === endsOn) return t('courses:dates.short.one', { day: from.day, month: from.month });
  const values = { day: from.day, month: from.month, lastDay: to.day, lastMonth: to.month };
  return t(from.month === to.month ? 'courses:dates.short.sameMonth' : 'courses:dates.short.several', values);
}

/** "từ thứ Ba 12/1/2027 đến thứ Năm 14/1/2027": the year where it is not this one. */
function sayDates(words: Words, { startsOn, endsOn }: Pick<CourseFields, 'startsOn' | 'endsOn'>, now: Date): string {
  const from = sayIsoDay(words, startsOn, now);
  if (startsOn === endsOn) return words.t('courses:dates.one', { day: from });
  return words.t('courses:dates.several', { from, to: sayIsoDay(words, endsOn, now) });
}

function sayIsoDay(words: Words, day: string, now: Date): string {
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: OFFICE_ZONE, plainTime: '12:00' });
  return sayDay(words, wordsForTime({ at: new Date(noon.epochMilliseconds), now }));
}

/** "Nhà văn hoá xã, Xã Côn Minh" */
export function sayPlace({ address, commune }: Pick<ToldCourse, 'address' | 'commune'>): string {
  return [address, commune].filter(Boolean).join(', ');
}

/** "còn 12 chỗ", or that it is full and how many wait. */
function saySeats({ t }: Words, course: Pick<CourseFields, 'places'>, counts: CourseCounts): string {
  const count = countPlacesLeft(course, { taken: counts.people });
  if (count > 0) return t('courses:seats.left', { count });
  return counts.waiting === 0 ? t('courses:seats.full') : t('courses:seats.fullWaiting', { count: counts.waiting });
}

/** One line of a list: "Kế toán hợp tác xã: 12–14/1, Xã Côn Minh, còn 12 chỗ". */
export function courseLine(words: Words, course: ToldCourse, counts: CourseCounts): string {
  return words.t('courses:line', {
    title: course.title,
    dates: sayShortDates(words, course),
    place: course.commune ?? course.address,
    seats: saySeats(words, course, counts),
  });
}

/** All that a person needs to know before choosing it. */
export function courseLines(words: Words, course: ToldCourse, { counts, now }: { counts: CourseCounts; now: Date }) {
  const { t } = words;
  const { title, teaches, forWhom, hours, fee, note } = course;
  const when = [sayDates(words, course, now), hours].filter(Boolean).join(', ');
  return [
    t('courses:show.title', { title, teaches: withoutStop(teaches) }),
    ...(forWhom === '' ? [] : [t('courses:show.forWhom', { forWhom: withoutStop(forWhom) })]),
    t('courses:show.when', { when: withoutStop(when) }),
    t('courses:show.place', { place: withoutStop(sayPlace(course)) }),
    ...(fee === '' ? [] : [t('courses:show.fee', { fee: withoutStop(fee) })]),
    t('courses:show.until', {
      seats: saySeats(words, course, counts),
      closes: sayTimeWithLeft(words, wordsForTime({ at: course.closesAt, now })),
    }),
    ...(note === '' ? [] : [note]),
  ];
}

/** What everybody who chose a course reads when it is another one now, or is not held. Never what it was before. */
export function courseNews(
  course: ToldCourse & { id: string; reason: string },
  { which, locale, now }: { which: 'changed' | 'cancelled'; locale: Locale; now: Date },
): DeliveryContent {
  const words = wordsFor(locale);
  const { t } = words;
  const { id, title, hours, fee, reason } = course;
  const mine = { key: 'my-dossiers:list', label: t('courses:choice.mine') };
  const officer = { key: 'officer:start', label: t('conversation:menu.officer') };
  if (which === 'cancelled') {
    const lines = [
      t('courses:news.cancelled', { title, dates: sayDates(words, course, now) }),
      ...(reason === '' ? [] : [t('courses:news.because', { reason: withoutStop(reason) })]),
      t('courses:news.kept'),
    ];
    const others = { key: 'courses:list', label: t('courses:choice.others') };
    return { text: lines.join('\n'), choices: [others, mine, officer] };
  }
  const when = [sayDates(words, course, now), hours].filter(Boolean).join(', ');
  const lines = [
    t('courses:news.changed', { title }),
    t('courses:show.when', { when: withoutStop(when) }),
    t('courses:show.place', { place: withoutStop(sayPlace(course)) }),
    ...(fee === '' ? [] : [t('courses:show.fee', { fee: withoutStop(fee) })]),
    t('courses:news.cannot'),
  ];
  return {
    text: lines.join('\n'),
    choices: [{ key: `courses:show:${id}`, label: t('courses:choice.show') }, mine, officer],
  };
}

export function courseNewsContents(
  course: Parameters<typeof courseNews>[0],
  { which, now }: { which: 'changed' | 'cancelled'; now: Date },
): Record<Locale, DeliveryContent> {
  return { vi: courseNews(course, { which, locale: 'vi', now }), en: courseNews(course, { which, locale: 'en', now }) };
}

/** Officers end some of their lines with a full stop, some not. */
function withoutStop(text: string): string {
  return text.replace(/\s*\.$/, '');
}
