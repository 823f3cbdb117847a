import { readFile } from 'node:fs/promises';
import type { StaffDeps } from '../../staff-deps.ts';

/** The papers that are filled into a template of Word, each by the name of its file. */
export const PAPERS = ['request-form', 'project-outline'] as const;
export type Paper = (typeof PAPERS)[number];

/** The centre's own template, or the one that comes with the program. */
export async function readTemplate(
  { findTemplate }: Pick<StaffDeps, 'findTemplate'>,
  paper: Paper,
): Promise<Uint8Array> {
  return (await findTemplate?.(`${paper}.docx`)) ?? (await readShipped(paper));
}

export async function readShipped(paper: Paper): Promise<Uint8Array> {
  return await readFile(new URL(`./${paper}.docx`, import.meta.url));
}
