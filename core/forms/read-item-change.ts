import { foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import type { FieldReading } from './fields/field-reading.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import { labelWords } from './form-words.ts';
import type { Here } from './moves.ts';

const CHANGE =
  /^(?:(?:à|a|cho|xin|dạ|da|em|tôi|toi|muốn|muon) )*(?:sửa|sua|đổi|doi|thay|chỉnh|chinh)(?: (?:lại|lai|giúp|giup|hộ|ho))* (.+?)(?:,? (?:thành|thanh|là|la|sang) |: ?)(.+)$/iu;
/** What people put between the words of a label: "giá của cái máy 1". */
const FILLING = new Set(['cua', 'cai', 'muc', 'o', 'cho', 'thong', 'tin', 'so']);

type ItemChange = { question: Question; reading: FieldReading; raw: string };

/** In any order, where an item is told by all words of its label, and what it becomes: "sửa tên máy 1 thành máy sấy hai tầng". */
export function readItemChange(here: Here, text: string): ItemChange | undefined {
  const { form, answers, tools } = here;
  const [, what, told] = CHANGE.exec(text.normalize('NFC').trim()) ?? [];
  if (what === undefined || told === undefined) return undefined;
  const said = wordsOf(what);
  const [question, another] = applicableQuestions(form, answers).filter((each) => isNamed(here, each, said));
  if (question === undefined || another !== undefined) return undefined;
  const reading = readField(form, question, told, tools);
  return { question, reading, raw: told };
}

function isNamed({ form, tools }: Here, question: Question, said: ReadonlySet<string>): boolean {
  const label = wordsOf(tools.say(labelWords(form, question)));
  return [...label].every((word) => said.has(word)) && [...said].every((word) => label.has(word) || FILLING.has(word));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(foldPhrase(text).split(' ').filter(Boolean));
}
