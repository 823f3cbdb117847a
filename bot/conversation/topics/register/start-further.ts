import { findQuestion } from '../../../../core/forms/form.ts';
import { listSumsByChoice } from '../../../../core/forms/sum-by-choice.ts';
import { OF_ESTABLISHMENT, OF_OWNER } from '../../../../core/programmes/establishment.ts';
import { programmeOfNeed } from '../../../../core/programmes/programmes.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { startApplication } from '../../../../records/application-actions.ts';
import { type AnswerChange, keepAnswers } from '../../../../records/application-answers.ts';
import {
  type Application,
  findApplication,
  findOpenDraft,
  listApplications,
} from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { chosenIdOf, noteCourse } from '../courses/chosen.ts';
import { hasConsent } from '../form/consent.ts';
import { toolsOf } from '../form/form-tools.ts';
import { start } from './begin.ts';
import { askConsent } from './consent.ts';
import { showForm } from './form-turn.ts';
import { findFurtherNeed, furtherNeeds, sayNeedOption } from './further-need.ts';
import { gone, withDraft } from './with-draft.ts';

/** What holds for every request of an establishment, and who fills it in. What is needed and costs is asked anew. */
const TAKEN_OVER = [...OF_ESTABLISHMENT, 'filled-by', 'owner-consent', ...OF_OWNER];

/** Begins the request for the next need with what is known from this one. Pressed twice it is one request. */
export async function startFurther(turn: Turn, id: string): Promise<Reply | undefined> {
  const { tx, person, words } = turn;
  const earlier = await findApplication(tx, { id, personId: person.id });
  const need = earlier && findFurtherNeed(earlier);
  if (earlier?.code === undefined || need === undefined) return gone(turn, earlier);
  if ((await findOpenDraft(tx, person.id)) !== undefined) return await start(turn);
  if (!hasConsent(turn)) return askConsent(turn, {});
  const begun = await findBegun(turn, earlier, need);
  if (begun?.code !== undefined) return gone(turn, begun);

  const draftId = await copyTo(turn, earlier, need);
  const intro = words.t('register:further.begun', { need: sayNeedOption(turn, need) });
  // Chosen while the earlier request was under way, for this one.
  const courseId = chosenIdOf(earlier);
  const { id: programme } = programmeOfNeed(need);
  const noted = courseId === undefined ? [] : await noteCourse(turn, { id: draftId, programme }, courseId);
  return await withDraft(turn, draftId, async (draft) => showForm(turn, draft, [intro, ...noted]));
}

/** The request that was begun for this need since, sent or not. */
async function findBegun(
  { tx, person }: Turn,
  { id, startedAt }: Application,
  need: string,
): Promise<Application | undefined> {
  const dossiers = await listApplications(tx, person.id);
  return dossiers.find(
    (each) =>
      each.startedAt >= startedAt && each.id !== id && each.answers.need?.value === need && each.status !== 'discarded',
  );
}

async function copyTo(turn: Turn, { answers, establishmentId }: Application, need: string): Promise<string> {
  const { tx, person, now, ids, inbound } = turn;
  const { form } = supportRequest;
  const programme = programmeOfNeed(need).id;
  const filed = { personId: person.id, programme, form, establishmentId };
  const id = await startApplication(tx, { ...filed, requestId: inbound.id, now, ids });
  const others = furtherNeeds(answers).filter((option) => option !== need);
  const raw = answers.need?.raw ?? undefined;
  const changes: AnswerChange[] = [
    { questionId: 'need', value: need, raw },
    ...(others.length === 0 ? [] : [{ questionId: 'also', value: { optionIds: others }, raw }]),
    ...TAKEN_OVER.flatMap((questionId) => {
      const kept = answers[questionId];
      return kept?.value == null ? [] : [{ questionId, value: kept.value, raw: kept.raw ?? undefined }];
    }),
  ];
  const price = toldPrice(turn, answers, need);
  if (price !== undefined) changes.push(price);
  await keepAnswers(tx, { id, changes, formVersion: form.version, programme, now });
  return id;
}

/** "Máy sấy 400tr với làm bao bì 50tr": what this need costs was told with the other. */
function toldPrice(turn: Turn, answers: Application['answers'], need: string): AnswerChange | undefined {
  const { form } = supportRequest;
  const choice = findQuestion(form, 'need');
  for (const { raw } of [answers.price, answers.also, answers.need].flatMap((each) => each ?? [])) {
    const value = choice && raw && listSumsByChoice({ form, tools: toolsOf(turn) }, choice, raw).get(need);
    if (value) return { questionId: 'price', value, raw };
  }
  return undefined;
}
