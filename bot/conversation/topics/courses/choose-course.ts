import { isOpenForEnrolment } from '../../../../core/courses/course.ts';
import { programmeOfNeed } from '../../../../core/programmes/programmes.ts';
import { type Application, findApplication, listApplications } from '../../../../records/applications.ts';
import { type Course, findCourse, lockCourse } from '../../../../records/courses.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { hasConsent } from '../form/consent.ts';
import { beginNew } from '../register/begin.ts';
import { showForm } from '../register/form-turn.ts';
import { sayTrainingBeside } from '../register/said-need.ts';
import { withDraft } from '../register/with-draft.ts';
import { chosenIdOf, findEnrolledDossiers, findOther, keepChosen, sayStanding } from './chosen.ts';
import { officerChoice } from './list-courses.ts';
import { putBeside } from './put-beside.ts';
import { sayTraining, settleTraining } from './settle-training.ts';
import { tellClosed } from './show-course.ts';
import { summaryOf } from './told-course.ts';

/**
 * Somebody chose a course. It goes into their request for such training that was sent and has none; else into the request
 * that is open, beside what that is for; else a request is begun with it.
 */
export async function chooseCourse(
  turn: Turn,
  id: string,
  { isAgain = false, isSwap = false }: { isAgain?: boolean; isSwap?: boolean } = {},
): Promise<Reply | undefined> {
  const { tx, now, words, person } = turn;
  const course = await lockCourse(tx, id);
  if (course === undefined || !isOpenForEnrolment(course, now)) return await tellClosed(turn, course);
  const { programme } = course;
  const dossiers = await listApplications(tx, person.id);
  const sent = findEnrolledDossiers(dossiers).filter((dossier) => dossier.programme === programme);
  const same = sent.find((dossier) => chosenIdOf(dossier) === id);
  const training = { programme, courseId: id };
  const said = sayTrainingBeside(turn, { text: sayTraining(turn, programme), isWish: true, training });
  if (same !== undefined && !isAgain) {
    const told = await tellSent(turn, same, words.t('courses:chosen.before', { code: same.code }));
    const again: Choice = { key: `courses:again:${id}`, label: words.t('courses:choice.again') };
    return { ...told, choices: [...told.choices, again] };
  }
  if (isAgain || !hasConsent(turn)) return await beginNew(turn, { said });
  const free = (isSwap ? findOther(sent, id) : undefined) ?? (await findFree(turn, sent));
  if (free !== undefined) {
    await keepChosen(turn, free.id, course);
    const values = { code: free.code, course: summaryOf(turn, course) };
    return await tellSent(turn, free, words.t('courses:chosen.intoSent', values));
  }
  const draft = dossiers.find(({ status }) => status === 'draft');
  return draft === undefined ? await beginNew(turn, { said }) : await putIntoDraft(turn, draft, course);
}

/** A request that has no course, or one that is not held after all. */
async function findFree({ tx }: Turn, sent: readonly Application[]): Promise<Application | undefined> {
  for (const dossier of sent) {
    const id = chosenIdOf(dossier);
    if (id === undefined || (await findCourse(tx, id))?.state !== 'published') return dossier;
  }
  return undefined;
}

async function tellSent(turn: Turn, { id }: Application, said: string): Promise<Reply> {
  const { tx, person, words } = turn;
  const dossier = await findApplication(tx, { id, personId: person.id });
  const mine: Choice = { key: `my-dossiers:show:${id}`, label: words.t('courses:choice.mine') };
  const others: Choice = { key: 'courses:list', label: words.t('courses:choice.others') };
  const standing = dossier === undefined ? [] : await sayStanding(turn, dossier);
  return { paragraphs: [said, ...standing], choices: [mine, others, officerChoice(turn)] };
}

/** A request for something else keeps the course for the request that comes after it (`register/start-further.ts`). */
async function putIntoDraft(turn: Turn, draft: Application, course: Course): Promise<Reply | undefined> {
  const { id, answers } = draft;
  const { programme } = course;
  const need = answers.need?.value;
  const isOwn = need === undefined || (typeof need === 'string' && programmeOfNeed(need).id === programme);
  if (isOwn) {
    const said = await settleTraining(turn, id, { programme, courseId: course.id });
    return await withDraft(turn, id, async (filled) => showForm(turn, filled, said));
  }
  const said = await putBeside(turn, draft, { programme, courseId: course.id });
  return await withDraft(turn, id, async (filled) => showForm(turn, filled, said));
}
