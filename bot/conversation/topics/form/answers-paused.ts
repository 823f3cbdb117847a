import { looksLikeOrganisation } from '../../../../core/forms/fields/organisation-name.ts';
import { looksLikePersonName } from '../../../../core/forms/fields/person-name.ts';
import { readField } from '../../../../core/forms/fields/read-field.ts';
import type { Filling } from '../../../../core/forms/filling.ts';
import type { Question } from '../../../../core/forms/form.ts';
import type { FormState } from '../../../../core/forms/form-state.ts';
import { findCurrent, settleState } from '../../../../core/forms/form-step.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import type { Here } from '../../../../core/forms/moves.ts';
import { afterSlip, readChange, readCorrection } from '../../../../core/forms/read-correction.ts';
import { isPeopleAlone, isSumAlone, isTelltale, readElsewhere } from '../../../../core/forms/read-elsewhere.ts';
import { isExactly } from '../../../../core/forms/read-exactly.ts';
import { readFacts } from '../../../../core/forms/read-facts.ts';
import { readMore } from '../../../../core/forms/read-more.ts';
import { readReply, saysYes } from '../../../../core/forms/read-reply.ts';
import { readStray, readStrayOrganisation } from '../../../../core/forms/read-stray.ts';
import { speaksToForm } from '../../../../core/forms/speaks-to-form.ts';
import { withoutAsked } from '../../../../core/forms/take-reading.ts';
import { findToldAnew } from '../../../../core/forms/told-anew.ts';
import { isSkipped } from '../../../../core/forms/values.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { officeDay } from '../../../../core/time.ts';
import type { Turn } from '../../topic.ts';
import { toolsOf } from './form-tools.ts';

const LONGEST = 200;
/** Of words that may be anything, no more than these are a product or a name that nobody was asked for just now. */
const MOST_WORDS = 4;

/**
 * Whether a text that came while a form rests surely answers it. Nobody was asked just now, so it must be plainer than under
 * the question: what asks, thanks, or is only a yes is not, and free words only where they can hardly be anything else.
 */
export function answersPaused(turn: Turn, standing: Filling & { state: FormState }, text: string): boolean {
  if (text.length > LONGEST || looksLikeQuestion(text)) return false;
  const { form, answers } = standing;
  const tools = toolsOf(turn);
  const state = settleState(standing, standing.state);
  const here = { ...standing, state, tools };
  const question = findCurrent(form, state, answers);
  const correction = readCorrection(here, question, text);
  if (correction?.reading !== undefined) return true;
  if (readMore(here, question, text) !== undefined) return true;
  if (question === undefined) return tellsCard(here, text);

  const reading = readField(form, question, text, tools);
  const isTold = reading.kind === 'value' && !isSkipped(reading.value);
  // "Chưa rõ", where that is an answer; "không" may be said of anything.
  if (reading.kind === 'value' && !isTold) return foldPhrase(text).includes(' ');
  const put = afterSlip(text) ?? text;
  if (reading.kind === 'unread' && (isTelltale(put) || isPeopleAlone(put))) return tellsKind(here, question, put);
  if (speaksToForm(text) || saysYes(text)) return false;
  if (state.pending !== undefined && readReply(state.pending, text, tools.say) !== undefined) return true;
  if (readFacts(here, question, text).told.length > 0) return true;
  if (readStray(here, question, text) !== undefined || readStrayOrganisation(here, question, text) !== undefined)
    return true;
  if (reading.kind === 'unread') return tellsKind(here, question, text);
  return isPlain(question, text, isExactly(here, question, text)) || isUnknown(turn, question, text);
}

/** A sum, a time, a number that belongs to another question, whether that has an answer or none. */
function tellsKind(here: Here, question: Question, text: string): boolean {
  const isElsewhere = readElsewhere(withoutAsked(here, question, text), question, text) !== undefined;
  const isFact = isElsewhere || readFacts(here, question, text).told.length > 0;
  return isFact || findToldAnew(here, text) !== undefined;
}

/** At the review or at the card an item is named by its answer. */
function tellsCard(here: Here, text: string): boolean {
  if (readFacts(here, undefined, text, { isAgain: true }).told.length > 0) return true;
  if (here.form.order !== 'any' && readChange(here, text) !== undefined) return true;
  const isShown = isTelltale(text) && !isSumAlone(text);
  return isShown && readElsewhere(here, undefined, text) !== undefined;
}

/** By its look alone it is what was asked. */
function isPlain({ field, madeOf = [] }: Question, text: string, isOption: boolean): boolean {
  if (field.kind === 'phone' || field.kind === 'tax-code') return true;
  if (field.kind === 'name') return field.of === 'person' ? looksLikePersonName(text) : looksLikeOrganisation(text);
  return isOption || isTelltale(text) || madeOf.includes(foldPhrase(text));
}

/** Nothing that the library would answer, and no wish of another kind. */
function isUnknown({ library, now, centre }: Turn, { field }: Question, text: string): boolean {
  const heard = library.ask({ text, provinceCode: centre.provinceCode, date: officeDay(now) });
  if (heard.kind === 'intent') return field.kind === 'place' && heard.intent === 'place';
  if (heard.kind === 'answer' || heard.kind === 'amount') return false;
  const isFree = field.kind === 'text' || field.kind === 'name';
  return !isFree || foldPhrase(text).split(' ').length <= MOST_WORDS;
}
