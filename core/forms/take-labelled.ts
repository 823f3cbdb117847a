import { foldPhrase } from '../text/fold.ts';
import { acceptAnswer } from './accept-answer.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { surelyRead } from './fields/field-reading.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import { labelWords } from './form-words.ts';
import { isWord } from './is-word.ts';
import { type Here, skip } from './moves.ts';
import { afterLabel } from './read-correction.ts';
import { isExactly } from './read-exactly.ts';
import { isSkipped } from './values.ts';

/** "Chưa có giấy đăng ký": there is none of what an item is called by. */
const NONE_THERE =
  /^(?:(?:da|em|toi|nha em|ben em|minh|thi) )*(?:chua|khong|ko|k) (?:co|lam|xin|duoc cap) (\S.+?)(?: (?:a|nhe|em|dau|gi|gi ca))*$/;
/** The same the other way round: "mst chưa có". */
const NONE_BEHIND =
  /^(?:(?:da|em|toi|nha em|ben em|minh|thi|cai|con) )*(\S.*?)(?: (?:thi|van|cung|em|toi|minh|hien|con))* (?:chua|khong|ko|k) (?:co|lam|xin)(?: (?:a|nhe|em|dau|gi|gi ca))*$/;
const FEWEST_WORDS = 2;
/** "Chưa được hỗ trợ lần nào": so many words are of one choice alone. */
const FEWEST_WORDS_OF_CHOICE = 4;

/**
 * In any order, an item told by what it is called while another is asked: "ngành chế biến", "chưa có giấy đăng ký". Undefined
 * when none is, or the words answer what is asked.
 */
export function takeLabelled(here: Here, asked: Question | undefined, text: string): FormStep | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  const others = applicableQuestions(form, answers).filter(
    ({ id, group }) => id !== asked?.id && group === undefined && isOpen(id),
  );
  const said = foldPhrase(text);
  const none = (NONE_THERE.exec(said) ?? NONE_BEHIND.exec(said))?.[1];
  if (none !== undefined && asked?.skip?.phrases.includes(foldPhrase(text)) !== true) {
    const lacking = others.filter(
      (each) => each.skip !== undefined && answers[each.id] === undefined && isCalled(here, each, none),
    );
    const [only, another] = lacking;
    return only === undefined || another !== undefined ? undefined : skip(here, only, text);
  }
  const isAnswer = asked !== undefined && !isWord(asked) && readField(form, asked, text, tools).kind !== 'unread';
  if (isAnswer) return undefined;
  const chosen =
    said.split(' ').length < FEWEST_WORDS_OF_CHOICE ? [] : others.filter((each) => isExactly(here, each, text));
  const [choice, other] = chosen;
  const option = choice === undefined || other !== undefined ? undefined : readField(form, choice, text, tools);
  if (choice !== undefined && option?.kind === 'value' && !isSkipped(option.value)) {
    return acceptAnswer({ ...here, state: { ...here.state, misses: 0 } }, choice, { value: option.value, raw: text });
  }
  const found = others.flatMap((question) => {
    const value = isCalledFirst(here, question, text) ? afterLabel(here, question, text) : undefined;
    const reading = value ? surelyRead(readField(form, question, value, tools)) : undefined;
    return reading === undefined || isSkipped(reading.value) || isWord(question) ? [] : [{ question, ...reading }];
  });
  const [only, another] = found;
  if (only === undefined || another !== undefined) return undefined;
  const { question, value, notice: warning } = only;
  return acceptAnswer({ ...here, state: { ...here.state, misses: 0 } }, question, { value, raw: text, warning });
}

/** "Giấy đăng ký" of "Ảnh giấy đăng ký". */
function isCalled({ form, tools }: Here, question: Question, what: string): boolean {
  if (question.toldBy?.includes(what) === true) return true;
  const label = ` ${foldPhrase(tools.say(labelWords(form, question)))} `;
  return what.split(' ').length >= FEWEST_WORDS && label.includes(` ${what} `);
}

/** By its whole label: "giá" alone may be of any sum. */
function isCalledFirst({ form, tools }: Here, question: Question, text: string): boolean {
  return foldPhrase(text).startsWith(`${foldPhrase(tools.say(labelWords(form, question)))} `);
}
