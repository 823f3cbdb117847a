import { z } from 'zod';
import { AppError } from '../app-error.ts';
import terms from './legal-terms.json' with { type: 'json' };

/** What a person may ask about their own data (Luật 91/2025/QH15, Điều 4 khoản 1). */
export const DATA_REQUEST_KINDS = ['see', 'correct', 'download', 'delete', 'withdraw', 'restrict', 'object'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

const source = {
  document: z.string().min(1),
  article: z.string().min(1),
  certainty: z.enum(['verified', 'verified-old', 'secondary', 'recalled', 'officer']),
};
const count = z.number().int().positive();
const table = z.object({
  answer: z.object({ workingDays: count, ...source }),
  do: z.array(
    z.object({ kinds: z.array(z.enum(DATA_REQUEST_KINDS)).min(1), days: count, extensionDays: count, ...source }),
  ),
  incident: z.object({ hours: count, ...source }),
});

/** The terms of the law on people's data, each with its document and article; the figures stand in legal-terms.json. */
export const LEGAL_TERMS = table.parse(terms);

export type DoTerm = (typeof LEGAL_TERMS)['do'][number];

/** How long doing what was asked may take. Throws `legal-terms.missing` for a kind without a row. */
export function getDoTerm(kind: DataRequestKind): DoTerm {
  const term = LEGAL_TERMS.do.find(({ kinds }) => kinds.includes(kind));
  if (term === undefined) throw new AppError('legal-terms.missing', { kind });
  return term;
}
