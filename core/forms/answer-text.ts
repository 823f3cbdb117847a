import { foldPhrase } from '../text/fold.ts';
import { acceptAnswer, joinNoted } from './accept-answer.ts';
import { acceptCorrection } from './accept-correction.ts';
import { answerOption } from './answer-option.ts';
import { meansFinished } from './answer-overview.ts';
import { answerReview } from './answer-review.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { unread } from './fields/field-reading.ts';
import { saysNotKnown } from './fields/not-known.ts';
import { looksLikeOrganisation } from './fields/organisation-name.ts';
import { isNameAlone } from './fields/person-name.ts';
import { mayBeSeveral, readField } from './fields/read-field.ts';
import { hidePersonalIds } from './fields/tax-code-field.ts';
import { findQuestion, type Question } from './form.ts';
import { REVIEW } from './form-state.ts';
import { type FormStep, findCurrent, standAt, step } from './form-step.ts';
import { labelWords, skipWords } from './form-words.ts';
import { goPastChosen, withChosen } from './go-past-chosen.ts';
import { isMenu } from './is-menu.ts';
import { isNod } from './is-nod.ts';
import { isWord } from './is-word.ts';
import { edit, type Here, leaveForLater, miss, moveOn, refuse, say, skip, submit } from './moves.ts';
import { partRunOn } from './part-run-on.ts';
import { isProposal } from './propose-item.ts';
import { readAside, saysPutOff } from './read-aside.ts';
import { readBareYes } from './read-bare-yes.ts';
import { readContact } from './read-contact.ts';
import { afterLabel, afterSlip, readCorrection, saysOnlySlip, saysSlip } from './read-correction.ts';
import { isSumAlone, isTelltale, readElsewhere } from './read-elsewhere.ts';
import { isExactly } from './read-exactly.ts';
import { type Facts, readFacts } from './read-facts.ts';
import { readMore } from './read-more.ts';
import { readNone } from './read-none.ts';
import { readOwnNumber } from './read-own-number.ts';
import { readRegistered } from './read-registered.ts';
import { readReply } from './read-reply.ts';
import { readReview } from './read-review.ts';
import { readSelf } from './read-self.ts';
import { readSeveral } from './read-several.ts';
import { findOption, readStrayOrganisation } from './read-stray.ts';
import { readVenue } from './read-venue.ts';
import { saysNeedAgain } from './says-need-again.ts';
import { saysAnotherTime, saysGoOn, saysNotYet, saysSend, saysWait } from './speaks-to-form.ts';
import { splitName } from './split-name.ts';
import { findGoods, splitProduct } from './split-product.ts';
import { takeSumOfItem } from './sum-of-item.ts';
import { takeLabelled } from './take-labelled.ts';
import { isPlaceAgain, takeNamedPlace } from './take-named-place.ts';
import { takePlaceInFull } from './take-place-in-full.ts';
import { askCostAnew, takePricedMachines } from './take-priced-machines.ts';
import {
  acceptElsewhere,
  acceptSeveral,
  acceptStray,
  acceptWords,
  askWhetherAnew,
  askWhichTime,
  goOnFrom,
  takeReading,
  withoutAsked,
} from './take-reading.ts';
import { takeSumOfChoice } from './take-sum-of-choice.ts';
import { takeItems } from './told-items.ts';
import { type AnswerValue, isSkipped, photosValue, placeValue, SKIPPED } from './values.ts';

