import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { generateClient } from './generate-client.ts';
import { hashOf, readMark, writeMark } from './source-hash.ts';

export type PartName = 'client' | 'chat' | 'console';

/** Something made from sources, that a start makes again when they have changed. */
type Part = { name: PartName; sources: string[]; make: () => Promise<void> };

const parts: Part[] = [
  { name: 'client', sources: ['prisma/schema.prisma', 'package-lock.json'], make: generateClient },
  ...(['chat', 'console'] as const)
    .filter((page) => existsSync(join(projectRoot, 'web', page, 'vite.config.ts')))
    .map((page) => ({
      name: page,
      sources: [`web/${page}`, 'web/shared', 'locales', 'package-lock.json'],
      // Loaded only when there is something to build: Vite is large, and every start comes by here.
      make: async () => (await import('./build-page.ts')).buildPage(page),
    })),
];

/** What is missing, or was made from other sources than those of now. */
export async function findStaleParts(): Promise<PartName[]> {
  const stale: PartName[] = [];
  for (const part of parts) {
    const mark = await readMark(part.name);
    if (mark === undefined || mark !== (await hashOf(part.sources))) stale.push(part.name);
  }
  return stale;
}

/** Makes what is missing or stale; `say` hears of each before it is made. */
export async function prepare(options: { say: (part: PartName) => void }): Promise<void> {
  const stale = await findStaleParts();
  for (const part of parts.filter(({ name }) => stale.includes(name))) {
    options.say(part.name);
    const hash = await hashOf(part.sources);
    await part.make();
    await writeMark(part.name, hash);
  }
}
