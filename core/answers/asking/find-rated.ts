import type { Knowledge } from '../knowledge.ts';
import { costOfOneSlip } from '../typing/one-slip.ts';
import type { Syllable } from '../typing/syllables.ts';
import type { ProvincePattern } from './find-province.ts';

/**
 * Finds a province that has rates of its own, named anywhere, also with a slip in its name: without it a sum would be told that
 * leaves out what the province gives. Only names of two syllables and more.
 */
export function openFindRated(
  { rates }: Knowledge,
  provinces: readonly ProvincePattern[],
): (syllables: readonly Syllable[]) => string | undefined {
  const rated = new Set(
    rates.flatMap(({ scope, province }) => (scope === 'local' && province !== undefined ? [province] : [])),
  );
  const names = provinces
    .filter(({ province, pattern }) => rated.has(province.code) && pattern.length > 1)
    .map(({ province, pattern }) => ({
      code: province.code,
      length: pattern.length,
      name: pattern.map((syllable) => syllable?.folded ?? '').join(''),
    }));
  return (syllables) =>
    names.find(({ name, length }) =>
      syllables.some((_, from) => {
        const said = syllables
          .slice(from, from + length)
          .map(({ folded }) => folded)
          .join('');
        return said === name || costOfOneSlip(name, said) !== undefined;
      }),
    )?.code;
}