/** What somebody typed, where they stand. */
export function answerText(here: Here, text: string): FormStep {
  const { form, state, answers, tools } = here;
  const question = findCurrent(form, state, answers);
  if (question === undefined) return answerReview(here, text);
  const raw = question.field.kind === 'tax-code' ? hidePersonalIds(text) : text;
  if (state.pending !== undefined) {
    const reply = readReply(state.pending, text, tools.say, { mayBeSeveral: mayBeSeveral(form, question) });
    if (reply?.kind === 'value') return acceptWords(here, question, { value: reply.value, raw: state.pending.raw });
    if (reply?.kind === 'no') return refuse(here, question);
    const proposed = isProposal(state.pending) ? state.pending.options[0] : undefined;
    // Who goes on has agreed to where the words before were put: nothing of them is lost.
    if (proposed !== undefined && findItemNamed(here, question, text) === undefined && !saysWait(text)) {
      const kept = acceptWords(here, question, { value: proposed.value, raw: state.pending.raw });
      return goOnFrom(here, kept, (after) => answerText(after, text));
    }
    const unsaid = readBareYes(question, state.pending, text);
    if (unsaid !== undefined) return acceptWords(here, question, { value: unsaid, raw: state.pending.raw });
    const passed = passBareYes(here, question, text);
    if (passed !== undefined) return passed;
    const restated = readRestated(here, question, text);
    if (restated !== undefined) {
      // "Là cả dây chuyền" agrees to the need, and tells more of it.
      if (question.field.kind === 'place' && looksLikeOrganisation(text))
        return agreeAnd(here, question, restated, text);
      const said = isMenu(question) ? [state.pending.raw, text].filter(Boolean).join(', ') : state.pending.raw;
      const kept = acceptWords(here, question, { value: restated, raw: said });
      return isMenu(question) ? goOnFrom(here, kept, (after) => askCostAnew(after, text)) : kept;
    }
    // The same choices once more would not help; the one for who does not know is among them.
    if (state.pending.kind === 'choose' && form.order !== 'any' && saysNotKnown(text)) {
      return miss(here, question, { key: 'register:problem.notKnown' });
    }
  }
  const aside = readAside(here, question, text);
  if (aside !== undefined) return answerOption(here, { questionId: question.id, option: aside });
  const registered = form.order === 'any' ? undefined : readRegistered(here, text);
  if (registered !== undefined) return acceptStray(here, registered, raw);
  const none = state.pending === undefined ? readNone(here, question, text) : undefined;
  if (none !== undefined) return acceptNone(here, none, raw);
  const chosen = withChosen(here, question, text);
  if (chosen !== undefined) return acceptWords(here, question, { value: chosen, raw });
  const self = readSelf(here, question, text) ?? readVenue(here, question, text);
  if (self !== undefined) return acceptWords(here, question, { value: self, raw });
  if (form.order !== 'any' && saysPutOff(text)) {
    return question.skip === undefined
      ? miss(here, question, { key: 'register:problem.needed' })
      : skip(here, question, raw);
  }
  const isOver = question.field.kind !== 'photos' && meansFinished(text);
  if (form.order === 'any' && (isOver || (saysSlip(text) && saysOnlySlip(text)))) {
    return step(here, { state: standAt(state, REVIEW) });
  }
  const item = form.order === 'any' ? findItemNamed(here, question, text) : undefined;
  if (item !== undefined) return edit(here, item);
  const edited = form.order === 'any' ? undefined : readReview(here, text, { isCard: false });
  if (edited?.kind === 'edit') return edit(here, edited.question);

  if (form.order !== 'any' && saysSend(text)) return submit(here);
  const heard = hear(here, question, text);
  if (heard !== undefined) return heard;
  const correction = readCorrection(here, question, text);
  if (correction !== undefined) return acceptCorrection(here, correction);
  const more = readMore(here, question, text);
  if (more !== undefined) return acceptStray(here, more, raw);
  const goods = isMenu(question) && state.pending === undefined ? undefined : findGoods(here, question, text);
  if (goods !== undefined) return acceptStray(here, goods, raw);
  const contact = readOwnNumber(here, question, text) ?? readContact(here, question, text);
  if (contact !== undefined) {
    const { question: who, ...told } = contact;
    return acceptAnswer({ ...here, state: { ...state, misses: 0 } }, who, told);
  }
  const ofChoice = takeSumOfChoice(here, question, text);
  if (ofChoice !== undefined) return ofChoice;
  const ofItem = takeSumOfItem(here, question, text) ?? takeItems(here, question, text);
  if (ofItem !== undefined) return ofItem;
  const priced = takePricedMachines(here, question, text);
  if (priced !== undefined) return priced;
  const labelled = form.order === 'any' ? takeLabelled(here, question, text) : undefined;
  if (labelled !== undefined) return labelled;
  const past = goPastChosen(here, question, { text, answer: (next) => answerText(next, text) });
  if (past !== undefined) return past;
  const facts = readFacts(here, question, text);
  if (facts.told.length > 0) return acceptFacts(here, question, facts, text);
  const put = afterSlip(text);
  return answerPlainly(here, question, put !== undefined && isTelltale(put) ? { text: put, raw } : { text, raw });
}

