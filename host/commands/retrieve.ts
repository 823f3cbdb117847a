import { parseArgs } from 'node:util';
import { retrieve } from '../ask/retrieve.ts';
import { sayBoth } from '../say.ts';

// `npm run --silent retrieve -- --corpus F --queries F --k 10`: the answering engine on any corpus.
const { values } = parseArgs({
  options: { corpus: { type: 'string' }, queries: { type: 'string' }, k: { type: 'string', default: '10' } },
});
const { corpus, queries } = values;
const k = Number(values.k);

if (corpus === undefined || queries === undefined || !Number.isInteger(k) || k < 1) {
  console.error(sayBoth('ask:retrieveUsage'));
  process.exitCode = 1;
} else {
  await retrieve({ corpus, queries, k, output: process.stdout, report: process.stderr });
}
