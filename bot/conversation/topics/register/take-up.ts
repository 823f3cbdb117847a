import type { Answer } from '../../../../core/answers/answer.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { saysHelping } from '../../../../core/programmes/for-another.ts';
import { OFFICE_ZONE } from '../../../../core/time.ts';
import type { Reply, Turn } from '../../topic.ts';
import { start } from './begin.ts';
import { findHelperRole } from './earlier-help.ts';
import { offerNeeds, saysLost } from './offer-needs.ts';
import { readNeed, readWish, readWishInStory } from './said-need.ts';
import { namesNextHousehold, saysAnother } from './said-next.ts';

/** How sure the articles must be of their answer for a complaint to be a question to them. */
const SURE_ANSWER = 0.5;
const PHONE = /(?<![\d.,])(?:0|\+?84)(?:[ .-]?\d){8,10}(?!\d)/;
/** An intent that a pattern found, not examples. */
const SURE_INTENT = 1;

/** Words that begin a request where nothing is open: a wish in free words, for another, or what is hard. */
export async function takeUpWish(turn: Turn): Promise<Reply | undefined> {
  const { input, library, centre, now } = turn;
  if (input.kind !== 'text') return undefined;
  const { text } = input;
  if ((saysHelping(text) || saysAnother(text)) && !looksLikeQuestion(text)) return await start(turn);
  // "Hộ 3 chị Sủi dệt thổ cẩm", said by who helps one household after the other.
  if (namesNextHousehold(text) && !looksLikeQuestion(text) && (await findHelperRole(turn)) !== undefined)
    return await start(turn);
  // "Chưa biết xin cái gì" has words of a wish, and names none.
  const isLost = saysLost(text) && (readNeed(turn, text)?.answers.length ?? 0) === 0;
  const wish = isLost ? undefined : readWish(turn, text);
  const story = wish === undefined ? readWishInStory(turn, text) : undefined;
  const offer = wish === undefined ? offerNeeds(turn, text) : undefined;
  // Who gives their number with what they need has said it all, wish or not: no sum goes first.
  const isTold = wish !== undefined || (!looksLikeQuestion(text) && readNeed(turn, text) !== undefined);
  if (isTold && PHONE.test(text)) return await start(turn);
  if (wish === undefined && story === undefined && offer === undefined) return undefined;
  const heard = library.ask({ text, provinceCode: centre.provinceCode, date: officeDate(now) });
  if (wish !== undefined) return mayBeWish(heard, wish) ? await start(turn) : undefined;
  if (story !== undefined && saysNothing(heard)) return await start(turn);
  if (offer === undefined || !(mayBeComplaint(heard) || (saysLost(text) && mayBeLost(heard)))) return undefined;
  // What was told beside it is known once a need is chosen.
  turn.conversation.lastQuestion = { text, seq: turn.inbound.seq, articleIds: [] };
  return offer;
}

/** What the library answers is a question, unless it plainly wishes for the deed; a sum to be told, and a wish of another kind, go first. */
function mayBeWish(heard: Answer, wish: NonNullable<ReturnType<typeof readWish>>): boolean {
  if (wish === 'barely') return heard.kind === 'none';
  if (heard.kind === 'intent') {
    // What is hard at work sounds like a complaint about this assistant.
    const isGuess = heard.confidence < SURE_INTENT && (wish !== 'perhaps' || heard.intent === 'complaint');
    return isGuess || ['register', 'register-selection', 'multi'].includes(heard.intent);
  }
  if (heard.kind === 'amount') return wish === 'several';
  return wish !== 'perhaps' || heard.kind === 'none' || heard.kind === 'choices';
}

/** Nothing that answers the question beside a wish: who the assistant is was hardly asked. */
function saysNothing(heard: Answer): boolean {
  if (heard.kind === 'intent') return heard.confidence < SURE_INTENT || ['about', 'register'].includes(heard.intent);
  return heard.kind === 'none' || heard.kind === 'choices';
}

/** A complaint about what is hard at work is none about this assistant, which only sounds like it. */
function mayBeComplaint(heard: Answer): boolean {
  const { kind, confidence } = heard;
  if (kind === 'intent') return confidence < SURE_INTENT || ['complaint', 'register'].includes(heard.intent);
  return kind === 'none' || kind === 'choices' || confidence < SURE_ANSWER;
}

/** Who cannot say what they need asked neither who this is nor anything else that a word of theirs sounds like. */
function mayBeLost(heard: Answer): boolean {
  return heard.kind === 'answer' || (heard.kind === 'intent' && ['about', 'greeting'].includes(heard.intent));
}

function officeDate(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate().toString();
}
