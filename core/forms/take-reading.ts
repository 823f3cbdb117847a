import { foldPhrase } from '../text/fold.ts';
import { spellOut } from '../text/spell-out.ts';
import { acceptAnswer, type Beside, joinNoted } from './accept-answer.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { askWhichOption } from './ask-which-option.ts';
import type { FieldReading } from './fields/field-reading.ts';
import { saysNever, saysNotKnown } from './fields/not-known.ts';
import { looksLikePersonName } from './fields/person-name.ts';
import { sayPhone } from './fields/phone-field.ts';
import { readField } from './fields/read-field.ts';
import { hidePersonalIds, isRatherPhone } from './fields/tax-code-field.ts';
import { findQuestion, type Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import { askAnew, askBack, edit, type Here, leaveForLater, miss, say, skip } from './moves.ts';
import { proposeChoice } from './propose-item.ts';
import { isTelltale, isTimeAlone, readElsewhere } from './read-elsewhere.ts';
import { readBeside, type Several } from './read-several.ts';
import { readStray, readStrayOrganisation } from './read-stray.ts';
import { readOwnBeside, withoutName } from './said-of-own.ts';
import { readSamePhone } from './same-phone.ts';
import type { Saying } from './saying.ts';
import { findToldAnew } from './told-anew.ts';
import { type AnswerValue, isSkipped } from './values.ts';

/** Of these nothing that is roughly right helps. */
const FACTS = new Set<Question['field']['kind']>(['phone', 'name', 'place', 'tax-code']);

/** Keeps, asks back, or says what was not understood. */
export function takeReading(
  here: Here,
  question: Question,
  { reading, text, raw }: { reading: FieldReading; text: string | undefined; raw: string },
): FormStep {
  switch (reading.kind) {
    case 'value':
      if (isSkipped(reading.value)) return skip(here, question, raw);
      return acceptWords(here, question, { value: reading.value, raw, warning: reading.warning });
    case 'confirm': {
      const options = [{ value: reading.value, label: '' }];
      return askBack(here, { kind: 'confirm', about: reading.about, options, raw });
    }
    case 'choose':
      return askWhichOption(here, question, { reading, raw });
    case 'unread': {
      const same = text === undefined ? undefined : readSamePhone(here, question, text);
      if (same !== undefined) return takeReading(here, question, { reading: same, text: undefined, raw });
      const other = text === undefined ? undefined : readElsewhere(withoutAsked(here, question, text), question, text);
      if (other !== undefined) return acceptElsewhere(here, other, raw);
      const stray = text === undefined ? undefined : readStray(here, question, text);
      if (stray !== undefined) return acceptStray(here, stray, raw);
      const mayBeName = text !== undefined && question.field.kind === 'place';
      const name = mayBeName ? readStrayOrganisation(here, question, text, { isUnread: true }) : undefined;
      if (name !== undefined) return acceptStray(here, name, raw);
      const changed =
        text === undefined ? undefined : (askWhetherAnew(here, text) ?? askWhichTime(here, question, text));
      if (changed !== undefined) return changed;
      if (text !== undefined && isSaidAlready(here, question, text)) {
        return miss(here, question, { key: 'register:problem.saidAlready' });
      }
      const proposed = text === undefined ? undefined : proposeChoice(here, question, text);
      if (proposed !== undefined) return proposed;
      if (text === undefined || !(saysNotKnown(text) || saysNever(text))) return miss(here, question, reading.problem);
      if (here.form.order === 'any') return leaveForLater(here, question);
      const isFact = FACTS.has(question.field.kind);
      return miss(here, question, { key: `register:problem.${isFact ? 'notKnownYet' : 'notKnown'}` });
    }
  }
}

/** After "quay lại" the question has its answer already: a sum, a date or a number to call said there is none to it all the same. */
export function withoutAsked(here: Here, { id }: Question, text: string): Here {
  const isOther = isTelltale(text) || isRatherPhone(text);
  if (here.answers[id] === undefined || !isOther) return here;
  const { [id]: _, ...answers } = here.answers;
  return { ...here, answers };
}

/** "Miến dong" once more, or the beginning of what was told, where the commune is asked: it is no commune, and none that is not found. */
function isSaidAlready({ answers }: Here, { id }: Question, text: string): boolean {
  const typed = foldPhrase(text);
  return Object.entries(answers).some(
    ([other, value]) =>
      other !== id &&
      typeof value === 'string' &&
      (foldPhrase(value) === typed || (typed.includes(' ') && foldPhrase(value).startsWith(`${typed} `))),
  );
}

/** Told once more, and otherwise: asked back before what was given is changed. */
export function askWhetherAnew(here: Here, text: string): FormStep | undefined {
  const told = findToldAnew(here, text);
  if (told === undefined) return undefined;
  const { question, value } = told;
  if (JSON.stringify(here.answers[question.id]) === JSON.stringify(value)) return say(here, { key: 'register:heard' });
  if (typeof value !== 'string') return askAnew(here, question, { value, raw: text });
  const about: Saying = { key: 'register:confirm.phone', values: { phone: sayPhone(value) } };
  const options = [{ value, label: '' }];
  return askBack({ ...here, state: edit(here, question).state }, { kind: 'confirm', about, options, raw: text });
}

/** "Sau Tết", wherever it is said: of the one time that is not known yet, which month is meant is asked back. */
export function askWhichTime(here: Here, asked: Question | undefined, text: string): FormStep | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  if (!isTimeAlone(text)) return undefined;
  const applicable = applicableQuestions(form, answers);
  const times = form.questions.filter(
    (each) =>
      each.field.kind === 'when' &&
      each.id !== asked?.id &&
      isOpen(each.id) &&
      (each.isAside === true || applicable.includes(each)),
  );
  const open = times.filter(({ id }) => answers[id] === undefined);
  const [question, another] = open.length === 0 ? times : open;
  if (question === undefined || another !== undefined) return undefined;
  const reading = readField(form, question, text, tools);
  // "3/2020" may be any slip; of "sau Tết" only the month is missing.
  if (reading.kind !== 'choose') return undefined;
  const kept = JSON.stringify(answers[question.id]);
  // One of them was told before: it is known already which.
  if (reading.options.some(({ value }) => JSON.stringify(value) === kept)) return say(here, { key: 'register:heard' });
  return takeReading({ ...here, state: edit(here, question).state }, question, { reading, text: undefined, raw: text });
}

