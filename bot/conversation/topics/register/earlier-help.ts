import { fittingAnswers } from '../../../../core/forms/values.ts';
import { isHelper, readHelper } from '../../../../core/programmes/for-another.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import type { AnswerChange } from '../../../../records/application-answers.ts';
import { type Application, listApplications } from '../../../../records/applications.ts';
import { listEstablishments } from '../../../../records/establishments.ts';
import type { Turn } from '../../topic.ts';

/** Those who fill in for many; who helped their mother may well come for themselves next. */
const HELPING_MANY: readonly string[] = ['village-head', 'collaborator'];

/** What somebody filed before, the newest first; what they gave up is not there. */
export async function listOwnBefore({ tx, person }: Turn, exceptId?: string): Promise<Application[]> {
  const dossiers = await listApplications(tx, person.id);
  return dossiers.filter(
    ({ id, personId, status }) => personId === person.id && id !== exceptId && status !== 'discarded',
  );
}

/**
 * As whom somebody fills in the next request, where their words do not tell it: who helps one household after the other, and
 * has none of their own, goes on helping. With words that they help, also who has one of their own.
 */
export async function findHelperRole(turn: Turn, words?: string): Promise<string | undefined> {
  const said = words === undefined ? undefined : readHelper(words);
  if (said !== undefined && said !== 'other') return said;
  const members = (await listEstablishments(turn.tx, turn.person.id)).map(({ membership }) => membership.role);
  const filed = (await listOwnBefore(turn)).map(({ answers }) => answers['filled-by']?.value ?? 'owner');
  const roles = [...members, ...filed];
  const role = HELPING_MANY.find((each) => roles.includes(each));
  return role !== undefined && (said !== undefined || roles.every((each) => each === role)) ? role : said;
}

/** Whom officers call about the requests of a helper: asked once, unless it was the owner or another of the household. */
export async function findHelperContact(turn: Turn, exceptId?: string): Promise<AnswerChange[]> {
  for (const { answers } of await listOwnBefore(turn, exceptId)) {
    const kept = Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
    const values = fittingAnswers(supportRequest.form, kept);
    const { 'contact-name': name, phone, 'owner-name': owner, 'owner-phone': ownerPhone } = values;
    if (!isHelper(values['filled-by']) || typeof name !== 'string' || typeof phone !== 'string') continue;
    const isOwner = phone === ownerPhone || (typeof owner === 'string' && foldPhrase(owner) === foldPhrase(name));
    if (isOwner) continue;
    return [
      { questionId: 'contact-name', value: name, raw: undefined },
      { questionId: 'phone', value: phone, raw: undefined },
    ];
  }
  return [];
}
