import { foldPhrase } from '../text/fold.ts';
import type { Here } from './moves.ts';

/** "Sản xuất sạch hơn", which was noted just before: no product. A word or two may be one, as packaging is. */
export function saysNeedAgain({ form, answers }: Here, text: string): boolean {
  const typed = foldPhrase(text);
  if (typed.split(' ').length < FEWEST_NEED_WORDS) return false;
  return form.questions.some(
    ({ id, field }) =>
      field.kind === 'choice' &&
      field.menu !== undefined &&
      field.options.some((option) => option.id === answers[id] && option.aliases.includes(typed)),
  );
}

const FEWEST_NEED_WORDS = 3;
