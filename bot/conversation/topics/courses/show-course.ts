import { countPlacesLeft, isOpenForEnrolment } from '../../../../core/courses/course.ts';
import { listApplications } from '../../../../records/applications.ts';
import { countEnrolled } from '../../../../records/course-enrolments.ts';
import { type Course, findCourse } from '../../../../records/courses.ts';
import { courseLines } from '../../../outbox/course-words.ts';
import type { Reply, Turn } from '../../topic.ts';
import { chosenIdOf, findEnrolledDossiers, findOther } from './chosen.ts';
import { listCoursesFor, officerChoice } from './list-courses.ts';
import { toldCourse } from './told-course.ts';

/** One course: what, when, where, for whom, what it costs, how many places are left, and the way in. */
export async function showCourse(turn: Turn, id: string): Promise<Reply> {
  const { tx, now, words, person } = turn;
  const course = await findCourse(tx, id);
  const others = { key: 'courses:list', label: words.t('courses:choice.others') };
  const sent = findEnrolledDossiers(await listApplications(tx, person.id));
  const isMine = course?.state === 'published' && sent.some((dossier) => chosenIdOf(dossier) === id);
  if (course === undefined || !(isMine || isOpenForEnrolment(course, now))) return await tellClosed(turn, course);

  const counts = (await countEnrolled(tx, [id]))(id);
  const lines = courseLines(words, toldCourse(turn, course), { counts, now });
  if (isMine) {
    const mine = { key: 'my-dossiers:list', label: words.t('courses:choice.mine') };
    return { paragraphs: lines, choices: [mine, others, officerChoice(turn)] };
  }
  const isFull = countPlacesLeft(course, { taken: counts.people }) === 0;
  const waits = words.t('courses:show.waits', { number: counts.waiting + 1 });
  const other = findOther(
    sent.filter(({ programme }) => programme === course.programme),
    id,
  );
  const swap = { key: `courses:swap:${id}`, label: words.t('courses:choice.swap', { code: other?.code ?? '' }) };
  return {
    paragraphs: isFull ? [...lines, waits] : lines,
    choices: [
      ...(other === undefined ? [] : [swap]),
      {
        key: `courses:choose:${id}`,
        label: words.t(isFull ? 'courses:choice.takeWaiting' : 'courses:choice.take'),
      },
      others,
      officerChoice(turn),
    ],
  };
}

/** A course of an old button: says what became of it, then what there is now. A draft was never told to anybody. */
export async function tellClosed(turn: Turn, course: Course | undefined): Promise<Reply> {
  const { t } = turn.words;
  const list = await listCoursesFor(turn);
  const why =
    course === undefined || course.state === 'draft'
      ? t('courses:closed.gone')
      : t(course.state === 'cancelled' ? 'courses:closed.cancelled' : 'courses:closed.over', { title: course.title });
  return { ...list, paragraphs: [why, ...list.paragraphs] };
}
