import { CONCEPTS } from './concepts.ts';
import { type Syllable, splitSyllables } from './syllables.ts';

/** A syllable of a text, or one of a question; `typed` is missing where its accents are not known. */
type Spoken = { form: string; typed?: string } | Syllable;

type Rule = { said: Syllable[]; meant: Syllable[]; needsAccents: boolean };

/** Rules by the folded form of their first syllable, longest first. */
const RULES = new Map<string, Rule[]>();
for (const { name: meant, items } of CONCEPTS) {
  // What is meant stands for itself, so that no shorter rule takes it apart.
  for (const form of [meant, ...items]) {
    const said = splitSyllables(form.replace('!', ''));
    const rule = { said, meant: splitSyllables(meant), needsAccents: form.startsWith('!') };
    const first = said[0]?.folded ?? '';
    RULES.set(
      first,
      [...(RULES.get(first) ?? []), rule].sort((a, b) => b.said.length - a.said.length),
    );
  }
}

/** All syllables that the rules know, so that a slip in one of them is read as it was meant. */
export const CONCEPT_TEXTS: readonly string[] = CONCEPTS.flatMap(({ name, items }) =>
  [name, ...items].map((text) => text.replace('!', '')),
);

/**
 * Everyday words as the words that the knowledge uses, by `CONCEPTS`. Where accents were typed they must agree, as far as the
 * rule has any.
 */
export function readConcepts<Read extends Spoken>(
  syllables: readonly Read[],
  isAccented: boolean,
  make: (syllable: Syllable) => Read,
): Read[] {
  const read: Read[] = [];
  for (let at = 0; at < syllables.length; ) {
    const here = syllables[at];
    const rule = here && RULES.get(formOf(here))?.find((one) => matches(one, syllables, at, isAccented));
    if (rule !== undefined) read.push(...rule.meant.map(make));
    else if (here !== undefined) read.push(here);
    at += rule?.said.length ?? 1;
  }
  return read;
}

function matches({ said, needsAccents }: Rule, syllables: readonly Spoken[], at: number, isAccented: boolean): boolean {
  if (needsAccents && !isAccented) return false;
  return said.every((wanted, ahead) => {
    const typed = syllables[at + ahead];
    if (typed === undefined || formOf(typed) !== wanted.folded) return false;
    const accents = 'form' in typed ? typed.typed : typed.exact;
    return !isAccented || accents === undefined || wanted.exact === wanted.folded || accents === wanted.exact;
  });
}

function formOf(syllable: Spoken): string {
  return 'form' in syllable ? syllable.form : syllable.folded;
}
