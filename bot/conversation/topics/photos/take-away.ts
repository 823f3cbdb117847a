import { PHOTOS } from '../../../../core/applications/photos.ts';
import { labelWords } from '../../../../core/forms/form-words.ts';
import type { PhotoRemoval } from '../../../../core/photos/read-removal.ts';
import { setPaperPhotos } from '../../../../records/paper-photos.ts';
import type { Reply, Turn } from '../../topic.ts';
import { showDetails } from '../details/details-turn.ts';
import { fillDetails } from '../details/fill-details.ts';
import { wayOn } from '../details/leave.ts';
import { placePhotos } from '../details/place-photos.ts';
import { showPaper } from '../details/show-paper.ts';
import { close, findState as findDetailsState, findWaitingPhotos, setState } from '../details/state.ts';
import { withDetails } from '../details/with-details.ts';
import { toolsOf } from '../form/form-tools.ts';
import { showForm } from '../register/form-turn.ts';
import { findState as findRegisterState } from '../register/state.ts';
import { withDraft } from '../register/with-draft.ts';
import { backKey } from './keys.ts';
import { findMeantPlace, type PhotoPlace } from './photo-place.ts';

/** "Xoá ảnh 2", "xoá ảnh vừa gửi": one photo is taken away and can be put back. */
export async function takeAwayMeant(turn: Turn, which: PhotoRemoval): Promise<Reply | undefined> {
  const { words } = turn;
  if (which === 'all') return await tellHere(turn, words.t('photos:remove.oneByOne'));
  if (findDetailsState(turn)?.step === 'photos') return await takeAwayWaiting(turn, which);
  const place = await findMeantPlace(turn);
  if (place === undefined || place.fileIds.length === 0) return await tellHere(turn, words.t('photos:remove.none'));
  const fileId = which === 'last' ? (place.lastSent ?? place.fileIds.at(-1)) : place.fileIds[which - 1];
  if (fileId === undefined) {
    return await showPlace(turn, place, words.t('photos:remove.noSuch', { number: place.fileIds.length }));
  }
  return await takeAway(turn, place, fileId);
}

export async function takeAway(turn: Turn, place: PhotoPlace, fileId: string): Promise<Reply | undefined> {
  const { words, tx, now } = turn;
  const { application, questionId, fileIds } = place;
  const at = fileIds.indexOf(fileId);
  if (at < 0) return await showPlace(turn, place, words.t('photos:remove.gone'));
  const left = fileIds.filter((each) => each !== fileId);
  const result = await setPaperPhotos(tx, { id: application.id, questionId, fileIds: left, now });
  if (result === 'locked') return await tellHere(turn, words.t('photos:remove.locked'));
  const said = sayTaken(turn, place, { number: at + 1, left: left.length });
  const reply = await showPlace(turn, { ...place, fileIds: left }, said);
  const undo = {
    key: backKey({ applicationId: application.id, questionId, fileId, place: at }),
    label: words.t('photos:remove.undo'),
  };
  return reply && { ...reply, choices: [...reply.choices, undo] };
}

function sayTaken(turn: Turn, place: PhotoPlace, { number, left }: { number: number; left: number }): string {
  const { words } = turn;
  const label = labelOf(turn, place);
  if (label === undefined) {
    return left === 0 ? words.t('photos:removed.keptNone') : words.t('photos:removed.kept', { number, left });
  }
  return left === 0
    ? words.t('photos:removed.last', { label })
    : words.t('photos:removed.paper', { number, label, left });
}

/** Puts a photo back where it was. */
export async function putBack(turn: Turn, place: PhotoPlace, { fileId, at }: { fileId: string; at: number }) {
  const { words, tx, now } = turn;
  const { application, questionId } = place;
  const fileIds = place.fileIds.includes(fileId) ? place.fileIds : place.fileIds.toSpliced(at, 0, fileId);
  const result = await setPaperPhotos(tx, { id: application.id, questionId, fileIds, now });
  if (result === 'locked') return await tellHere(turn, words.t('photos:remove.locked'));
  const label = labelOf(turn, place);
  const said =
    label === undefined
      ? words.t('photos:restored.kept')
      : words.t('photos:restored.paper', { label, number: fileIds.length });
  return await showPlace(turn, { ...place, fileIds }, said);
}

/** Photos that wait for their dossier are in the conversation only. */
async function takeAwayWaiting(turn: Turn, which: number | 'last'): Promise<Reply | undefined> {
  const { words } = turn;
  const waiting = findWaitingPhotos(turn);
  const fileIds = waiting?.fileIds ?? [];
  const at = which === 'last' ? fileIds.length - 1 : which - 1;
  const left = fileIds.filter((_id, place) => place !== at);
  if (waiting === undefined || left.length === fileIds.length) {
    return await tellHere(turn, words.t('photos:remove.noSuch', { number: fileIds.length }));
  }
  const said = words.t('photos:removed.waiting', { number: at + 1, left: left.length });
  if (left.length === 0) {
    close(turn);
    return { paragraphs: [said], choices: wayOn(turn) };
  }
  setState(turn, { step: 'photos', waiting: { ...waiting, fileIds: left } });
  return await tellHere(turn, said);
}

/** The dossier with that paper open, so that another photo may follow. */
async function showPlace(
  turn: Turn,
  { application, questionId }: PhotoPlace,
  said: string,
): Promise<Reply | undefined> {
  const { id, status } = application;
  if (status === 'draft') return await withDraft(turn, id, (draft) => showForm(turn, draft, [said]));
  const filled = fillDetails(application, { isAll: true });
  if (filled === undefined) return { paragraphs: [said], choices: wayOn(turn) };
  return await withDetails(turn, { id }, (now) => showPaper(turn, now, questionId, [said]));
}

/** Says something and asks again where the person stands. */
async function tellHere(turn: Turn, said: string): Promise<Reply | undefined> {
  const draft = findRegisterState(turn);
  if (draft?.step === 'form') return await withDraft(turn, draft.applicationId, (form) => showForm(turn, form, [said]));
  const details = findDetailsState(turn);
  if (details?.step === 'form') {
    const { applicationId: id, isAll } = details;
    return await withDetails(turn, { id, isAll }, (filled) => showDetails(turn, filled, [said]));
  }
  const asked = details?.step === 'photos' ? await placePhotos(turn) : undefined;
  return asked === undefined
    ? { paragraphs: [said], choices: wayOn(turn) }
    : { ...asked, paragraphs: [said, ...asked.paragraphs] };
}

function labelOf(turn: Turn, { application, questionId }: PhotoPlace): string | undefined {
  const filled = questionId === PHOTOS ? undefined : fillDetails(application, { isAll: true });
  const question = filled?.form.questions.find(({ id }) => id === questionId);
  return filled && question && toolsOf(turn).say(labelWords(filled.form, question));
}
