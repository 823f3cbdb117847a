import type { Saying } from './saying.ts';

/** A choice: `option` is one of the question's, or one of the engine's own, which begin with a dot. */
export type FormChoice = { questionId: string; option: string; label: Saying };

/** What to ask where the person stands. `contactButton`: a phone number is asked for, which some channels can share by a button. */
export type FormAsk = { text: Saying; choices: FormChoice[]; contactButton?: Saying };

export const KEEP = '.keep';
export const SKIP = '.skip';
/** What was answered to the question that this one's answer is often the same as. */
export const SAME = '.same';
export const EDIT = '.edit';
export const SUBMIT = '.submit';
/** In any order: put this question off; leave the card; back to the card. */
export const LATER = '.later';
export const DONE = '.done';
export const CARD = '.card';
/** Enough photos. */
export const ENOUGH = '.enough';
/** Before the id of a menu's entry. */
export const MENU = '.menu.';
/** Of a group: one item more; no further item after all. */
export const ADD = '.add';
export const NONE = '.none';
