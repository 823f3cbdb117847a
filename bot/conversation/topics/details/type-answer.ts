import { answerOverview } from '../../../../core/forms/answer-overview.ts';
import { readField } from '../../../../core/forms/fields/read-field.ts';
import { REVIEW } from '../../../../core/forms/form-state.ts';
import { findCurrent, settleState } from '../../../../core/forms/form-step.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import type { Reply, Turn } from '../../topic.ts';
import { explainAsked } from '../form/explain-asked.ts';
import { toolsOf } from '../form/form-tools.ts';
import { mayBeAnswer } from '../form/may-be-answer.ts';
import { tellOwnSum } from '../form/own-sum.ts';
import { start } from '../register/begin.ts';
import { hearRegisteredAfterSending } from '../register/registered-after-sending.ts';
import { readWish } from '../register/said-need.ts';
import { saysNewRequest } from '../register/said-next.ts';
import { answerReturned } from './answer-returned.ts';
import { answerDetails, currentState, showDetails } from './details-turn.ts';
import { type FilledDetails, withAll } from './fill-details.ts';
import { askWhichPaper, readWhichPaper, sortPhotos } from './photos.ts';
import { meansSend, resubmit, surelyMeansSend } from './resubmit.ts';
import { findForm } from './state.ts';

/** A text while details are open; undefined when it is no answer to them. */
export async function typeAnswer(turn: Turn, filled: FilledDetails, text: string): Promise<Reply | undefined> {
  const { id, status } = filled.application;
  const sum = tellOwnSum(turn, filled.application, text);
  if (sum !== undefined) return showDetails(turn, filled, sum);
  const registered = await hearRegisteredAfterSending(turn, filled.application);
  if (registered !== undefined) return registered;
  const explained = explainAsked(turn, { ...filled, state: currentState(turn, filled) }, text);
  if (explained !== undefined) return showDetails(turn, filled, explained);
  if (isUnreadHere(turn, filled, text) && (saysNewRequest(text) || wishesPlainly(turn, text))) return await start(turn);
  const unsorted = findForm(turn, id)?.unsorted ?? [];
  const paper = unsorted.length > 0 ? readWhichPaper(turn, filled, text) : undefined;
  if (paper !== undefined) return await sortPhotos(turn, filled, paper);
  if (unsorted.length > 0 && !isReadHere(turn, filled, text)) {
    return looksLikeQuestion(text) ? undefined : askWhichPaper(turn, filled, unsorted);
  }
  if (status !== 'needs-papers') return await answerHere(turn, filled, text);
  return await answerWhileBack(turn, filled, text);
}

/** Whether what is asked makes nothing of a text; at the card nothing is asked. */
function isUnreadHere(turn: Turn, filled: FilledDetails, text: string): boolean {
  const question = findCurrent(filled.form, settleState(filled, currentState(turn, filled)), filled.answers);
  return question === undefined || readField(filled.form, question, text, toolsOf(turn)).kind === 'unread';
}

/** "Tôi muốn đi hội chợ" names no item: it is another request. */
function wishesPlainly(turn: Turn, text: string): boolean {
  const wish = readWish(turn, text);
  return wish === 'plainly' || wish === 'several';
}

/** Items came back, perhaps in the middle of another question: whichever of them the text answers, it is kept. */
async function answerWhileBack(turn: Turn, filled: FilledDetails, text: string): Promise<Reply | undefined> {
  if (surelyMeansSend(text)) return await resubmit(turn, filled.application.id);
  const state = currentState(turn, filled);
  const here = filled.isOpen(state.at) || state.at === REVIEW ? filled : withAll(filled);
  const question = findCurrent(here.form, settleState(here, state), here.answers);
  if (question === undefined && meansSend(text)) return await resubmit(turn, filled.application.id);
  const isRead = question !== undefined && readField(here.form, question, text, toolsOf(turn)).kind !== 'unread';
  const returned = isRead ? undefined : await answerReturned(turn, filled, text);
  return returned ?? (await answerHere(turn, here, text));
}

/** Whether a text is surely meant for what was asked before the photos came. */
function isReadHere(turn: Turn, filled: FilledDetails, text: string): boolean {
  const state = settleState(filled, currentState(turn, filled));
  const question = findCurrent(filled.form, state, filled.answers);
  const tools = toolsOf(turn);
  if (question === undefined) return answerOverview({ ...filled, state, tools }, text) !== undefined;
  return readField(filled.form, question, text, tools).kind !== 'unread';
}

async function answerHere(turn: Turn, filled: FilledDetails, text: string): Promise<Reply | undefined> {
  if (!mayBeAnswer(turn, { ...filled, state: currentState(turn, filled) }, text)) return undefined;
  return await answerDetails(turn, filled, { kind: 'text', text });
}
