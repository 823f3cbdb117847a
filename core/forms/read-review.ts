import { foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import type { FormTools } from './fields/field-reading.ts';
import type { FormDefinition, Question } from './form.ts';
import { labelWords } from './form-words.ts';
import type { Answers } from './values.ts';

export type ReviewWish = { kind: 'edit'; question: Question } | { kind: 'submit' };

const SEND =
  /^(?:gui|gui phieu|gui di|gui luon|gui nhe|nop|nop phieu|xong|dong y gui|ok gui|ok|dung het|dung roi|dung)(?: (?:a|nhe|di|luon|em|ad))*$/;
/** "Đúng rồi gửi đi em", "ok hết rồi, gửi giúp anh": "dung gui" alone may be "đừng gửi". */
const AGREED_SEND =
  /^(?:(?:ok|oke|okie|vang|da|u|uh|roi|thoi|dung (?:roi|het|ca|day|vay)|het|ca|the|duoc|on|chuan|xong|nhe|day|vay|a|gio|thi|nho) )*(?:gui|nop)(?: (?:phieu|di|luon|nhe|nha|a|ngay|thoi|ad|(?:(?:giup|ho|gium|dum|cho) )?(?:em|anh|chi|toi|bac|co|chu|chau|minh|can bo|trung tam)|giup|ho|gium|dum|voi))*$/;
const CHANGE = /^(?:sua|doi|thay|chinh)(?: lai)?(?: (?:cau|so|muc|y))? (.+)$/;

/**
 * What a text wants of the review card: change an answer by its number or name, or send.
 * Away from the card only "sửa câu 3" counts, since other words may be an answer.
 */
export function readReview(
  { form, answers, tools }: { form: FormDefinition; answers: Answers; tools: FormTools },
  text: string,
  { isCard }: { isCard: boolean },
): ReviewWish | undefined {
  const typed = foldPhrase(text.normalize('NFKC'));
  const questions = applicableQuestions(form, answers);
  const changed = CHANGE.exec(typed)?.[1];
  const what = changed ?? (isCard ? typed : '');
  const number = /^(?:cau |so |muc )?(\d{1,2})$/.exec(what)?.[1];
  const byNumber = number === undefined ? undefined : questions[Number(number) - 1];
  if (byNumber !== undefined && (isCard || answers[byNumber.id] !== undefined))
    return { kind: 'edit', question: byNumber };
  if (!isCard) return undefined;
  if (SEND.test(typed) || AGREED_SEND.test(typed) || number === String(questions.length + 1)) return { kind: 'submit' };
  const named =
    what.length < 3
      ? []
      : questions.filter((question) => ` ${foldPhrase(tools.say(labelWords(form, question)))} `.includes(` ${what} `));
  const [only, another] = named;
  return only !== undefined && another === undefined ? { kind: 'edit', question: only } : undefined;
}
