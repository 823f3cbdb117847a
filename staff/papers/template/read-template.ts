import { readFile } from 'node:fs/promises';
import { findPaperTemplate } from '../../../records/paper-templates.ts';
import type { StaffDeps } from '../../staff-deps.ts';

/** The papers that are filled into a template of Word, each by the name of the file that comes with the program. */
export const PAPERS = ['request-form', 'project-outline'] as const;
export type Paper = (typeof PAPERS)[number];

/** The centre's own template, or the one that comes with the program; of an earlier version where it is named. */
export async function readTemplate({ db }: Pick<StaffDeps, 'db'>, paper: Paper, version?: number): Promise<Uint8Array> {
  return (await findPaperTemplate(db, { paper, version })) ?? (await readShipped(paper));
}

export async function readShipped(paper: Paper): Promise<Uint8Array> {
  return await readFile(new URL(`./${paper}.docx`, import.meta.url));
}
