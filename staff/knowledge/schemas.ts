import * as z from 'zod';
import { articleContent, rateContent } from '../../records/knowledge-content.ts';
import { requestId } from '../http/validate.ts';

/** By which answers know it: that of a shipped one, to stand in its place. */
const name = z.string().regex(/^[a-z0-9-]{1,52}$/);
export const nameParam = z.object({ name });

/** The `revision` of the entry that the officer saw. */
const revision = z.int().min(1);
const plainDeed = z.object({ kind: z.enum(['reviewed', 'published', 'withdrawn', 'undone', 'discarded']) });

export const deedBody = {
  article: z.object({
    requestId,
    revision,
    deed: z.discriminatedUnion('kind', [z.object({ kind: z.literal('changed'), content: articleContent }), plainDeed]),
  }),
  rate: z.object({
    requestId,
    revision,
    deed: z.discriminatedUnion('kind', [z.object({ kind: z.literal('changed'), content: rateContent }), plainDeed]),
  }),
};
export type EntryDeedBody =
  | z.output<(typeof deedBody)['article']>['deed']
  | z.output<(typeof deedBody)['rate']>['deed'];

export const newBody = {
  article: z.object({ requestId, name: name.optional(), content: articleContent }),
  rate: z.object({ requestId, name: name.optional(), content: rateContent }),
};
export const previewBody = {
  article: z.object({ name: name.optional(), content: articleContent }),
  /** `priceVnd`: of the example that the sum is computed for. */
  rate: z.object({ name: name.optional(), content: rateContent, priceVnd: z.int().positive().max(1e12).optional() }),
};
/** What would change if this were done now. */
export const foreseeBody = z.object({ deed: z.enum(['published', 'withdrawn', 'undone']) });

const question = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(300));
export const newCaseBody = z.object({
  requestId,
  question,
  provinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  articleId: name,
  handoffId: z.uuid().optional(),
});
