import { foldTalk } from '../text/fold-talk.ts';
import { applicableQuestions } from './applicable-questions.ts';
import type { Question } from './form.ts';
import type { Here } from './moves.ts';

const GOT = '(?:lam|co|duoc cap|duoc|dang ky|dk|lap|thanh lap|ra|xin)';
const DONE = new RegExp(
  `(?: (?:roi|xong)| (?:thang|tuan|nam|hom|dot) (?:truoc|ngoai|roi|qua|kia)|(?:^| )(?:vua|moi|vua moi|moi vua) ${GOT})(?: |$)`,
);
const DENIED = /(?:^| )(?:chua|khong|ko|muon|can|xin|dinh|sap|se|phai|lam sao|neu) /;

/**
 * "Anh vừa làm giấy hộ kinh doanh tháng trước rồi", after it was told that there is none: what they have become. Only over an answer
 * that no name of an establishment tells; what was said to be registered is put right in other words.
 */
export function readRegistered(
  { form, answers, isOpen = () => true }: Here,
  text: string,
): { question: Question; value: string } | undefined {
  const typed = foldTalk(text);
  if (!DONE.test(`${typed} `) || DENIED.test(typed)) return undefined;
  for (const question of applicableQuestions(form, answers)) {
    const { field, id } = question;
    if (field.kind !== 'choice' || !isOpen(id)) continue;
    const named = field.options.filter(({ inNames = [] }) => inNames.length > 0);
    const kept = answers[id];
    if (named.length === 0 || kept === undefined || named.some((option) => option.id === kept)) continue;
    const told = named.filter(({ inNames = [] }) =>
      inNames.some((name) => new RegExp(`(?:^| )${GOT}(?: \\S+){0,4} ${name}(?: |$)`).test(typed)),
    );
    const [only, another] = told;
    if (only !== undefined && another === undefined) return { question, value: only.id };
  }
  return undefined;
}
