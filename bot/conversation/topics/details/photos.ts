import { addPhotos, PHOTOS, readPhotos } from '../../../../core/applications/photos.ts';
import { applicableQuestions } from '../../../../core/forms/applicable-questions.ts';
import type { Question } from '../../../../core/forms/form.ts';
import { EDIT } from '../../../../core/forms/form-choice.ts';
import { findCurrent, settleState, standAt } from '../../../../core/forms/form-step.ts';
import { labelWords } from '../../../../core/forms/form-words.ts';
import { type PhotoPurpose, purposeOf } from '../../../../core/photos/judge-photo.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';
import { answerKey } from '../form/keys.ts';
import { dropKey } from '../photos/keys.ts';
import { remarkOn } from '../photos/remark-on.ts';
import { answerDetails, currentState, keepDetails, showDetails } from './details-turn.ts';
import { type FilledDetails, withAll } from './fill-details.ts';
import { spreadPhotos } from './spread-photos.ts';
import { findForm, type Photos, setState } from './state.ts';

/** The option of a paper that takes the photos just sent. */
export const SORT = '.sort';

/**
 * Photos may come at any moment. At a question for photos they are its answer; when just one paper came back they are that
 * paper; otherwise they are kept at once, and the person is asked which paper they are. `toldAs`: see `remarkOn`.
 */
export async function receivePhotos(
  turn: Turn,
  filled: FilledDetails,
  photos: Photos & { toldAs?: PhotoPurpose },
): Promise<Reply> {
  const { fileIds, toldAs } = photos;
  const state = settleState(filled, currentState(turn, filled));
  const current = findCurrent(filled.form, state, filled.answers);
  if (current?.field.kind === 'photos') {
    const spread = await spreadPhotos(turn, filled, { question: current, fileIds });
    return spread ?? (await addTo(turn, filled, { question: current, fileIds, toldAs }));
  }
  // While items are back, a photo may still be of a paper that never came.
  const papers = openPapers(withAll(filled));
  const back = papers.filter(({ id }) => filled.returned.some((item) => item.isOpen && item.questionId === id));
  const [only, another] = back;
  if (only !== undefined && another === undefined) {
    const label = toolsOf(turn).say(labelWords(filled.form, only));
    const reply = await putTo(turn, filled, { question: only, fileIds, toldAs });
    return { ...reply, paragraphs: [turn.words.t('details:photos.into', { label }), ...reply.paragraphs] };
  }

  const { id: applicationId } = filled.application;
  const open = findForm(turn, applicationId);
  const there = describeThere(turn, filled, fileIds);
  if (there !== undefined && (open?.unsorted ?? []).length === 0) return showDetails(turn, filled, [there]);
  const kept = await keepUnsorted(turn, filled, photos);
  const unsorted = [...new Set([...(open?.unsorted ?? []), ...fileIds])];
  const among = papers.length === 0 ? readPhotos(kept.application.answers[PHOTOS]?.value) : unsorted;
  const remarks = await remarkOn(turn, fileIds, { purpose: 'unknown', among, toldAs });
  if (papers.length === 0) return showDetails(turn, kept, [turn.words.t('details:photos.keptAside'), ...remarks]);
  setState(turn, { step: 'form', applicationId, form: state, isAll: filled.isAll, unsorted });
  return askWhichPaper(turn, kept, unsorted, remarks);
}

/** Adds photos to the paper at which the person stands; one that is there already is said to be there. */
async function addTo(turn: Turn, filled: FilledDetails, { question, fileIds, toldAs }: ForPaper): Promise<Reply> {
  const { words } = turn;
  const before = readPhotos(filled.application.answers[question.id]?.value);
  const fresh = fileIds.filter((id) => !before.includes(id));
  if (fresh.length === 0) {
    const isBack = filled.returned.some(({ questionId, isOpen }) => isOpen && questionId === question.id);
    const there = isBack ? words.t('photos:again.returned') : words.t('photos:again.paper', { number: before.length });
    return showDetails(turn, filled, [there]);
  }
  const repeated = fileIds.length - fresh.length;
  const purpose = purposeOf(question) ?? 'paper';
  const elsewhere = findPaperOf(turn, filled, fresh);
  const after = [
    ...(repeated > 0 ? [words.t('photos:again.some', { count: repeated })] : []),
    ...(elsewhere === undefined
      ? await remarkOn(turn, fresh, { purpose, among: [...before, ...fresh], toldAs })
      : [words.t('photos:again.elsewhere', { label: elsewhere })]),
  ];
  const reply = await answerDetails(turn, filled, { kind: 'photos', fileIds: fresh }, after);
  const { id: applicationId } = filled.application;
  const last = fresh.at(-1);
  // Once the last paper is there the card is left; "xoá ảnh vừa gửi" is heard there too.
  if (last === undefined || findForm(turn, applicationId) === undefined) return reply;
  const drop = {
    key: dropKey({ applicationId, questionId: question.id, fileId: last }),
    label: words.t('photos:remove.drop'),
  };
  return { ...reply, choices: [...reply.choices, drop] };
}

type ForPaper = { question: Question; fileIds: readonly string[]; toldAs?: PhotoPurpose };

