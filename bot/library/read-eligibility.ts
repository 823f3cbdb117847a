import { z } from 'zod';
import { AppError } from '../../core/app-error.ts';
import { ASPECTS, type EligibilityRule, VERDICTS } from '../../core/programmes/eligibility/rule.ts';

const nfc = z.string().transform((text) => text.normalize('NFC').trim());
const ids = z.array(z.string()).min(1);

/** Words by which a product is known, by the name of their list. */
export const wordLists = z.record(z.string(), z.array(nfc).min(1));
type WordLists = z.output<typeof wordLists>;

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), question: z.string(), isOneOf: ids }),
  z.strictObject({ kind: z.literal('words'), question: z.string(), lists: ids }),
  z.strictObject({ kind: z.literal('place'), questions: ids, units: z.array(nfc).min(1), provinceUnit: nfc }),
  z.strictObject({ kind: z.literal('count'), question: z.string(), above: z.int().nonnegative() }),
  z.strictObject({
    kind: z.literal('items'),
    group: z.string(),
    part: z.string(),
    option: z.string(),
    of: z.enum(['some', 'each']),
  }),
  z.strictObject({ kind: z.literal('answered'), question: z.string() }),
]);

/** As the files of `knowledge/eligibility` are written: words are named by their lists. */
export const eligibilityRules = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    aspect: z.enum(ASPECTS),
    programmes: ids.optional(),
    exceptProgrammes: ids.optional(),
    when: z.array(condition),
    unless: z.array(condition).optional(),
    verdict: z.enum(VERDICTS),
    withoutSum: z.literal(true).optional(),
    document: nfc,
    article: nfc.optional(),
    effectiveFrom: z.iso.date().optional(),
    effectiveTo: z.iso.date().optional(),
    certainty: z.enum(['verified', 'verified-old', 'secondary', 'recalled', 'officer']),
    articleId: z.string(),
  }),
);
type WrittenRule = z.output<typeof eligibilityRules>[number];

/** The rules with the words of their lists. Throws `knowledge.unreadable` for a list that is not there. */
export function withWords(rules: readonly WrittenRule[], lists: WordLists): EligibilityRule[] {
  const wordsOf = (rule: string, list: string): string[] => {
    const words = lists[list];
    if (words !== undefined) return words;
    throw new AppError('knowledge.unreadable', { file: 'words.json', problem: `no list "${list}", named by ${rule}` });
  };
  const read = (rule: string, written: WrittenRule['when'][number]): EligibilityRule['when'][number] => {
    if (written.kind !== 'words') return written;
    const { kind, question } = written;
    return { kind, question, names: written.lists.flatMap((list) => wordsOf(rule, list)) };
  };
  return rules.map(({ when, unless, ...rule }) => ({
    ...rule,
    when: when.map((each) => read(rule.id, each)),
    ...(unless !== undefined && { unless: unless.map((each) => read(rule.id, each)) }),
  }));
}
