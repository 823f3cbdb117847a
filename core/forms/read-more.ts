import { foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import type { Question } from './form.ts';
import { looksLikeQuestion } from './looks-like-question.ts';
import type { Here } from './moves.ts';
import { isPeopleAlone, isTelltale, saysYesOrNo } from './read-elsewhere.ts';
import { saysNeed } from './read-several.ts';

const WHO =
  '(?:(?:da|vang|a|u|uh|oi|quen|ngoai ra|roi|va|voi|voi lai|em|toi|minh|chi|anh|chau|ben em|ben toi|nha em|nha toi|ben minh|xuong|co so|htx|thi|cung) )*';
const THINGS = '(?:san pham|mat hang|hang|do)(?: (?:em|toi|nha em|ben em|htx|cua em|cua toi|cua htx|lam ra))? ';
/** "Còn có cả … nữa", "thêm cả … nữa", "có thêm …", "… nữa": one more of what was told. */
const MORE = new RegExp(
  `^${WHO}(${THINGS})?(?:(?:con|co|lam|ban|san xuat|ghi|them|ca|vao) )*(?:con|them|ca) (?:(?:co|lam|ban|san xuat|ra|ca|them|duoc|mon|loai) )*`,
);
const END = /(?: (?:nua|luon|nhe|nha|a|em|ad|day|vao|do))+$/;
const MOST_WORDS = 6;
const LONGEST = 200;

/** One more thing that is made, told after the others: it is added to them, and takes the place of none. */
export function readMore(
  here: Here,
  asked: Question | undefined,
  text: string,
): { question: Question; value: string } | undefined {
  const { form, answers, isOpen = () => true } = here;
  if (form.order === 'any' || looksLikeQuestion(text) || /\d/.test(text)) return undefined;
  const question = applicableQuestions(form, answers).find(({ id, madeOf }) => madeOf !== undefined && isOpen(id));
  const told = question === undefined ? undefined : answers[question.id];
  const isAsked = question !== undefined && question.id === asked?.id && told === undefined;
  if (question === undefined || !(isAsked || typeof told === 'string')) return undefined;
  const thing = findThing(here, question, text);
  if (thing === undefined) return undefined;
  if (typeof told !== 'string') return { question, value: thing };
  const isThere = ` ${foldPhrase(told)} `.includes(` ${foldPhrase(thing)} `);
  const value = isThere ? told : `${told}, ${thing}`;
  return value.length > LONGEST ? undefined : { question, value };
}

function findThing(here: Here, { madeOf = [] }: Question, text: string): string | undefined {
  const words = text
    .normalize('NFC')
    .replace(/[,.;:!]+(?= |$)/g, '')
    .trim()
    .split(/\s+/);
  const plain = `${words.map(foldPhrase).join(' ')} `;
  const found = MORE.exec(plain);
  if (found === null) return undefined;
  const end = END.exec(plain.trimEnd())?.[0] ?? '';
  const from = found[0].trim().split(' ').length;
  const thing = words.slice(from, end === '' ? undefined : -end.trim().split(' ').length);
  const said = thing.join(' ');
  if (said === '' || thing.length > MOST_WORDS) return undefined;
  const parts = said.split(/,| và | va /).map(foldPhrase);
  const isKnown = parts.every((part) => madeOf.includes(part));
  const isNamed = found[1] !== undefined || / (?:nua|luon)(?: |$)/.test(end);
  const isOther =
    saysNeed(here, said) ||
    isTelltale(said) ||
    isPeopleAlone(said) ||
    saysYesOrNo(said) ||
    NO_THING.test(foldPhrase(said));
  return isKnown || (isNamed && !isOther) ? said : undefined;
}

/** "Còn gì nữa", "thêm ảnh nữa", "còn câu nữa": no thing that is made. */
const NO_THING =
  /^(?:gi|sao|ai|dau|nhieu|it|mot|vai|may|anh|hinh|giay|cau|muc|viec|so|sdt|dien thoai|nguoi|cho|nha|xa|co so|phieu|don|ho so|cai|thoi gian|tien|von|lan|bao|chua|khong|ko|duoc|muon|can|xin|hoi|chi|chu)(?: |$)/;
