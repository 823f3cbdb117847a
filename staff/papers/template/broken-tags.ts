import * as z from 'zod';

export type TagFault =
  /** A brace without its partner, braces doubled; a repeated part that is not closed or not opened; anything else. */
  | { kind: 'unclosed' | 'unopened' | 'doubled' | 'loop-unclosed' | 'loop-unopened' | 'unfillable'; tag: string }
  /** A repeated part that is closed by the name of another. */
  | { kind: 'loop-mixed'; tag: string; other: string };

const KINDS: Readonly<Record<string, TagFault['kind'] & Exclude<TagFault['kind'], 'loop-mixed'>>> = {
  unclosed_tag: 'unclosed',
  unopened_tag: 'unopened',
  duplicate_open_tag: 'doubled',
  duplicate_close_tag: 'doubled',
  unclosed_loop: 'loop-unclosed',
  unopened_loop: 'loop-unopened',
};

const oneSchema = z.object({
  properties: z.object({
    id: z.string(),
    xtag: z.string().optional(),
    openingtag: z.string().optional(),
    closingtag: z.string().optional(),
  }),
});
const severalSchema = z.object({ properties: z.object({ errors: z.array(oneSchema) }) });

/** What docxtemplater throws about the braces of a template. */
export function brokenTags(error: unknown): TagFault[] {
  const one = oneSchema.safeParse(error).data;
  const errors = severalSchema.safeParse(error).data?.properties.errors ?? (one === undefined ? [] : [one]);
  if (errors.length === 0) return [{ kind: 'unfillable', tag: '' }];
  return errors.map(({ properties: { id, xtag = '', openingtag = '', closingtag = '' } }) =>
    id === 'closing_tag_does_not_match_opening_tag'
      ? { kind: 'loop-mixed', tag: openingtag, other: closingtag }
      : { kind: KINDS[id] ?? 'unfillable', tag: xtag },
  );
}
