import { foldPhrase } from '../text/fold.ts';
import { acceptAnswer, type Beside } from './accept-answer.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import { type FormStep, standAt } from './form-step.ts';
import { findMoreQuestion, listItemsOf, MORE, partId, YES } from './group.ts';
import { looksLikeQuestion } from './looks-like-question.ts';
import { askAnew, type Here } from './moves.ts';
import { readBeside } from './read-several.ts';
import { isSkipped } from './values.ts';
import { findView } from './views.ts';

const PARTS = /[;\n]+|,+(?!\d)| (?:và|va|với|voi|cùng|cung) (?=\p{L}+ \p{L})/iu;
/** What stands before and behind a further one: "còn máy đóng gói nữa". */
const BEFORE = /^(?:(?:còn|con|thêm|them|có|co|cả|ca|và|va|với|voi|một|mot|1|cái|cai) )+/iu;
const BEHIND = /(?: (?:nữa|nua|nhé|nhe|ạ|luôn|luon|em))+$/iu;
const FEWEST_WORDS = 2;

/**
 * Items of a repeated group told by what they are: several in one message where the first is asked ("máy sấy 80tr, máy vò 60tr và
 * máy sao 120tr"), or the next where it is asked whether there is one. Only things of one kind: they begin with the same word.
 */
export function takeItems(here: Here, asked: Question, text: string): FormStep | undefined {
  const { form } = here;
  const { group } = asked;
  if (group === undefined || looksLikeQuestion(text)) return undefined;
  if (group.part === MORE) return takeNext(here, asked, text);
  const isName = form.questions.find((each) => each.group?.id === group.id)?.group?.part === group.part;
  if (!isName || asked.field.kind !== 'text' || here.answers[asked.id] !== undefined) return undefined;
  const parts = listParts(text);
  const [first = '', ...others] = parts;
  if (others.length === 0 || others.some((part) => kindOf(part) !== kindOf(first))) return undefined;
  return accept(here, asked, parts);
}

/** The same at the list of items, where it is one more, and at one item, where it is asked back whether that is its name. */
export function takeItemOnCard(here: Here, text: string): FormStep | undefined {
  const { form, answers, state, tools } = here;
  const view = findView(form, answers, state.at);
  if (view === undefined || looksLikeQuestion(text)) return undefined;
  if (view.kind === 'group') {
    const more = findMoreQuestion(form, view.groupId, answers);
    return more === undefined || here.isOpen?.(more.id) === false
      ? undefined
      : takeNext({ ...here, state: standAt(state, more.id) }, more, text);
  }
  const name = view.item.questions[0];
  const said = withoutMore(text);
  if (name === undefined || here.isOpen?.(name.id) === false || !isLikeOthers(here, view.groupId, said))
    return undefined;
  const reading = readField(form, name, said, tools);
  if (reading.kind !== 'value' || isSkipped(reading.value)) return undefined;
  return askAnew(here, name, { value: reading.value, raw: text });
}

/** The words that tell of a further item, with the yes that there is one. */
function takeNext(here: Here, more: Question, text: string): FormStep | undefined {
  const { form } = here;
  const { group } = more;
  const parts = listParts(withoutMore(text));
  if (group === undefined || parts.length === 0) return undefined;
  if (!parts.every((part) => isLikeOthers(here, group.id, part))) return undefined;
  const name = form.questions.find((each) => each.group?.id === group.id && each.group.number === group.number + 1);
  if (name?.field.kind !== 'text') return undefined;
  return accept(here, more, parts, [{ questionId: more.id, value: YES, raw: text }]);
}

/** Keeps them one behind the other, from the item that was asked, or the one after it; each with what its own words tell beside. */
function accept(
  here: Here,
  asked: Question,
  parts: readonly string[],
  lead: readonly Beside[] = [],
): FormStep | undefined {
  const { form, tools } = here;
  const { group } = asked;
  if (group === undefined) return undefined;
  const from = group.part === MORE ? group.number + 1 : group.number;
  const told: Beside[] = [...lead];
  for (const [order, part] of parts.entries()) {
    const name = form.questions.find((each) => each.group?.id === group.id && each.group.number === from + order);
    const reading = name && readField(form, name, part, tools);
    if (name === undefined || reading?.kind !== 'value' || isSkipped(reading.value)) return undefined;
    if (order > 0) {
      const more = partId({ id: group.id, number: from + order - 1, part: MORE });
      told.push({ questionId: more, value: YES, raw: part });
    }
    told.push({ questionId: name.id, value: reading.value, raw: part }, ...readBeside(here, name, part));
  }
  const [first, ...beside] = told;
  return first === undefined
    ? undefined
    : acceptAnswer(here, asked, { value: first.value, raw: first.raw, warning: first.notice, beside });
}

function listParts(text: string): string[] {
  return text
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= FEWEST_WORDS);
}

function withoutMore(text: string): string {
  return text.normalize('NFC').trim().replace(BEFORE, '').replace(BEHIND, '').trim();
}

/** "Máy đóng gói" beside "máy sấy". */
function isLikeOthers({ form, answers }: Here, groupId: string, text: string): boolean {
  if (text.split(/\s+/).length < FEWEST_WORDS) return false;
  return listItemsOf(form, groupId, answers).some(({ questions }) => {
    const name = answers[questions[0]?.id ?? ''];
    return typeof name === 'string' && kindOf(name) === kindOf(text);
  });
}

function kindOf(text: string): string {
  return foldPhrase(text).split(' ')[0] ?? '';
}
