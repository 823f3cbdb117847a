import { readdirSync, readFileSync } from 'node:fs';

/** The words of one kind of support; besides these, those of its questions. */
export type ProgrammeWords = { name: string; inSentence: string };

/** The words of every kind of support: one file each in `<language>/programmes/`, by the programme's id. */
export function readProgrammeWords(language: 'vi' | 'en'): Record<string, ProgrammeWords> {
  const folder = new URL(`./${language}/programmes/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name): [string, ProgrammeWords] => [
      name.replace(/\.json$/, ''),
      JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
    ]),
  );
}
