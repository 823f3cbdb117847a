import { addPhotos, PHOTOS, readPhotos } from '../../../../core/applications/photos.ts';
import { applicableQuestions } from '../../../../core/forms/applicable-questions.ts';
import type { Question } from '../../../../core/forms/form.ts';
import { EDIT } from '../../../../core/forms/form-choice.ts';
import { findCurrent, settleState, standAt } from '../../../../core/forms/form-step.ts';
import { labelWords } from '../../../../core/forms/form-words.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';
import { answerKey } from '../form/keys.ts';
import { answerDetails, currentState, keepDetails, showDetails } from './details-turn.ts';
import { type FilledDetails, withAll } from './fill-details.ts';
import { findForm, type Photos, setState } from './state.ts';

/** The option of a paper that takes the photos just sent. */
export const SORT = '.sort';

/**
 * Photos may come at any moment. At a question for photos they are its answer; when just one paper came back they are that
 * paper; otherwise they are kept at once, and the person is asked which paper they are.
 */
export async function receivePhotos(turn: Turn, filled: FilledDetails, photos: Photos): Promise<Reply> {
  const { fileIds } = photos;
  const state = settleState(filled, currentState(turn, filled));
  const current = findCurrent(filled.form, state, filled.answers);
  if (current?.field.kind === 'photos') return await answerDetails(turn, filled, { kind: 'photos', fileIds });
  // While items are back, a photo may still be of a paper that never came.
  const papers = openPapers(withAll(filled));
  const back = papers.filter(({ id }) => filled.returned.some((item) => item.isOpen && item.questionId === id));
  const [only, another] = back;
  if (only !== undefined && another === undefined) {
    const label = toolsOf(turn).say(labelWords(filled.form, only));
    const reply = await putTo(turn, filled, only, fileIds);
    return { ...reply, paragraphs: [turn.words.t('details:photos.into', { label }), ...reply.paragraphs] };
  }

  const kept = await keepUnsorted(turn, filled, photos);
  if (papers.length === 0) return showDetails(turn, kept, [turn.words.t('details:photos.keptAside')]);
  const { id: applicationId } = filled.application;
  const open = findForm(turn, applicationId);
  const unsorted = [...(open?.unsorted ?? []), ...fileIds];
  setState(turn, { step: 'form', applicationId, form: state, isAll: filled.isAll, unsorted });
  return askWhichPaper(turn, kept, unsorted);
}

/** The papers that photos may be of now. */
function openPapers({ form, answers, isOpen }: FilledDetails): Question[] {
  return applicableQuestions(form, answers).filter(({ id, field }) => field.kind === 'photos' && isOpen(id));
}

export function askWhichPaper(turn: Turn, filled: FilledDetails, unsorted: readonly string[]): Reply {
  const { words } = turn;
  return {
    paragraphs: [words.t('details:photos.which', { number: unsorted.length })],
    choices: paperChoices(turn, filled),
  };
}

function paperChoices(turn: Turn, filled: FilledDetails): Choice[] {
  const { form, application } = filled;
  const { say } = toolsOf(turn);
  const of = { topic: 'details', form, applicationId: application.id };
  const papers = openPapers(withAll(filled)).map((question) => ({
    key: answerKey({ questionId: question.id, option: SORT }, of),
    label: say(labelWords(form, question)),
  }));
  const other = {
    key: answerKey({ questionId: PHOTOS, option: SORT }, of),
    label: turn.words.t('details:photos.other'),
  };
  return [...papers, other];
}

/** The paper that a typed text names, while photos wait to be sorted: "bao gia". */
export function readWhichPaper(turn: Turn, filled: FilledDetails, text: string): string | undefined {
  const typed = foldPhrase(text);
  if (typed.length < 3) return undefined;
  const named = paperChoices(turn, filled).filter(({ label }) => {
    const paper = foldPhrase(label);
    // "Ảnh giấy đăng ký" is meant by "đăng ký" and by "giấy chứng nhận đăng ký kinh doanh".
    const name = paper.replace(/^(?:anh )?(?:giay )?/, '');
    return ` ${paper} `.includes(` ${typed} `) || ` ${typed} `.includes(` ${name} `);
  });
  const [only, another] = named;
  return only !== undefined && another === undefined ? only.key.split(':').at(-2) : undefined;
}

/** The photos that waited are of this paper; what is none of the papers stays with the dossier as it is. */
export async function sortPhotos(turn: Turn, filled: FilledDetails, questionId: string): Promise<Reply> {
  const unsorted = findForm(turn, filled.application.id)?.unsorted ?? [];
  const paper = openPapers(withAll(filled)).find(({ id }) => id === questionId);
  if (paper !== undefined && unsorted.length > 0) return await putTo(turn, filled, paper, unsorted);
  // An old button: its photos were sorted long ago.
  if (paper !== undefined) return await answerDetails(turn, filled, { kind: 'option', questionId, option: EDIT });
  return showDetails(turn, filled, [turn.words.t('details:photos.keptAside')]);
}

/** Adds photos to a paper, takes them out of the unsorted ones, and stands there, since more may come. */
async function putTo(turn: Turn, filled: FilledDetails, { id }: Question, fileIds: string[]): Promise<Reply> {
  const { application } = filled;
  const isAll = filled.isAll || !filled.isOpen(id);
  const before = settleState(filled, currentState(turn, filled));
  const returnTo = findCurrent(filled.form, before, filled.answers)?.id;
  const form = standAt(before, id);
  setState(turn, { step: 'form', applicationId: application.id, form, isAll, unsorted: [], returnTo });
  const unsorted = readPhotos(application.answers[PHOTOS]?.value);
  const left = unsorted.filter((each) => !fileIds.includes(each));
  const sorted = isAll ? withAll(filled) : filled;
  if (left.length === unsorted.length) return await answerDetails(turn, sorted, { kind: 'photos', fileIds });
  const kept = await keepDetails(turn, sorted, [{ questionId: PHOTOS, value: { fileIds: left }, raw: rawOf(filled) }]);
  return await answerDetails(turn, kept, { kind: 'photos', fileIds });
}

async function keepUnsorted(turn: Turn, filled: FilledDetails, { fileIds, caption }: Photos): Promise<FilledDetails> {
  const value = addPhotos(filled.application.answers[PHOTOS]?.value, fileIds);
  const raw = [rawOf(filled), caption].filter((words) => words !== undefined && words !== '').join('\n');
  return await keepDetails(turn, filled, [{ questionId: PHOTOS, value, raw }]);
}

function rawOf({ application }: FilledDetails): string | undefined {
  return application.answers[PHOTOS]?.raw ?? undefined;
}
