import { foldTalk } from '../text/fold-talk.ts';
import type { Question } from './form.ts';
import type { Here } from './moves.ts';

const NONE =
  /^(?:(?:da|vang|a|thi|em|toi|minh|chau|nha|ben|co so|xuong|htx|cung|hien|van|la|ba|ong|chi|anh|bac|co|chu|ho|chung) )*(?:khong|ko|k|chua)(?: (?:he|bao gio|duoc))* (?:co|lam|cap|dat|dang ky|co giay) (.+?)(?: (?:dau|a|nhe|gi|chi|mo|sat|rieng|ca|em|nao|het|nua))*$/;

/**
 * "Không có mã số thuế", whatever was asked: the question whose words (`toldBy`) say what there is none of, where it may be left open.
 * It is no "không" to what was asked.
 */
export function readNone(here: Here, asked: Question, text: string): Question | undefined {
  const { form, answers, isOpen = () => true } = here;
  const thing = NONE.exec(foldTalk(text))?.[1];
  if (thing === undefined) return undefined;
  return form.questions.find(
    ({ id, skip, toldBy = [] }) =>
      id !== asked.id &&
      skip !== undefined &&
      answers[id] === undefined &&
      isOpen(id) &&
      (toldBy.includes(thing) || skip.phrases.includes(`khong co ${thing}`)),
  );
}
