import { fold, foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { type FormTools, surelyRead } from './fields/field-reading.ts';
import { saysNever, saysNotKnown } from './fields/not-known.ts';
import { readField } from './fields/read-field.ts';
import { readMoney } from './fields/read-money.ts';
import { isRatherPhone } from './fields/tax-code-field.ts';
import type { Filling } from './filling.ts';
import type { Question } from './form.ts';
import { isExactly } from './read-exactly.ts';
import type { Saying } from './saying.ts';
import { type AnswerValue, isSkipped } from './values.ts';

type Here = Filling & { tools: FormTools };

/** Kinds of answers that are known by themselves, whatever was asked. */
const TELLTALE = new Set(['phone', 'money', 'tax-code', 'place', 'when', 'percent', 'count', 'choice']);
const SHORTEST_WORD = 3;
const YES_OR_NO =
  /^(?:co|khong|chua|roi|da|vang|khac|khong ro|chua ro|khong biet|chua biet|mot|co roi|chua co|khong co)$/;
const SUM =
  /^(?:(?:khoang|tam|gan|hon|duoi|chung|tong|tong cong|tat ca|het|chac|chac la|co le|hinh nhu|co khi) )*[\d., -]+ ?(?:tr|trieu|ty|ti|k|nghin|ngan|dong|d|vnd|tram(?: trieu)?)(?: ?\d+)?(?: (?:mot|1|moi) (?:cai|chiec|bo|may|khung))?(?: (?:a|nhe|dong|thoi))*$/;
/** "Tỷ rưỡi", "khoảng hai trăm triệu": words of a sum alone, one of size among them. */
const SPELLED_SUM =
  /^(?=.*\b(?:ty|ti|trieu|tram|chuc)\b)(?:(?:khoang|tam|gan|hon|duoi|chung|nua|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|linh|le|ruoi|lam|den|tram|chuc|nghin|ngan|trieu|ty|ti|dong) ?){2,}$/;
const PLACE =
  /^(?:(?:o|toi|em|minh|chau|tui|tai|nha|ben|co so|xuong|dia chi|hien|dang|thi|la|ngay) )*(?:(?:thon|xom|ban|ap|khu|pho|to) (?:\S+ ){1,4})?(?:xa|phuong|thi tran|dac khu) /;

/** "Tháng 3 năm sau", "quý 2/2027", "cuối tháng sau", "mua sau Tết" and nothing else. */
const TIME =
  /^(?:(?:du kien|dinh|khoang|vao|trong|den|sang) )*(?:(?:(?:mua|lam|mo|di|hoc|bat dau|chac|phai|de|doi|cho|thi|em|toi) )*(?:sau|truoc|qua|het|ra|giap|can|gan|dip|an) (?:tet|gieng|rang)(?: (?:nguyen dan|am lich|nam nay|nam sau|xong|co|moi|da|roi))*|(?:(?:dau|giua|cuoi|het) )?(?:(?:thang|quy|nam|tuan) (?:\d{1,4}|sau|toi|nay|[a-z]+)|\d{1,2}\/\d{1,4}))(?:[ /](?:\d{1,4}|nam|nay|sau|sang|toi|thang|cuoi|dau|den|hoac|hay|-))*(?: (?:mua|lam|mo|di|hoc|bat dau))?(?: (?:a|nhe))*$/;
const SHARE = /\d ?%|\d phan tram/;
const LONG_NUMBER = /(?<![\d.,])(?!\d+0{5}(?!\d))\d{10,13}(?!\d)/;
const PEOPLE =
  /\d(?: \S+)? (?:nguoi|cong nhan|lao dong|tho|nhan cong|gian|hoc vien|chi em|ba con|anh em|xa vien|thanh vien|hoi vien)\b/;

const PEOPLE_ALONE =
  /^(?:(?:co|khoang|tam|gan|hon|chung|duoi|lam|tat ca|ca thay) )*\d{1,4}(?: ?(?:-|den) ?\d{1,4})? (?:nguoi|cong nhan|lao dong|tho|nhan cong|hoc vien)(?: (?:lam|a|nhe|thoi))*(?:,? (?:(?:tinh|ke|gom|bao gom) )?(?:ca|tinh ca|ke ca|gom)(?: \S+){1,4})?$/;

/** "Chưa", "có rồi", "một", "chưa tính": of whatever was asked, and of nothing else. */
export function saysYesOrNo(text: string): boolean {
  return YES_OR_NO.test(fold(text.normalize('NFKC')).trim()) || saysNotKnown(text) || saysNever(text);
}

/** Whether the words show what kind of answer they are, so that they can be taken for one that was not asked. */
function showsKind(here: Here, question: Question, text: string): boolean {
  const typed = fold(text.normalize('NFKC')).trim();
  switch (question.field.kind) {
    case 'place':
      return PLACE.test(foldPhrase(text));
    case 'when':
      return TIME.test(typed);
    case 'percent':
      return SHARE.test(typed);
    case 'count':
      return PEOPLE.test(typed);
    case 'tax-code':
      return !isRatherPhone(text);
    // A tax code or an account is no sum.
    case 'money':
      return !LONG_NUMBER.test(text);
    // Only the very words of one.
    case 'choice':
      return (
        question.isAside !== true &&
        typed.length >= SHORTEST_WORD &&
        !saysYesOrNo(text) &&
        isExactly(here, question, text)
      );
    default:
      return true;
  }
}

/**
 * The one later question that a text surely answers instead of the one asked: a phone number where the place was asked.
 * `isSaidAgain`: also one that was answered just so before.
 */
export function readElsewhere(
  here: Here,
  asked: Question | undefined,
  text: string,
  { isSaidAgain = false }: { isSaidAgain?: boolean } = {},
): { question: Question; value: AnswerValue; notice?: Saying } | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  if (asked !== undefined && answers[asked.id] !== undefined) return undefined;
  const open = applicableQuestions(form, answers).filter(
    ({ id, field }) =>
      id !== asked?.id && (answers[id] === undefined || isSaidAgain) && isOpen(id) && TELLTALE.has(field.kind),
  );
  const found = open.flatMap((question) => {
    if (!showsKind(here, question, text)) return [];
    const read = surelyRead(readField(form, question, text, tools));
    if (read === undefined || isSkipped(read.value)) return [];
    const kept = answers[question.id];
    const isNew = kept === undefined || JSON.stringify(kept) === JSON.stringify(read.value);
    return isNew ? [{ question, ...read }] : [];
  });
  const [only, another] = found;
  return another === undefined ? only : undefined;
}

/** "Tháng 3 năm sau", and nothing else. */
export function isTimeAlone(text: string): boolean {
  return TIME.test(fold(text.normalize('NFKC')).trim());
}

/** "12 người", "khoảng 5 công nhân", "6 người cả chồng chị", and nothing else. */
export function isPeopleAlone(text: string): boolean {
  return PEOPLE_ALONE.test(fold(text.normalize('NFKC')).trim());
}

/** Words that are an answer to something else by their look, whatever takes any words: "400tr", "tháng 3 năm sau", "70%". */
export function isTelltale(text: string): boolean {
  const typed = fold(text.normalize('NFKC')).trim();
  return isSumAlone(text) || isTimeAlone(text) || /^\d{1,3} ?%$/.test(typed);
}

/** A sum alone is no name and no product, though letters are in it: "400tr". */
export function isSumAlone(text: string): boolean {
  const typed = fold(text.normalize('NFKC')).trim();
  return SUM.test(typed) || (SPELLED_SUM.test(typed) && readMoney(text) !== undefined);
}
