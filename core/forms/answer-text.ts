import { answerOption } from './answer-option.ts';
import { answerOverview, meansFinished } from './answer-overview.ts';
import { saysNotKnown } from './fields/not-known.ts';
import { mayBeSeveral, readField } from './fields/read-field.ts';
import { hidePersonalIds } from './fields/tax-code-field.ts';
import type { Question } from './form.ts';
import { REVIEW } from './form-state.ts';
import { type FormStep, findCurrent, standAt, step } from './form-step.ts';
import { edit, type Here, miss, refuse, skip, submit } from './moves.ts';
import { readAside, saysPutOff } from './read-aside.ts';
import { afterLabel, type Correction, readChange, readCorrection, saysOnlySlip, saysSlip } from './read-correction.ts';
import { isSumAlone, readElsewhere } from './read-elsewhere.ts';
import { readReply } from './read-reply.ts';
import { readReview } from './read-review.ts';
import { readSeveral } from './read-several.ts';
import { findAgain, readStrayOrganisation } from './read-stray.ts';
import { saysSend } from './speaks-to-form.ts';
import { acceptElsewhere, acceptSeveral, acceptStray, acceptWords, takeReading } from './take-reading.ts';

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
    // The same choices once more would not help; the one for who does not know is among them.
    if (state.pending.kind === 'choose' && form.order !== 'any' && saysNotKnown(text)) {
      return miss(here, question, { key: 'register:problem.notKnown' });
    }
  }
  const aside = readAside(here, question, text);
  if (aside !== undefined) return answerOption(here, { questionId: question.id, option: aside });
  if (form.order !== 'any' && saysPutOff(text)) {
    return question.skip === undefined
      ? miss(here, question, { key: 'register:problem.needed' })
      : skip(here, question, raw);
  }
  const isOver = question.field.kind !== 'photos' && meansFinished(text);
  if (form.order === 'any' && (isOver || (saysSlip(text) && saysOnlySlip(text)))) {
    return step(here, { state: standAt(state, REVIEW) });
  }
  const edited = form.order === 'any' ? undefined : readReview(here, text, { isCard: false });
  if (edited?.kind === 'edit') return edit(here, edited.question);

  if (form.order !== 'any' && saysSend(text)) return submit(here);
  const correction = readCorrection(here, question, text);
  if (correction !== undefined) return correct(here, correction);
  const other =
    isWord(question) && isSumAlone(text) ? readElsewhere(here, question, text, { isSaidAgain: true }) : undefined;
  if (other !== undefined) return acceptElsewhere(here, other, text);
  const named = readStrayOrganisation(here, question, text);
  if (named !== undefined) return acceptStray(here, named, raw);
  const several = readSeveral(here, question, text);
  if (several !== undefined) return acceptSeveral(here, question, several, text);
  // "Sản phẩm của tôi là gỗ bóc"
  const own = form.order !== 'any' && isWord(question) ? afterLabel(here, question, text) : undefined;
  return takeReading(here, question, { reading: readField(form, question, own || text, tools), text, raw });
}

/** A question that would take any word for its answer, also "xong". */
function isWord({ field }: Question): boolean {
  return field.kind === 'text' || field.kind === 'name';
}

/** Puts an earlier answer right where it was said how; else its question is asked again. */
function correct(here: Here, { question, reading, raw }: Correction): FormStep {
  if (reading?.kind === 'value') return acceptWords(here, question, { value: reading.value, raw });
  const asked = edit(here, question);
  if (reading === undefined) return asked;
  return takeReading({ ...here, state: asked.state }, question, { reading, text: undefined, raw });
}

function answerReview(here: Here, text: string): FormStep {
  if (here.form.order === 'any') {
    const choice = answerOverview(here, text);
    return choice === undefined ? miss(here, undefined, { key: 'register:problem.card' }) : answerOption(here, choice);
  }
  const wish = readReview(here, text, { isCard: true });
  const correction = wish === undefined ? (readCorrection(here, undefined, text) ?? readChange(here, text)) : undefined;
  if (correction !== undefined) return correct(here, correction);
  // "Hộ kinh doanh": the very words of a choice change it.
  const again = wish === undefined ? findAgain(here, undefined, text) : undefined;
  if (again !== undefined) return acceptStray(here, again, text);
  if (wish?.kind === 'edit') return edit(here, wish.question);
  if (wish?.kind === 'submit') return submit(here);
  return miss(here, undefined, { key: 'register:problem.review' });
}