/** With what the same words tell about later questions. */
export function acceptWords(
  here: Here,
  question: Question,
  accepted: { value: AnswerValue; raw: string | undefined; warning?: Saying },
): FormStep {
  return acceptAnswer(here, question, { ...accepted, beside: readAllBeside(here, question, accepted.raw) });
}

function readAllBeside(here: Here, question: Question, raw: string | undefined): Beside[] {
  const said = raw === undefined ? undefined : spellOut(raw);
  const beside = readBeside(here, question, said);
  const own = readOwnBeside(here, question, said);
  return [...beside, ...own.filter(({ questionId }) => beside.every((each) => each.questionId !== questionId))];
}

/** Keeps what belongs elsewhere, and reads the rest as the answer to what was asked; a name behind it as who is to be called. */
export function acceptSeveral(here: Here, question: Question, { own, beside }: Several, text: string): FormStep {
  const { said, left } = pickOwn(here, question, own);
  const step = acceptParts(here, question, { own: said, beside }, text);
  return left === undefined ? step : goOnFrom(here, step, (after) => acceptName(after, left));
}

/** Of "xã Côn Minh, Nguyễn Thị Hoa" what answers the question, where not all of it does. */
function pickOwn({ form, tools }: Here, question: Question, own: string): { said: string; left?: string } {
  const parts = own.split(', ');
  const reads = (part: string) => readField(form, question, part, tools).kind === 'value';
  const at = parts.length < 2 || reads(own) ? -1 : parts.findIndex(reads);
  return at === -1
    ? { said: own }
    : { said: parts[at] ?? own, left: parts.filter((_, order) => order !== at).join(', ') };
}

function acceptParts(here: Here, question: Question, { own, beside }: Several, text: string): FormStep {
  const { form, tools } = here;
  const reading = readField(form, question, own, tools);
  if (own !== '' && reading.kind === 'value' && !isSkipped(reading.value)) {
    const { value, warning } = reading;
    const further = readAllBeside(here, question, text).filter(
      (each) => !beside.some(({ questionId }) => questionId === each.questionId),
    );
    return acceptAnswer(here, question, {
      value,
      raw: own,
      warning,
      beside: withoutName(here, [...beside, ...further]),
    });
  }
  const [first, ...others] = beside;
  const elsewhere = first && findQuestion(form, first.questionId);
  if (first === undefined || elsewhere === undefined) return miss(here, question, { key: 'register:problem.text' });
  const kept = acceptAnswer({ ...here, state: { ...here.state, misses: 0 } }, elsewhere, {
    value: first.value,
    raw: first.raw,
    warning: first.notice,
    beside: others,
  });
  if (own === '') return kept;
  // What was asked is told beside: what is left is somebody's name, or of no use.
  const isTold = kept.changes.some(({ questionId }) => questionId === question.id);
  return goOnFrom(here, kept, (after) =>
    isTold ? acceptName(after, own) : takeReading(after, question, { reading, text: own, raw: own }),
  );
}

/** Two steps of one message. */
export function goOnFrom(here: Here, kept: FormStep, then: (after: Here) => FormStep | undefined): FormStep {
  const changed = kept.changes.map(({ questionId, value }) => [questionId, value] as const);
  const next = then({ ...here, answers: { ...here.answers, ...Object.fromEntries(changed) }, state: kept.state });
  if (next === undefined) return kept;
  return { ...next, changes: [...kept.changes, ...next.changes], said: joinNoted([...kept.said, ...next.said]) };
}

/** "…xã Côn Minh Nguyễn Thị Hoa": who is to be called, if nobody is known yet. */
function acceptName(here: Here, text: string): FormStep | undefined {
  if (!looksLikePersonName(text)) return undefined;
  const person = applicableQuestions(here.form, here.answers).find(
    ({ id, field, isAside }) =>
      field.kind === 'name' && field.of === 'person' && isAside !== true && here.answers[id] === undefined,
  );
  const reading = person && readField(here.form, person, text, here.tools);
  if (person === undefined || reading?.kind !== 'value' || isSkipped(reading.value)) return undefined;
  return acceptStray(here, { question: person, value: reading.value }, text);
}

/** Keeps what was said of another question, with what it tells beside; the one that was asked stays. */
export function acceptStray(
  here: Here,
  { question, value }: { question: Question; value: AnswerValue },
  raw: string,
): FormStep {
  return acceptWords({ ...here, state: { ...here.state, misses: 0 } }, question, { value, raw });
}

export function acceptElsewhere(
  here: Here,
  { question, value, notice }: { question: Question; value: AnswerValue; notice?: Saying },
  text: string,
): FormStep {
  const raw = question.field.kind === 'tax-code' ? hidePersonalIds(text) : text;
  return acceptAnswer({ ...here, state: { ...here.state, misses: 0 } }, question, { value, raw, warning: notice });
}
