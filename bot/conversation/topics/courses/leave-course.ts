import { COURSE, mayChooseCourse } from '../../../../core/courses/chosen-course.ts';
import { removeAnswer } from '../../../../records/application-answers.ts';
import { type Application, listApplications } from '../../../../records/applications.ts';
import { findCourse } from '../../../../records/courses.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { chosenIdOf, findEnrolledDossiers } from './chosen.ts';
import { listCoursesFor, officerChoice } from './list-courses.ts';
import { summaryOf } from './told-course.ts';

/** "Thôi không học lớp này": asked once, since the place goes to who comes next; the request itself stays. */
export async function askLeaveCourse(turn: Turn): Promise<Reply> {
  const { tx, words } = turn;
  const chosen = await listChosen(turn);
  const [first] = chosen;
  if (first === undefined) {
    const list = await listCoursesFor(turn);
    return { ...list, paragraphs: [words.t('courses:leave.none'), ...list.paragraphs] };
  }
  const free = chosen.filter(({ status }) => mayChooseCourse(status));
  if (free.length === 0) {
    const { code = '' } = first;
    return { paragraphs: [words.t('courses:leave.tooLate', { code })], choices: [officerChoice(turn), ...goOn(turn)] };
  }
  const courses = await Promise.all(free.map(async (dossier) => await findCourse(tx, chosenIdOf(dossier) ?? '')));
  const named = free.map((dossier, at) => {
    const course = courses[at];
    return { dossier, summary: course === undefined ? '' : summaryOf(turn, course) };
  });
  const [only, another] = named;
  const choices = named.map(
    ({ dossier, summary }): Choice => ({
      key: `courses:leave:${dossier.id}`,
      label: another === undefined ? words.t('courses:leave.yes') : words.t('courses:leave.yesOf', { course: summary }),
    }),
  );
  return {
    paragraphs: [
      another === undefined
        ? words.t('courses:leave.ask', { course: only?.summary ?? '' })
        : words.t('courses:leave.which'),
    ],
    choices: [...choices, { key: 'courses:list', label: words.t('courses:leave.other') }, keep(turn)],
  };
}

/** The course goes out of the dossier; what it said itself is asked again, and its place is free. */
export async function leaveCourse(turn: Turn, dossierId: string): Promise<Reply> {
  const { tx, words, now } = turn;
  const dossier = (await listChosen(turn)).find(({ id }) => id === dossierId);
  // Pressed once more, or long after.
  if (dossier === undefined || !mayChooseCourse(dossier.status)) return await askLeaveCourse(turn);
  const course = await findCourse(tx, chosenIdOf(dossier) ?? '');
  await removeAnswer(tx, { id: dossier.id, questionId: COURSE, now });
  const values = { course: course === undefined ? '' : summaryOf(turn, course), code: dossier.code ?? '' };
  return {
    paragraphs: [words.t(dossier.code === undefined ? 'courses:leave.leftDraft' : 'courses:leave.left', values)],
    choices: [{ key: 'courses:list', label: words.t('courses:choice.others') }, ...goOn(turn), officerChoice(turn)],
  };
}

/** Their own dossiers that hold and have a course, the draft among them. */
async function listChosen({ tx, person }: Turn): Promise<Application[]> {
  const dossiers = (await listApplications(tx, person.id)).filter(({ personId }) => personId === person.id);
  const drafts = dossiers.filter(({ status }) => status === 'draft');
  return [...drafts, ...findEnrolledDossiers(dossiers)].filter((dossier) => chosenIdOf(dossier) !== undefined);
}

function keep(turn: Turn): Choice {
  const [back] = goOn(turn);
  const label = turn.words.t('courses:leave.no');
  return back === undefined ? { key: 'my-dossiers:list', label } : { ...back, label };
}

/** Back to what is open, if anything is. */
function goOn({ conversation, words }: Turn): Choice[] {
  const isOpen = conversation.open !== undefined || conversation.paused !== undefined;
  return isOpen
    ? [{ key: 'menu:resume', label: words.t('conversation:menu.resume') }]
    : [{ key: 'my-dossiers:list', label: words.t('courses:choice.mine') }];
}
