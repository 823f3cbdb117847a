import * as z from 'zod';

/**
 * Something to be said: words of the person or a name as they are, or the key of words in `locales` with its values,
 * which may be sayings themselves. Numbers are written as the language writes them. `or`: the key where there are no words of
 * the first.
 */
export type Saying = string | { key: string; or?: string; values?: Readonly<Record<string, Saying | number>> };

/** A saying as it is stored while its question is open. */
export const sayingSchema: z.ZodType<Saying> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({
      key: z.string(),
      or: z.string().optional(),
      values: z.record(z.string(), z.union([sayingSchema, z.number()])).optional(),
    }),
  ]),
);

/** "Tỉnh Thái Nguyên" → "tỉnh Thái Nguyên", for the middle of a sentence. */
export function inSentence(unitName: string): string {
  return unitName.charAt(0).toLowerCase() + unitName.slice(1);
}
