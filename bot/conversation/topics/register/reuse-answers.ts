import { findQuestion } from '../../../../core/forms/form.ts';
import { findFittingValue, photosValue, skippedValue } from '../../../../core/forms/values.ts';
import { DETAILS_OF_ESTABLISHMENT, OF_ESTABLISHMENT, OF_OWNER } from '../../../../core/programmes/establishment.ts';
import { readHelper, saysAgreed } from '../../../../core/programmes/for-another.ts';
import { findProgramme } from '../../../../core/programmes/programmes.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { type AnswerChange, keepAnswers } from '../../../../records/application-answers.ts';
import { findApplication } from '../../../../records/applications.ts';
import { type Establishment, findEstablishment, OWNER } from '../../../../records/establishments.ts';
import { countFilesOf } from '../../../../records/person-files.ts';
import type { KeptAnswer } from '../../../../records/told-and-done.ts';
import type { Turn } from '../../topic.ts';
import { reusePrice } from './told-details.ts';

/** What a new request takes over: the establishment, and of a helper who they are and how the owner agreed. */
export function answersToReuse(from: Establishment | undefined, helper: string | undefined): AnswerChange[] {
  const role = helper === undefined ? undefined : readHelper(helper);
  const told = role === undefined ? [] : [{ questionId: 'filled-by', value: role, raw: helper }];
  if (from === undefined) return told;
  return [
    ...takeOver(from.answers, OF_ESTABLISHMENT),
    ...(from.membership.role === OWNER ? told : helperAnswers(from)),
  ];
}

function helperAnswers({ answers, membership }: Establishment): AnswerChange[] {
  const { role, consent } = membership;
  const who = { questionId: 'filled-by', value: role, raw: undefined };
  // Who was not asked yet is asked again.
  if (consent === undefined || !saysAgreed(consent)) return [who];
  return [who, { questionId: 'owner-consent', value: consent, raw: undefined }, ...takeOver(answers, OF_OWNER)];
}

/** Of these questions the answers that still fit, with the words in which they were given. */
function takeOver(answers: Record<string, KeptAnswer>, questionIds: readonly string[]): AnswerChange[] {
  return questionIds.flatMap((questionId) => {
    const kept = answers[questionId];
    const question = findQuestion(supportRequest.form, questionId);
    const value = question && kept && findFittingValue(question, kept.value);
    return value === undefined ? [] : [{ questionId, value, raw: kept?.raw ?? undefined }];
  });
}

/** What the request itself and an earlier one of the establishment told is not asked again in the details of this one. */
export async function reuseDetails(turn: Turn, applicationId: string): Promise<void> {
  await reusePrice(turn, applicationId);
  const { tx, person, now } = turn;
  const application = await findApplication(tx, { id: applicationId, personId: person.id });
  const details = application && findProgramme(application.programme)?.details;
  if (application?.establishmentId === undefined || details === undefined) return;
  const from = await findEstablishment(tx, { id: application.establishmentId, personId: person.id });
  const changes: AnswerChange[] = [];
  for (const questionId of DETAILS_OF_ESTABLISHMENT) {
    const kept = from?.answers[questionId];
    const question = findQuestion(details, questionId);
    const value = question && kept && findFittingValue(question, kept.value);
    if (value === undefined || application.answers[questionId] !== undefined) continue;
    const photos = photosValue.safeParse(value).data?.fileIds;
    const isTheirs =
      photos === undefined || (await countFilesOf(tx, { personId: person.id, ids: photos })) === photos.length;
    if (isTheirs && !skippedValue.safeParse(value).success) {
      changes.push({ questionId, value, raw: kept?.raw ?? undefined });
    }
  }
  if (changes.length > 0) await keepAnswers(tx, { id: applicationId, changes, now });
}
