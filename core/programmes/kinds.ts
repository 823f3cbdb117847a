import { readdirSync } from 'node:fs';
import type { ProgrammeKind } from './programme.ts';

// A kind of support is a file in this folder and nothing else, so the folder is the list. It is read once, with the modules.
const names = readdirSync(new URL('./kinds', import.meta.url)).filter((name) => name.endsWith('.ts'));

const found = await Promise.all(
  names.map(async (name): Promise<ProgrammeKind> => {
    const file: { programme: ProgrammeKind } = await import(`./kinds/${name.replace(/\.ts$/, '')}.ts`);
    return file.programme;
  }),
);

/** The kinds of support, in the order in which they are offered. */
export const KINDS: readonly ProgrammeKind[] = found.toSorted((a, b) => a.order - b.order);
