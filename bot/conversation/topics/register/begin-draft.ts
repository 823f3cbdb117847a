import { sayPhone } from '../../../../core/forms/fields/phone-field.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { startApplication } from '../../../../records/application-actions.ts';
import { type AnswerChange, keepAnswers } from '../../../../records/application-answers.ts';
import { findOpenDraft } from '../../../../records/applications.ts';
import type { Establishment } from '../../../../records/establishments.ts';
import type { Reply, Turn } from '../../topic.ts';
import { putBeside } from '../courses/put-beside.ts';
import { settleTraining } from '../courses/settle-training.ts';
import { countAnswered, type FilledForm } from '../filled-form.ts';
import { findHelperContact } from './earlier-help.ts';
import { answerDraft, currentState, showForm } from './form-turn.ts';
import { keepOwn } from './keep-own.ts';
import { keepPlaceToAsk } from './place-to-ask.ts';
import { answersToReuse } from './reuse-answers.ts';
import { confirmNeed, findHelperWords, readNeed, type Said } from './said-need.ts';
import { setState } from './state.ts';
import { gone, rereadDraft, withDraft } from './with-draft.ts';

type Begun = {
  before?: string[];
  said?: Said;
  /** The establishment it is for, when it is known already. */
  from?: Establishment;
  /** As whom it is filled in for another, told now or before. */
  role?: string;
};

/** Opens a draft with what is known, and asks what is not; `then` shows something else first. The consent is there. */
export async function beginDraft(
  turn: Turn,
  { before = [], said, from, role }: Begun,
  then?: (draft: FilledForm) => Promise<Reply>,
): Promise<Reply> {
  const { tx, person, now, ids, inbound } = turn;
  const { id: programme, form } = supportRequest;
  const helper = role === undefined ? [] : [{ questionId: 'filled-by', value: role, raw: findHelperWords(said) }];
  const contact = role === undefined || from !== undefined ? [] : await findHelperContact(turn);
  const filed = { personId: person.id, programme, form, establishmentId: from?.id };
  const id = await startApplication(tx, { ...filed, requestId: inbound.id, now, ids });
  const changes = [...answersToReuse(from, findHelperWords(said)), ...helper, ...contact];
  const kept = [...new Map(changes.map((change) => [change.questionId, change])).values()];
  if (kept.length > 0) await keepAnswers(tx, { id, changes: kept, formVersion: form.version, now });
  const intro = role === undefined ? before : [...before, sayHelping(turn, contact)];
  const show =
    then ??
    ((draft: FilledForm) => beginWithSaid(turn, draft, { before: intro, said, isIntroduced: role !== undefined }));
  return (await withDraft(turn, id, show)) ?? gone(turn, undefined);
}

/** That they fill it in for another, and whom officers call about it, where that was told before. */
export function sayHelping({ words }: Turn, contact: readonly AnswerChange[]): string {
  const told = (id: string) => contact.find(({ questionId }) => questionId === id)?.value;
  const [name, phone] = [told('contact-name'), told('phone')];
  if (typeof name !== 'string' || typeof phone !== 'string') return words.t('register:forAnother');
  return words.t('register:forAnotherAgain', { name, phone: sayPhone(phone) });
}

/** What was said to be needed is the first answer; what was only asked about is asked back. */
export async function beginWithSaid(
  turn: Turn,
  draft: FilledForm,
  { before = [], said, isIntroduced = false }: { before?: string[]; said?: Said; isIntroduced?: boolean },
): Promise<Reply> {
  if (said?.beside !== undefined) {
    const { beside, ...main } = said;
    const reply = await beginWithSaid(turn, draft, { before, said: main, isIntroduced });
    const { application } = await rereadDraft(turn, draft);
    const noted = await putBeside(turn, application, beside);
    return { ...reply, paragraphs: [...noted, ...reply.paragraphs] };
  }
  if (said?.own !== undefined) {
    const { own, ...main } = said;
    const kept = await keepOwn(turn, draft, own.split('\n'));
    keepPlaceToAsk(turn, kept.draft, own.split('\n'));
    return await beginWithSaid(turn, kept.draft, { before: [...before, ...kept.noted], said: main, isIntroduced });
  }
  const isHelping = findHelperWords(said) !== undefined && !isIntroduced;
  const intro = isHelping ? [...before, turn.words.t('register:forAnother')] : before;
  if (said?.training !== undefined) {
    const noted = await settleTraining(turn, draft.application.id, said.training);
    return await showForm(turn, await rereadDraft(turn, draft), [...intro, ...noted]);
  }
  const need = said === undefined ? undefined : readNeed(turn, said.text);
  if (said === undefined) return showForm(turn, draft, intro);
  if (need === undefined) {
    const kept = said.isWish ? await keepOwn(turn, draft, [said.text]) : { draft, noted: [] };
    keepPlaceToAsk(turn, kept.draft, [said.text]);
    return await showForm(turn, kept.draft, [...intro, ...kept.noted]);
  }
  if (said.isWish) return await answerDraft(turn, draft, { kind: 'text', text: said.text }, intro);
  const { place } = currentState(turn, draft);
  const form = { ...confirmNeed(turn, need, said.text), ...(place !== undefined && { place }) };
  setState(turn, { step: 'form', applicationId: draft.application.id, form });
  return showForm(turn, draft, intro);
}

/** Goes on with a draft where it stood. */
export async function goOn(turn: Turn, id: string): Promise<Reply> {
  const shown = await withDraft(turn, id, async (draft) =>
    showForm(turn, draft, [turn.words.t('register:draft.resumed', countAnswered(draft))]),
  );
  return shown ?? gone(turn, undefined);
}

/** Goes on with the draft that there is; undefined when there is none. */
export async function resumeDraft(turn: Turn): Promise<Reply | undefined> {
  const draft = await findOpenDraft(turn.tx, turn.person.id);
  return draft === undefined ? undefined : await goOn(turn, draft.id);
}
