import { foldPhrase } from '../text/fold.ts';
import { mayRemove } from './ask-card.ts';
import { askForm } from './ask-form.ts';
import type { FormTools } from './fields/field-reading.ts';
import type { Filling } from './filling.ts';
import { ADD, CARD, DONE, EDIT, type FormChoice, NONE } from './form-choice.ts';
import { type FormState, REVIEW } from './form-state.ts';
import { type FormStep, goOnAfter, openQuestions, standAt, step } from './form-step.ts';
import { findEarlierMore, findMoreQuestion, GONE, NO, YES } from './group.ts';
import { findView } from './views.ts';

type Here = Filling & { state: FormState };

const FINISHED =
  /^(?:(?:da|vang|u|ok|a) )*(?:(?:xong|het|du|thoi|(?:de )?(?:hom khac|luc khac|khi khac|mai|sau)(?: lam| bo sung| tinh)?)(?: roi| da| nhe| a| vay)* ?)+(?:a|nhe|em|ad|nha| )*$/;
const SHORTEST_NAME = 3;
const FEWEST_NAME_WORDS = 2;

/** "Xong rồi ạ": done for now, whatever is still open. */
export function meansFinished(text: string): boolean {
  return /^(?:xong|xong roi|da xong)(?: (?:a|nhe|em|ad))*$/.test(foldPhrase(text.normalize('NFKC')));
}

/** The choice of the card, or of a view of a group, that a text means: its number, or a part of its label that no other has. */
export function answerOverview(here: Here & { tools: FormTools }, text: string): FormChoice | undefined {
  const { choices } = askForm(here, here.state);
  const typed = foldPhrase(text.normalize('NFKC'));
  if (FINISHED.test(typed)) return choices.at(-1);
  const what = typed.replace(/^(?:sua|doi|thay|chinh|dien|them|cau|muc|so) (?:lai )?/, '');
  const number = /^(?:cau |so |muc )?(\d{1,2})$/.exec(what)?.[1];
  if (number !== undefined) return choices[Number(number) - 1];
  if (what.length < SHORTEST_NAME) return undefined;
  const named = choices.filter(({ label }) => ` ${foldPhrase(here.tools.say(label))} `.includes(` ${what} `));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const said = what.split(' ');
  const [only, another] = choices.filter(({ label }) => holdsAll(here.tools.say(label), said));
  return said.length >= FEWEST_NAME_WORDS && another === undefined ? only : undefined;
}

/** "Ảnh trên xuống" of "Ảnh chụp từ trên xuống": each word, in the order in which it stands there. */
function holdsAll(label: string, said: readonly string[]): boolean {
  const words = foldPhrase(label.split(':')[0] ?? '').split(' ');
  let at = 0;
  for (const word of words) if (word === said[at]) at += 1;
  return at === said.length;
}

/** What the choices of the card and of groups do; undefined for a choice of a question. */
export function chooseInOverview(
  here: Here,
  { questionId, option }: { questionId: string; option: string },
): FormStep | undefined {
  const { form, answers, state } = here;
  if (form.order !== 'any') return option === NONE ? undoMore(here, questionId) : undefined;
  if (questionId === REVIEW) {
    const card = step(here, { state: standAt(state, REVIEW) });
    if (option === DONE) return { ...card, isDone: true };
    return option === CARD ? card : undefined;
  }
  if (option === NONE) return undoMore(here, questionId);
  const view = findView(form, answers, questionId);
  if (view?.kind === 'group' && option === ADD) return addItem(here, questionId);
  if (view !== undefined && option === EDIT) return openView(here, questionId);
  return isLockedRemoval(here, questionId) ? step(here, { state, said: [{ key: 'register:locked' }] }) : undefined;
}

/** A group without items is begun at once; otherwise its items are shown. */
function openView(here: Here, at: string): FormStep {
  const { form, answers, state } = here;
  const view = findView(form, answers, at);
  const isEmpty = view?.kind === 'group' && view.items.length === 0;
  const first = isEmpty ? openQuestions(here).find(({ group }) => group?.id === at) : undefined;
  return step(here, { state: standAt(state, first?.id ?? at) });
}

function addItem(here: Here, groupId: string): FormStep {
  const { form, answers, state, isOpen = () => true } = here;
  const more = findMoreQuestion(form, groupId, answers);
  if (more === undefined) return step(here, { state: standAt(state, groupId) });
  if (!isOpen(more.id)) return step(here, { state, said: [{ key: 'register:locked' }] });
  const filling = { ...here, answers: { ...answers, [more.id]: YES } };
  const changes = [{ questionId: more.id, value: YES, raw: undefined }];
  return step(filling, { state: goOnAfter(filling, { ...state, later: undefined }, more.id), changes });
}

/** "No more after all": only while the item that was announced is not begun. */
function undoMore(here: Here, questionId: string): FormStep | undefined {
  const { form, answers, state } = here;
  const question = form.questions.find(({ id }) => id === questionId);
  const more = question === undefined ? undefined : findEarlierMore(here, question);
  if (more === undefined || state.at !== questionId) return undefined;
  const filling = { ...here, answers: { ...answers, [more.id]: NO } };
  const changes = [{ questionId: more.id, value: NO, raw: undefined }];
  return step(filling, { state: goOnAfter(filling, state, more.id), changes });
}

/** That an item is to be removed has no answer yet, so it would count as open: its own answers decide. */
function isLockedRemoval(here: Here, questionId: string): boolean {
  const { form, answers } = here;
  const question = form.questions.find(({ id }) => id === questionId);
  if (question?.group?.part !== GONE) return false;
  const view = findView(form, answers, `${question.group.id}.${question.group.number}`);
  return view?.kind === 'item' && !mayRemove(here, view.item);
}