/** What there is none of is told by its words for that. */
function acceptNone(here: Here, question: Question, raw: string): FormStep {
  const kept = acceptAnswer({ ...here, state: { ...here.state, misses: 0 } }, question, { value: SKIPPED, raw });
  const values = { label: labelWords(here.form, question), answer: skipWords(here.form, question) };
  return { ...kept, said: [{ key: 'register:noted', values: { answer: { key: 'register:review.line', values } } }] };
}

/** "Vốn tự có", where something else is asked: the item that is called so. Where any words are an answer they are one. */
function findItemNamed(here: Here, asked: Question, text: string): Question | undefined {
  if (isWord(asked)) return undefined;
  const { form, answers, isOpen = () => true, tools } = here;
  const typed = foldPhrase(text);
  const [item, another] = applicableQuestions(form, answers).filter(
    (each) => each.id !== asked.id && isOpen(each.id) && foldPhrase(tools.say(labelWords(form, each))) === typed,
  );
  if (item === undefined || another !== undefined) return undefined;
  return readField(form, asked, text, tools).kind === 'unread' ? item : undefined;
}

/** Who names the owner instead of telling how they agreed has gone on: their yes counts, without its way. */
function passBareYes(here: Here, question: Question, text: string): FormStep | undefined {
  const { pending } = here.state;
  const unsaid = question.field.kind === 'choice' ? question.field.bareYes?.unsaid : undefined;
  if (unsaid === undefined || pending?.options.every(({ value }) => value !== unsaid)) return undefined;
  const kept = acceptAnswer(here, question, { value: unsaid, raw: pending?.raw });
  const after = { ...here, answers: { ...here.answers, [question.id]: unsaid }, state: kept.state };
  const next = findCurrent(here.form, kept.state, after.answers);
  if (next?.phone === undefined || !(isNameAlone(text) || readContact(after, next, text) !== undefined))
    return undefined;
  const told = answerText(after, text);
  return { ...told, changes: [...kept.changes, ...told.changes], said: joinNoted([...kept.said, ...told.said]) };
}

/** "HTX rượu Bằng Phúc" agrees to Bằng Phúc, and is a name all the same. */
function agreeAnd(here: Here, question: Question, value: AnswerValue, text: string): FormStep {
  const kept = acceptAnswer(here, question, { value, raw: here.state.pending?.raw });
  const after = { ...here, answers: { ...here.answers, [question.id]: value }, state: kept.state };
  const told = answerText(after, text);
  return { ...told, changes: [...kept.changes, ...told.changes], said: joinNoted([...kept.said, ...told.said]) };
}

/** The very answer that is asked back, said once more: a yes, so that what stood beside it is not lost. */
function readRestated({ form, state, tools }: Here, question: Question, text: string): AnswerValue | undefined {
  const [asked] = state.pending?.kind === 'confirm' ? state.pending.options : [];
  if (asked === undefined || (question.field.kind !== 'place' && LISTED.test(text))) return undefined;
  const reading = readField(form, question, text, tools);
  const value = reading.kind === 'value' || reading.kind === 'confirm' ? reading.value : undefined;
  const commune = placeValue.safeParse(value).data?.communeCode;
  const isSame =
    commune === undefined
      ? JSON.stringify(value) === JSON.stringify(asked.value)
      : commune === placeValue.safeParse(asked.value).data?.communeCode;
  return isSame ? asked.value : undefined;
}

/** A nod to what was noted, or "đợi tí": nothing to be kept, and no answer that was not understood. */
function hear(here: Here, question: Question, text: string): FormStep | undefined {
  if (isNod(here, question, text)) {
    return here.answers[question.id] === undefined ? say(here, { key: 'register:heard' }) : moveOn(here);
  }
  if (isPlaceAgain(here, question, text) || (isWord(question) && saysNeedAgain(here, text)))
    return say(here, { key: 'register:heard' });
  const isDone = here.form.order !== 'any' && meansFinished(text);
  if (isDone || saysGoOn(text)) return say(here, { key: 'register:heard' });
  return saysWait(text) ? wait(here, question, text) : undefined;
}

/** Where any item may wait, what is for another time is left for later; "chưa hỏi giá" may be the answer. */
function wait(here: Here, question: Question, text: string): FormStep | undefined {
  const { form, tools } = here;
  if (saysNotYet(text)) {
    const reading = readField(form, question, text, tools);
    if (reading.kind === 'value' && (isSkipped(reading.value) || isExactly(here, question, text))) return undefined;
  }
  const isForLater = form.order === 'any' && saysAnotherTime(text);
  return isForLater ? leaveForLater(here, question) : say(here, { key: 'register:wait' });
}

