import type { DeciderRule } from '../../core/applications/who-decides.ts';
import type { Words } from '../../locales/words.ts';
import { phraseSource } from './phrase-source.ts';

/**
 * "Nơi quyết định: Bộ Công Thương nếu số tiền tăng. Theo Thông tư 36/2013/TT-BCT, Điều 11 (bản sửa đổi chưa đối chiếu).": who decides
 * an amendment in which case, with where that stands once. Undefined where nobody is known.
 */
export function phraseDeciders(words: Words, rules: readonly DeciderRule[]): string | undefined {
  if (rules.length === 0) return undefined;
  const who = rules.map(({ decider, case: when }) => {
    const name = words.t(`projects:decider.${decider}`);
    return when === undefined
      ? name
      : words.t('projects:deciderIn', { decider: name, case: words.t(`projects:case.${when}`) });
  });
  const sources = [...new Set(rules.map((rule) => phraseSource(words, rule)))];
  return words.t('projects:deciders', { who: who.join('; '), sources: sources.join('; ') });
}
