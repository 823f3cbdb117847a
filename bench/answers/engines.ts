import type { Engine } from './engine.ts';

type Entry = {
  load: () => Promise<{ engine: Engine }>;
  /** Asked a fixed sample of the questions, since one takes long. */
  isSlow?: true;
  /** Has both grains in one index by itself. */
  hasBothGrains?: true;
};

export const ENGINES: Readonly<Record<string, Entry>> = {
  ours: { load: () => import('./engines/ours.ts'), hasBothGrains: true },
  minisearch: { load: () => import('./engines/minisearch.ts'), isSlow: true },
  flexsearch: { load: () => import('./engines/flexsearch.ts') },
  lunr: { load: () => import('./engines/lunr.ts'), isSlow: true },
  orama: { load: () => import('./engines/orama.ts'), isSlow: true },
  sqlite: { load: () => import('./engines/sqlite.ts') },
  postgres: { load: () => import('./engines/postgres.ts'), isSlow: true },
};
