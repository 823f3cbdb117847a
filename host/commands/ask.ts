import { parseArgs } from 'node:util';
import { answerLines, answerOne } from '../ask/answer-lines.ts';
import { sayBoth } from '../say.ts';

// `npm run --silent ask -- --jsonl` answers questions line by line; `npm run --silent ask -- "mua máy được bao nhiêu"`
// answers one. No database is needed, and nothing of a running assistant is touched.
const { values, positionals } = parseArgs({
  options: { jsonl: { type: 'boolean', default: false }, province: { type: 'string' } },
  allowPositionals: true,
});

if (values.jsonl) {
  await answerLines({ input: process.stdin, output: process.stdout });
} else if (positionals.length > 0) {
  console.log(await answerOne({ text: positionals.join(' '), provinceCode: values.province }));
} else {
  console.error(sayBoth('ask:askUsage'));
  process.exitCode = 1;
}
