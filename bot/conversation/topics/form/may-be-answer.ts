import { answerOverview } from '../../../../core/forms/answer-overview.ts';
import { asksWhatWasTold } from '../../../../core/forms/asks-what.ts';
import { saysNotKnown } from '../../../../core/forms/fields/not-known.ts';
import { looksLikePersonName } from '../../../../core/forms/fields/person-name.ts';
import { mayBeSeveral, readField } from '../../../../core/forms/fields/read-field.ts';
import type { Filling } from '../../../../core/forms/filling.ts';
import type { FormState } from '../../../../core/forms/form-state.ts';
import { findCurrent, settleState } from '../../../../core/forms/form-step.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { readAside } from '../../../../core/forms/read-aside.ts';
import { readContact } from '../../../../core/forms/read-contact.ts';
import { readCorrection } from '../../../../core/forms/read-correction.ts';
import { readFacts } from '../../../../core/forms/read-facts.ts';
import { readMore } from '../../../../core/forms/read-more.ts';
import { readOwnNumber } from '../../../../core/forms/read-own-number.ts';
import { readReply } from '../../../../core/forms/read-reply.ts';
import { readReview } from '../../../../core/forms/read-review.ts';
import { readStray, readStrayOrganisation } from '../../../../core/forms/read-stray.ts';
import { saysWait, speaksToForm } from '../../../../core/forms/speaks-to-form.ts';
import { skippedValue } from '../../../../core/forms/values.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { OFFICE_ZONE, officeDay } from '../../../../core/time.ts';
import type { Turn } from '../../topic.ts';
import { toolsOf } from './form-tools.ts';

const PHONE = /\d[\d .()-]{7,}\d/;
/** An intent that a pattern found, not examples. */
const SURE_INTENT = 1;
const FEWEST_WORDS_OF_A_WISH = 4;
/** A text longer than this is no answer of a chat form; the router offers to hand it to an officer. */
const LONGEST_ANSWER = 1_000;

/**
 * Whether a text may be meant as the answer of the open question. A question in the middle, thanks, or a wish of another
 * kind is not; the router meets it and then asks again where the person stood.
 */
export function mayBeAnswer(turn: Turn, standing: Filling & { state: FormState }, text: string): boolean {
  if (text.length > LONGEST_ANSWER) return false;
  const { form, answers } = standing;
  const tools = toolsOf(turn);
  const state = settleState(standing, standing.state);
  const question = findCurrent(form, state, answers);
  if (question === undefined && (saysNotKnown(text) || saysWait(text) || asksWhatWasTold(text))) return true;
  if (question === undefined && readMore({ ...standing, state, tools }, undefined, text) !== undefined) return true;
  if (question === undefined) return meansOverview(turn, { ...standing, state }, text) || !isSomethingElse(turn, text);
  if (
    state.pending !== undefined &&
    readReply(state.pending, text, tools.say, { mayBeSeveral: mayBeSeveral(form, question) }) !== undefined
  )
    return true;
  if (readAside(standing, question, text) !== undefined || speaksToForm(text)) return true;
  if (readMore({ ...standing, state, tools }, question, text) !== undefined) return true;
  // What surely answers another question is no wish to be elsewhere, however it sounds to the library.
  const here = { ...standing, state, tools };
  const stray = readStray(here, question, text) ?? readStrayOrganisation(here, question, text);
  if (stray !== undefined && !looksLikeQuestion(text)) return true;
  if (readFacts(here, question, text).told.length > 0 && !looksLikeQuestion(text)) return true;
  // "Gọi cháu, Vàng A Dế 0388 111 222" wishes for no officer.
  const isContact = () => readContact(here, question, text) ?? readOwnNumber(here, question, text);
  if (PHONE.test(text) && isContact() !== undefined) return true;
  // "Sửa sđt": about this form, though it sounds like a wish about one's data.
  if (readCorrection({ ...standing, state, tools }, question, text) !== undefined) return true;

  const reading = readField(form, question, text, tools);
  const isRead = reading.kind !== 'unread';
  // "Tôi", "chồng tôi", "số này luôn": who or which is meant is plain, only not told.
  if (!isRead && typeof reading.problem !== 'string' && /(?:Self|phoneThis|phoneNone)$/.test(reading.problem.key)) {
    return true;
  }
  const isSkipped = reading.kind === 'value' && skippedValue.safeParse(reading.value).success;
  if (isSkipped || (isRead && question.field.kind === 'phone')) return true;
  const isFreeText = question.field.kind === 'text' || question.field.kind === 'name';
  if (isRead && !isFreeText) return !looksLikeQuestion(text);
  if (question.field.kind === 'name' && looksLikePersonName(text)) return !looksLikeQuestion(text);
  return (isFreeText && !saysSmallTalk(text) && isHeardAsTalk(turn, text)) || !isSomethingElse(turn, text);
}

const SMALL_TALK = new Set(['thanks', 'greeting', 'goodbye']);
const TALK =
  /(?:^| )(?:cam on|cam an|cam ta|thank|thanks|tks|doi on|biet on|chao|hello|helo|hi|alo|hey|oi|bye|tam biet|hen|gap lai|hieu roi|biet roi|ro roi|yen tam|hay qua|tot qua|may qua|tuyet|ok|oke|thoi|nghi|di|ngu)(?: |$)/;

/** "Cám gạo" is a product, though it sounds like thanks. */
function isHeardAsTalk({ library, now, centre }: Turn, text: string): boolean {
  const date = officeDay(now);
  const answer = library.ask({ text, provinceCode: centre.provinceCode, date });
  return answer.kind === 'intent' && SMALL_TALK.has(answer.intent) && !looksLikeQuestion(text);
}

function saysSmallTalk(text: string): boolean {
  return TALK.test(foldPhrase(text));
}

/** At the review, or at the card of a form in any order. */
function meansOverview(turn: Turn, standing: Filling & { state: FormState }, text: string): boolean {
  const tools = toolsOf(turn);
  if (standing.form.order === 'any') return answerOverview({ ...standing, tools }, text) !== undefined;
  return readReview({ ...standing, tools }, text, { isCard: true }) !== undefined;
}

/** A question, or an intent such as thanks, "dữ liệu của tôi" or rude words. A place alone is an answer as good as any. */
export function isSomethingElse({ library, now, centre }: Turn, text: string): boolean {
  if (looksLikeQuestion(text)) return true;
  const date = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(OFFICE_ZONE)
    .toPlainDate()
    .toString();
  const answer = library.ask({ text, provinceCode: centre.provinceCode, date });
  if (answer.kind !== 'intent' || answer.intent === 'place' || answer.intent === 'multi') return false;
  // What only sounds like a wish is one when it is a sentence: "do go" is a product, and no rude word.
  return answer.confidence >= SURE_INTENT || text.trim().split(/\s+/).length >= FEWEST_WORDS_OF_A_WISH;
}
