import { readChosenCourse } from '../../../../core/courses/chosen-course.ts';
import { COURSE_PROGRAMMES, type CourseProgramme, isOver } from '../../../../core/courses/course.ts';
import { rankCourses } from '../../../../core/courses/rank-courses.ts';
import { shorten } from '../../../../core/text/shorten.ts';
import { officeDay } from '../../../../core/time.ts';
import { listApplications } from '../../../../records/applications.ts';
import { countEnrolled } from '../../../../records/course-enrolments.ts';
import { type Course, findCourse, listOpenCourses } from '../../../../records/courses.ts';
import type { Choice } from '../../../channels/channel.ts';
import { courseLine } from '../../../outbox/course-words.ts';
import type { Reply, Turn } from '../../topic.ts';
import { findEnrolledDossiers } from './chosen.ts';
import { summaryOf, toldCourse } from './told-course.ts';

/** A message holds three short lines before its choices. */
const MOST_COURSES = 3;
const LABEL_LENGTH = 48;
const MOST_ABOUT = 40;

/** Which courses can be enrolled in: those about these words (folded) first, three at a time; or plainly that there is none. */
export async function listCoursesFor(turn: Turn, options: { after?: number; about?: string } = {}): Promise<Reply> {
  const { tx, now, words, conversation } = turn;
  // It travels in the key of a button, which has to be short.
  const about = (options.about ?? '').slice(0, MOST_ABOUT).trim();
  const open = rankCourses(await listOpenCourses(tx, now), about);
  const after = (options.after ?? 0) < open.length ? (options.after ?? 0) : 0;
  const shown = open.slice(after, after + MOST_COURSES);
  const mine = await tellOwn(turn);
  if (shown.length === 0) return tellNone(turn, mine);

  const counts = await countEnrolled(
    tx,
    shown.map(({ id }) => id),
  );
  const title =
    after === 0
      ? words.t('courses:list.title')
      : words.t('courses:list.titleMore', { from: after + 1, total: open.length });
  const next = after + MOST_COURSES;
  const more: Choice = { key: `courses:list:${next}:${about}`, label: words.t('courses:choice.more') };
  const [programme] = new Set(shown.map((course) => course.programme));
  return {
    paragraphs: [
      ...mine,
      title,
      ...shown.map((course) => courseLine(words, toldCourse(turn, course), counts(course.id))),
    ],
    choices: [
      ...shown.map(({ id, title: label }) => ({ key: `courses:show:${id}`, label: shorten(label, LABEL_LENGTH) })),
      ...(next < open.length ? [more] : []),
      { key: `courses:wish:${programme ?? COURSE_PROGRAMMES[0]}`, label: words.t('courses:choice.wish.other') },
      ...(conversation.open === undefined ? [] : [{ key: 'menu:resume', label: words.t('conversation:menu.resume') }]),
      officerChoice(turn),
    ],
  };
}

function tellNone(turn: Turn, mine: string[]): Reply {
  const { words } = turn;
  const wish = (programme: CourseProgramme): Choice => ({
    key: `courses:wish:${programme}`,
    label: words.t(`courses:choice.wish.${programme}`),
  });
  return {
    paragraphs: [...mine, words.t('courses:list.none'), words.t('courses:list.noneNext')],
    choices: [
      ...COURSE_PROGRAMMES.map(wish),
      { key: 'ask:article:training', label: words.t('courses:choice.support') },
      officerChoice(turn),
    ],
  };
}

/** The courses that the person chose already and that are not over, as they are now. */
async function tellOwn(turn: Turn): Promise<string[]> {
  const { tx, now, words, person } = turn;
  const dossiers = findEnrolledDossiers(await listApplications(tx, person.id));
  const ids = dossiers.flatMap(({ answers }) => readChosenCourse(answers.course?.value)?.courseId ?? []);
  const courses = await Promise.all([...new Set(ids)].map((id) => findCourse(tx, id)));
  const isComing = (course: Course | undefined): course is Course =>
    course?.state === 'published' && !isOver(course, officeDay(now));
  return courses.filter(isComing).map((course) => words.t('courses:list.mine', { course: summaryOf(turn, course) }));
}

export function officerChoice({ words }: Turn): Choice {
  return { key: 'officer:start', label: words.t('conversation:menu.officer') };
}