/** What is said when all of the photos are with the dossier already: where. */
function describeThere(turn: Turn, filled: FilledDetails, fileIds: readonly string[]): string | undefined {
  const { form, application } = filled;
  const holders = Object.entries(application.answers).filter(([, { value }]) =>
    readPhotos(value).some((id) => fileIds.includes(id)),
  );
  const known = new Set(holders.flatMap(([, { value }]) => readPhotos(value)));
  if (!fileIds.every((id) => known.has(id))) return undefined;
  const paper = form.questions.find(({ id }) => holders.some(([questionId]) => questionId === id));
  if (paper === undefined) return turn.words.t('photos:again.kept');
  return turn.words.t('photos:again.elsewhere', { label: toolsOf(turn).say(labelWords(form, paper)) });
}

/** The paper of which one of the photos is already: a slip, where each is to show another side. */
function findPaperOf(turn: Turn, { form, application }: FilledDetails, fileIds: readonly string[]): string | undefined {
  const paper = form.questions.find(({ id }) =>
    readPhotos(application.answers[id]?.value).some((fileId) => fileIds.includes(fileId)),
  );
  return paper && toolsOf(turn).say(labelWords(form, paper));
}

/** The papers that photos may be of now. */
function openPapers({ form, answers, isOpen }: FilledDetails): Question[] {
  return applicableQuestions(form, answers).filter(({ id, field }) => field.kind === 'photos' && isOpen(id));
}

export function askWhichPaper(
  turn: Turn,
  filled: FilledDetails,
  unsorted: readonly string[],
  before: string[] = [],
): Reply {
  const { words } = turn;
  return {
    paragraphs: [...before, words.t('details:photos.which', { number: unsorted.length })],
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
  const said = withoutFrame(typed);
  const named = paperChoices(turn, filled).filter(({ label }) => {
    const paper = foldPhrase(label);
    // "Ảnh giấy đăng ký" is meant by "đăng ký" and by "giấy chứng nhận đăng ký kinh doanh".
    const name = withoutFrame(paper);
    return ` ${paper} `.includes(` ${said || typed} `) || ` ${typed} `.includes(` ${name} `);
  });
  const [only, another] = named;
  return only !== undefined && another === undefined ? only.key.split(':').at(-2) : undefined;
}

/** "Đây là ảnh chụp bên cạnh", "mặt trước": what tells one photo from another. */
function withoutFrame(folded: string): string {
  return folded
    .replace(/^(?:(?:da|vang|day|do|la|cai|tam|buc|anh|hinh|chup|giay|to|mat|phia|tu|nhin) )+/, '')
    .replace(/(?: (?:nay|do|nhe|a|em|xuong|cua san pham|san pham))+$/, '');
}

/** The photos that waited are of this paper; what is none of the papers stays with the dossier as it is. */
export async function sortPhotos(turn: Turn, filled: FilledDetails, questionId: string): Promise<Reply> {
  const unsorted = findForm(turn, filled.application.id)?.unsorted ?? [];
  const paper = openPapers(withAll(filled)).find(({ id }) => id === questionId);
  if (paper !== undefined && unsorted.length > 0) {
    return await putTo(turn, filled, { question: paper, fileIds: unsorted, toldAs: 'unknown' });
  }
  // An old button: its photos were sorted long ago.
  if (paper !== undefined) return await answerDetails(turn, filled, { kind: 'option', questionId, option: EDIT });
  return showDetails(turn, filled, [turn.words.t('details:photos.keptAside')]);
}

/** Adds photos to a paper, takes them out of the unsorted ones, and stands there, since more may come. */
async function putTo(turn: Turn, filled: FilledDetails, paper: ForPaper): Promise<Reply> {
  const { question, fileIds } = paper;
  const { id } = question;
  const { application } = filled;
  const isAll = filled.isAll || !filled.isOpen(id);
  const before = settleState(filled, currentState(turn, filled));
  const returnTo = findCurrent(filled.form, before, filled.answers)?.id;
  const form = standAt(before, id);
  setState(turn, { step: 'form', applicationId: application.id, form, isAll, unsorted: [], returnTo });
  const unsorted = readPhotos(application.answers[PHOTOS]?.value);
  const left = unsorted.filter((each) => !fileIds.includes(each));
  const sorted = isAll ? withAll(filled) : filled;
  if (left.length === unsorted.length) return await addTo(turn, sorted, paper);
  const kept = await keepDetails(turn, sorted, [{ questionId: PHOTOS, value: { fileIds: left }, raw: rawOf(filled) }]);
  return await addTo(turn, kept, paper);
}

async function keepUnsorted(turn: Turn, filled: FilledDetails, { fileIds, caption }: Photos): Promise<FilledDetails> {
  const value = addPhotos(filled.application.answers[PHOTOS]?.value, fileIds);
  const raw = [rawOf(filled), caption].filter((words) => words !== undefined && words !== '').join('\n');
  return await keepDetails(turn, filled, [{ questionId: PHOTOS, value, raw }]);
}

function rawOf({ application }: FilledDetails): string | undefined {
  return application.answers[PHOTOS]?.raw ?? undefined;
}
