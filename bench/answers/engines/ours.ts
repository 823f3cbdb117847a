import { openCorpus } from '../../../host/ask/retrieve.ts';
import type { Engine } from '../engine.ts';

/** The engine that answers people, as `npm run retrieve` runs it. It has both grains in one index. */
export const engine: Engine = {
  setUp: 'as npm run retrieve',
  build: (passages) => ({ find: openCorpus(passages) }),
};
