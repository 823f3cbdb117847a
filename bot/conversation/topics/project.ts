import { isAllowed } from '../../../core/applications/actions.ts';
import { AMENDMENTS } from '../../../core/applications/project-data.ts';
import { looksLikeQuestion } from '../../../core/forms/looks-like-question.ts';
import { foldPhrase } from '../../../core/text/fold.ts';
import { findApplication } from '../../../records/applications.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { isShown } from './my-dossiers/describe.ts';
import { listChoices, showDossier } from './my-dossiers/show.ts';
import { askHow, askWhich, sendAmendment, showAmendment, tellNoAmendment, writeHow } from './project/amend.ts';
import { isProject, type ProjectDossier } from './project/project-dossier.ts';
import { addToReport, askReport, sendReport, showReport } from './project/report.ts';
import { findState, release, setState } from './project/state.ts';
import { takeUp } from './project/take-up.ts';

/**
 * What a producer tells the office of their project while it is carried out. Its choices: `report:<id>` (progress of this
 * month), `amend:<id>` (something is to be other than agreed), `amend:<id>:<what>`, and of what is being written `send`,
 * `again`, `leave`.
 */
export const projectTopic: Topic = {
  name: 'project',
  choose: async (turn, [verb, id = '', what]) => {
    switch (verb) {
      case 'report':
        return await withProject(turn, id, (dossier) => startReport(turn, dossier));
      case 'amend':
        return await withProject(turn, id, (dossier) => startAmendment(turn, dossier, what));
      case 'send':
        return await sendOpen(turn);
      case 'again':
        return await writeAgain(turn);
      case 'leave':
        return leave(turn);
      default:
        return undefined;
    }
  },
  carryOn: async (turn) => {
    const state = findState(turn);
    const { input } = turn;
    if (state === undefined) return undefined;
    if (input.kind === 'photo') {
      if (state.step !== 'report') return undefined;
      const { fileIds, caption: text } = input;
      return await withProject(turn, state.applicationId, (dossier) =>
        addToReport(turn, dossier, { state, text, fileIds }),
      );
    }
    if (input.kind !== 'text' || state.step === 'which') return undefined;
    if (SENDS.test(foldPhrase(input.text))) return await sendOpen(turn);
    // A question in the middle is answered, and no part of what is written.
    if (looksLikeQuestion(input.text)) return undefined;
    const { text } = input;
    return await withProject(turn, state.applicationId, async (dossier) =>
      state.step === 'report' ? await addToReport(turn, dossier, { state, text }) : writeHow(turn, state, text),
    );
  },
  goBack: async (turn) => {
    const state = findState(turn);
    if (state === undefined) return undefined;
    if (state.step === 'amendment')
      return await withProject(turn, state.applicationId, (dossier) => askWhich(turn, dossier));
    release(turn);
    return await withProject(turn, state.applicationId, (dossier) => showDossier(turn, dossier));
  },
  askAgain: async (turn) => {
    const state = findState(turn);
    if (state === undefined) return undefined;
    return await withProject(turn, state.applicationId, (dossier) => {
      if (state.step === 'report') return showReport(turn, dossier, state);
      return state.step === 'which' ? askWhich(turn, dossier) : showAmendment(turn, state);
    });
  },
  takeUp,
};

/** "Xong", "gửi đi": what was written is to leave. */
const SENDS = /^(?:(?:ok|oke|vang|da|roi) )*(?:xong|het|du|gui|nop)(?: (?:roi|di|luon|nhe|a|bao cao|em|ngay))*$/;

function startReport(turn: Turn, dossier: ProjectDossier): Reply | Promise<Reply> {
  const { status } = dossier;
  return isAllowed({ action: 'report-progress', status, actor: 'person' })
    ? askReport(turn, dossier)
    : showDossier(turn, dossier);
}

function startAmendment(turn: Turn, dossier: ProjectDossier, what: string | undefined): Reply {
  const { status } = dossier;
  if (!isAllowed({ action: 'ask-amendment', status, actor: 'person' })) return tellNoAmendment(turn, dossier);
  const amendment = AMENDMENTS.find((each) => each === what);
  return amendment === undefined ? askWhich(turn, dossier) : askHow(turn, dossier, amendment);
}

async function sendOpen(turn: Turn): Promise<Reply | undefined> {
  const state = findState(turn);
  // An old button: it left already, or was given up.
  if (state === undefined || state.step === 'which') return undefined;
  return await withProject(turn, state.applicationId, async (dossier) =>
    state.step === 'report' ? await sendReport(turn, dossier, state) : await sendAmendment(turn, dossier, state),
  );
}

async function writeAgain(turn: Turn): Promise<Reply | undefined> {
  const state = findState(turn);
  if (state?.step !== 'report') return undefined;
  const empty = { ...state, texts: [], fileIds: [] };
  setState(turn, empty);
  return await withProject(turn, state.applicationId, (dossier) => showReport(turn, dossier, empty));
}

function leave(turn: Turn): Reply {
  release(turn);
  return { paragraphs: [turn.words.t('project:left')], choices: listChoices(turn) };
}

async function withProject(
  turn: Turn,
  id: string,
  act: (dossier: ProjectDossier) => Reply | Promise<Reply>,
): Promise<Reply> {
  const found = await findApplication(turn.tx, { id, personId: turn.person.id });
  if (found !== undefined && isShown(found) && isProject(found)) return await act(found);
  release(turn);
  return { paragraphs: [turn.words.t('dossiers:notFound')], choices: listChoices(turn) };
}
