import { findProgramme } from '../../../../core/programmes/programmes.ts';
import { planYearFor } from '../../../../core/schedule/plan-year.ts';
import { officeDay } from '../../../../core/time.ts';
import { submitApplication } from '../../../../records/application-actions.ts';
import type { Application } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { describeChosen, sayStanding } from '../courses/chosen.ts';
import { offerCourses } from '../courses/offer-courses.ts';
import { findFurtherNeed, furtherChoice, sayNeedOption } from './further-need.ts';
import { reuseDetails } from './reuse-answers.ts';
import { close } from './state.ts';

/** However often it is sent, the code is the same. Then the rest is offered, when the programme asks for more. */
export async function submit(
  turn: Turn,
  application: Pick<Application, 'id' | 'programme' | 'answers'>,
): Promise<Reply> {
  const { id, programme } = application;
  const { tx, words, centre, person, now, ids, inbound, plan } = turn;
  const { code, isRepeated } = await submitApplication(tx, {
    id,
    personId: person.id,
    requestId: inbound.id,
    now,
    ids,
  });
  if (!isRepeated) await reuseDetails(turn, id);
  close(turn);
  const further = findFurtherNeed(application);
  const hasDetails = findProgramme(programme)?.details !== undefined;
  const next = hasDetails ? 'details:offer.next' : 'register:submitted.next';
  // What is asked for today is not of this year's plan.
  const { planYear } = planYearFor(officeDay(now), plan);
  const why = hasDetails ? 'details:offer.why' : 'register:submitted.noPromise';
  // What somebody learns of their course stands where others are told why more papers help.
  const course = [...(await describeChosen(turn, application)), ...(await sayStanding(turn, application))].join(' ');
  const said = course === '' ? words.t(why, { planYear }) : course;
  const offer =
    further === undefined ? said : words.t('register:further.offer', { need: sayNeedOption(turn, further) });
  const courses = await offerCourses(turn, application);
  return {
    paragraphs: isRepeated
      ? [words.t('register:submitted.again', { code })]
      : [words.t('register:submitted.code', { code }), words.t(next, { centre: centre.name, planYear }), offer],
    choices: [
      ...(further === undefined ? [] : [furtherChoice(turn, application, further)]),
      ...courses,
      ...(hasDetails ? [{ key: `details:open:${id}`, label: words.t('details:offer.open') }] : []),
      { key: 'my-dossiers:list', label: words.t('register:submitted.mine') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}
