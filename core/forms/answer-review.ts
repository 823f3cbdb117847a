import { acceptAnswer } from './accept-answer.ts';
import { acceptCorrection } from './accept-correction.ts';
import { answerOption } from './answer-option.ts';
import { answerOverview } from './answer-overview.ts';
import { asksWhatWasTold } from './asks-what.ts';
import { isRatherPhone } from './fields/tax-code-field.ts';
import { findQuestion } from './form.ts';
import type { FormStep } from './form-step.ts';
import { edit, type Here, miss, say, submit } from './moves.ts';
import { proposeItem } from './propose-item.ts';
import { readChange, readCorrection } from './read-correction.ts';
import { isSumAlone, readElsewhere } from './read-elsewhere.ts';
import { readFacts } from './read-facts.ts';
import { readMore } from './read-more.ts';
import { readRegistered } from './read-registered.ts';
import { readReview } from './read-review.ts';
import { findAgain } from './read-stray.ts';
import { saysWait } from './speaks-to-form.ts';
import { takeLabelled } from './take-labelled.ts';
import { askCostAnew } from './take-priced-machines.ts';
import { acceptElsewhere, acceptStray, askWhichTime } from './take-reading.ts';
import { takeItemOnCard } from './told-items.ts';

/** What somebody typed where no question is open: at the review, or at the card of items. */
export function answerReview(here: Here, text: string): FormStep {
  const isDone = here.form.order === 'any' && answerOverview(here, text) !== undefined;
  if (!isDone && saysWait(text)) return say(here, { key: 'register:wait' });
  if (here.form.order === 'any') {
    if (asksWhatWasTold(text)) return say(here);
    const changed = readCorrection(here, undefined, text);
    if (changed !== undefined) return acceptCorrection(here, changed);
    const choice = answerOverview(here, text);
    if (choice !== undefined) return answerOption(here, choice);
    const told = takeItemOnCard(here, text) ?? acceptOnCard(here, text) ?? takeLabelled(here, undefined, text);
    const item = told === undefined && !isRatherPhone(text) ? proposeItem(here, text) : undefined;
    return (
      told ?? item ?? miss(here, undefined, { key: `register:problem.${isRatherPhone(text) ? 'cardPhone' : 'card'}` })
    );
  }
  const registered = readRegistered(here, text);
  if (registered !== undefined) return acceptStray(here, registered, text);
  const wish = readReview(here, text, { isCard: true });
  const correction = wish === undefined ? (readCorrection(here, undefined, text) ?? readChange(here, text)) : undefined;
  if (correction !== undefined) return acceptCorrection(here, correction);
  // "Hộ kinh doanh": the very words of a choice change it.
  const again = wish === undefined ? findAgain(here, undefined, text) : undefined;
  if (again !== undefined) return acceptStray(here, again, text);
  if (wish?.kind === 'edit') return edit(here, wish.question);
  if (wish?.kind === 'submit') return submit(here);
  const cost = wish === undefined ? askCostAnew(here, text) : undefined;
  if (cost !== undefined) return cost;
  const more = readMore(here, undefined, text);
  const told = more === undefined ? acceptOnCard(here, text) : acceptStray(here, more, text);
  if (told !== undefined) return told;
  return miss(here, undefined, { key: 'register:problem.review' });
}

/** "Có 15 công nhân", "mst 0100109106" at the card: the item is named by its answer, and the card stays. */
function acceptOnCard(here: Here, text: string): FormStep | undefined {
  const { told } = readFacts(here, undefined, text, { isAgain: true });
  const [first, ...beside] = told;
  const question = first && findQuestion(here.form, first.questionId);
  if (first === undefined || question === undefined) {
    // A bare sum may be of any item.
    const only = isSumAlone(text) ? undefined : readElsewhere(here, undefined, text);
    return only === undefined ? askWhichTime(here, undefined, text) : acceptElsewhere(here, only, text);
  }
  const { value, raw, notice: warning } = first;
  return acceptAnswer({ ...here, state: { ...here.state, misses: 0 } }, question, { value, raw, warning, beside });
}