/** More than one thing is told: parts, or a phone number behind a name. */
const LISTED = /[,;\n]|\d[\d .]{7,}|^[^:\d\n]{2,24}: ?\S/;

/** Words without facts of other questions, as what was asked or as whatever else they surely are. */
function answerPlainly(here: Here, question: Question, { text, raw }: { text: string; raw: string }): FormStep {
  const { form, tools } = here;
  // In any order "chưa rõ" and "chưa" are words of many a choice, and the answer to what was asked.
  const option = form.order !== 'any' && isWord(question) ? findOption(here, question, text) : undefined;
  if (option !== undefined) return acceptStray(here, option, raw);
  const parted = form.order === 'any' ? text : partRunOn(text, tools);
  const parts = parted === text ? undefined : readSeveral(here, question, parted);
  if (parts !== undefined) return acceptSeveral(here, question, parts, parted);
  const made = splitProduct(here, question, text);
  if (made !== undefined) return made;
  const named = splitName(here, question, text);
  if (named !== undefined) return named;
  const listed = LISTED.test(text) ? readSeveral(here, question, text) : undefined;
  if (listed !== undefined) return acceptSeveral(here, question, listed, text);
  const other =
    isWord(question) && isTelltale(text)
      ? readElsewhere(withoutAsked(here, question, text), question, text, { isSaidAgain: true })
      : undefined;
  if (other !== undefined) return acceptElsewhere(here, other, text);
  const placed =
    question.field.kind === 'text' ? (takePlaceInFull(here, text) ?? takeNamedPlace(here, question, text)) : undefined;
  if (placed !== undefined) return placed;
  const anew = isWord(question) ? (askWhetherAnew(here, text) ?? askWhichTime(here, question, text)) : undefined;
  if (anew !== undefined) return anew;
  // Where no sum is asked at all it is still no product and no name.
  if (form.order !== 'any' && isWord(question) && isSumAlone(text)) {
    return miss(here, question, { key: 'register:problem.text' });
  }
  const organisation = readStrayOrganisation(here, question, text);
  if (organisation !== undefined) return acceptStray(here, organisation, raw);
  const several = LISTED.test(text) ? undefined : readSeveral(here, question, text);
  if (several !== undefined) return acceptSeveral(here, question, several, text);
  // What is told of a photo that is there needs no other photo.
  if (photosValue.safeParse(here.answers[question.id]).success) return say(here, { key: 'register:heard' });
  // "Sản phẩm của tôi là gỗ bóc"
  const own = form.order !== 'any' && isWord(question) ? afterLabel(here, question, text) : undefined;
  // "Có lẽ 40 triệu" is no commune that sounds like it.
  const isNoPlace = question.field.kind === 'place' && isSumAlone(text);
  const reading = isNoPlace ? unread('place') : readField(form, question, own || text, tools);
  return takeReading(here, question, { reading, text, raw });
}

/**
 * Keeps what was told of other questions; the rest is the answer to what was asked. A story is kept whole: what it tells of
 * others is a part of it.
 */
function acceptFacts(here: Here, question: Question, { told, rest }: Facts, text: string): FormStep {
  const [first, ...beside] = told;
  const elsewhere = first && findQuestion(here.form, first.questionId);
  if (first === undefined || elsewhere === undefined) return answerPlainly(here, question, { text, raw: text });
  const { value, raw, notice: warning } = first;
  const kept = acceptAnswer({ ...here, state: { ...here.state, misses: 0 } }, elsewhere, {
    ...{ value, raw, warning, beside },
  });
  if (rest === '') return kept;
  const isStory = here.form.order === 'any' && question.field.kind === 'text';
  const own = isStory ? text : rest;
  const changed = kept.changes.map(({ questionId, value }) => [questionId, value] as const);
  const answers = { ...here.answers, ...Object.fromEntries(changed) };
  const next = answerPlainly({ ...here, answers, state: kept.state }, question, { text: own, raw: own });
  return { ...next, changes: [...kept.changes, ...next.changes], said: joinNoted([...kept.said, ...next.said]) };
}
