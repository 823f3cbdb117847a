import { foldPhrase } from '../text/fold.ts';
import { acceptAnswer } from './accept-answer.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { looksLikeOrganisation } from './fields/organisation-name.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import { isWord } from './is-word.ts';
import type { Here } from './moves.ts';
import { splitNameAndPlace } from './name-and-place.ts';
import { isSkipped } from './values.ts';

/** "Miến dong ở Côn Minh", where what is made is asked: the thing, and the one place that is not told yet. */
export function splitProduct(here: Here, asked: Question, text: string): FormStep | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  if (form.order === 'any' || asked.madeOf === undefined || /[,;\n]/.test(text) || looksLikeOrganisation(text))
    return undefined;
  const place = applicableQuestions(form, answers).find(({ field, isAside }) => field.kind === 'place' && !isAside);
  if (place === undefined || answers[place.id] !== undefined || !isOpen(place.id)) return undefined;
  const found = splitNameAndPlace(here, text.replace(/(?: (?:đây|day|ạ|nhé|nhe))+$/iu, ''));
  const reading = found && readField(form, asked, found.name, tools);
  // "Bản Nà Chúa xã Côn Minh" is a place and no product.
  const isThing = found?.isAt === true || asked.madeOf.includes(foldPhrase(found?.name ?? ''));
  if (found === undefined || !isThing || reading?.kind !== 'value' || isSkipped(reading.value)) return undefined;
  const at = { questionId: place.id, ...found.place, raw: found.said };
  return acceptAnswer(here, asked, { value: reading.value, raw: text, beside: [at] });
}

const MOST_GOODS_WORDS = 8;

/** "Rượu men lá Bằng Phúc", where something else is asked that it does not answer: what is made, if that is not known yet, or not so exactly. */
export function findGoods(here: Here, asked: Question, text: string) {
  const { form, answers, isOpen = () => true, tools } = here;
  const typed = foldPhrase(text);
  if (form.order === 'any' || typed.split(' ').length > MOST_GOODS_WORDS) return undefined;
  const question = applicableQuestions(form, answers).find(
    ({ id, madeOf }) => madeOf !== undefined && id !== asked.id && isOpen(id),
  );
  const known = question && answers[question.id];
  // "Mật ong bạc hà" tells "mật ong" more exactly.
  const isFresh = known === undefined || (typeof known === 'string' && typed.startsWith(`${foldPhrase(known)} `));
  const isGoods = question?.madeOf?.some((goods) => typed === goods || typed.startsWith(`${goods} `)) === true;
  if (question === undefined || !isGoods || !isFresh) return undefined;
  // "Thổ cẩm" is nobody's name; "Mai" may be.
  const isPerson = asked.field.kind === 'name' && asked.field.of === 'person';
  const isNobody = isPerson && typed.includes(' ') && question.madeOf?.includes(typed) === true;
  if (!isNobody && (isWord(asked) || readField(form, asked, text, tools).kind !== 'unread')) return undefined;
  const reading = readField(form, question, text, tools);
  return reading.kind === 'value' && !isSkipped(reading.value) ? { question, value: reading.value } : undefined;
}
