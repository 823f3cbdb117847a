import { readField } from '../../../../core/forms/fields/read-field.ts';
import type { Question } from '../../../../core/forms/form.ts';
import { standAt } from '../../../../core/forms/form-step.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { openForm } from '../../../../core/forms/open-form.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { type Application, findApplication, listApplications } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';
import { isSomethingElse } from '../form/may-be-answer.ts';
import { answerDetails } from './details-turn.ts';
import { countDetails, type FilledDetails, fillDetails } from './fill-details.ts';
import { openDetails } from './open-details.ts';
import { receivePhotos } from './photos.ts';
import { setState } from './state.ts';
import { withDetails } from './with-details.ts';

/**
 * Nothing is open, but the person sends what an officer asked for without pressing anything first: a photo, or, right under
 * the officer's message, the answer itself or a "vâng".
 */
export async function takeUp(turn: Turn): Promise<Reply | undefined> {
  const { input } = turn;
  if (input.kind === 'photo') {
    const id = await findHomeOfPhotos(turn);
    return id === undefined
      ? undefined
      : await withDetails(turn, { id }, (filled) => receivePhotos(turn, filled, input));
  }
  return input.kind === 'text' ? await takeUpText(turn, input.text) : undefined;
}

async function takeUpText(turn: Turn, text: string): Promise<Reply | undefined> {
  const id = findOffered(turn);
  if (id === undefined) return undefined;
  const application = await findApplication(turn.tx, { id, personId: turn.person.id });
  const filled = application && fillDetails(application);
  if (filled === undefined) return undefined;
  if (AGREES.test(foldPhrase(text))) return await openDetails(turn, { id });
  const question = findMeant(turn, filled, text);
  if (question === undefined) return undefined;
  return await withDetails(turn, { id }, async () => {
    const form = standAt(openForm(filled).state, question.id);
    setState(turn, { step: 'form', applicationId: id, form, isAll: false, unsorted: [] });
    return await answerDetails(turn, filled, { kind: 'text', text });
  });
}

const AGREES = /^(?:vang|da|ok|oke|u|uh|duoc|dc|bo sung|co)(?: (?:a|vang|nhe|em|anh|chi|luon|ngay|duoc|bo sung))*$/;

/** The one dossier in which an item is back from the officer; else the one to which something may still be added. */
async function findHomeOfPhotos({ tx, person }: Turn): Promise<string | undefined> {
  const dossiers = await listApplications(tx, person.id);
  const back = dossiers.filter(({ returned }) => returned.some(({ isOpen }) => isOpen));
  return onlyOne(back) ?? (back.length > 0 ? undefined : onlyOne(dossiers.filter(isIncomplete)));
}

function isIncomplete(application: Application): boolean {
  return countDetails(application).missing > 0;
}

function onlyOne([first, second]: readonly Application[]): string | undefined {
  return second === undefined ? first?.id : undefined;
}

/** The dossier that the last message offered to complete. */
function findOffered({ conversation }: Turn): string | undefined {
  const offered = conversation.pending.find(({ key }) => key.startsWith('details:open:'));
  return offered?.key.split(':')[2];
}

/** The item that came back whose answer the text is; words that could be anything count only when one item is back. */
function findMeant(turn: Turn, { form, returned }: FilledDetails, text: string): Question | undefined {
  if (looksLikeQuestion(text)) return undefined;
  const open = returned.filter(({ isOpen }) => isOpen).map(({ questionId }) => questionId);
  const questions = form.questions.filter(({ id, field }) => open.includes(id) && field.kind !== 'photos');
  const read = questions.filter(
    (question) =>
      readField(form, question, text, toolsOf(turn)).kind !== 'unread' && (open.length === 1 || !isFreeText(question)),
  );
  const [only, another] = read;
  if (only === undefined || another !== undefined) return undefined;
  return isFreeText(only) && isSomethingElse(turn, text) ? undefined : only;
}

function isFreeText({ field }: Question): boolean {
  return field.kind === 'text' || field.kind === 'name';
}
