import { parseArgs } from 'node:util';
import { type Config, readConfig, readEnvironment } from '../../config.ts';
import { answerLines, answerOne } from '../ask/answer-lines.ts';
import { findOfficerKnowledge } from '../ask/find-officer-knowledge.ts';
import { sayBoth } from '../say.ts';

// `npm run --silent ask -- --jsonl` answers questions line by line; `npm run --silent ask -- "mua máy được bao nhiêu"`
// answers one. No database is needed, and nothing of a running assistant is touched; if its database runs, officers' articles
// and rates join in.
const { values, positionals } = parseArgs({
  options: { jsonl: { type: 'boolean', default: false }, province: { type: 'string' } },
  allowPositionals: true,
});

const config = findConfig();
const setting = config && { officers: await findOfficerKnowledge(config), offerFrom: config.offerFrom };

if (values.jsonl) {
  await answerLines({ input: process.stdin, output: process.stdout, ...setting });
} else if (positionals.length > 0) {
  const question = { text: positionals.join(' '), provinceCode: values.province };
  console.log(await answerOne(question, setting));
} else {
  console.error(sayBoth('ask:askUsage'));
  process.exitCode = 1;
}

/** Wrong settings keep nobody from asking: then it is answered from what is shipped. */
function findConfig(): Config | undefined {
  try {
    return readConfig(readEnvironment());
  } catch {
    return undefined;
  }
}
