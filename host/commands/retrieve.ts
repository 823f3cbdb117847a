import { retrieve } from '../ask/retrieve.ts';
import { endWithUsage, readOptions } from './read-options.ts';

// `npm run --silent retrieve -- --corpus F --queries F --k 10`: the answering engine on any corpus.
const { values } = readOptions(
  { options: { corpus: { type: 'string' }, queries: { type: 'string' }, k: { type: 'string', default: '10' } } },
  'ask:retrieveUsage',
);
const { corpus, queries } = values;
const k = Number(values.k);

if (corpus === undefined || queries === undefined || !Number.isInteger(k) || k < 1) {
  endWithUsage('ask:retrieveUsage');
}
await retrieve({ corpus, queries, k, output: process.stdout, report: process.stderr });
