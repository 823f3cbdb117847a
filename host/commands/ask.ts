import { type Config, readConfig, readEnvironment } from '../../config.ts';
import { answerLines, answerOne } from '../ask/answer-lines.ts';
import { findOfficerKnowledge } from '../ask/find-officer-knowledge.ts';
import { endWithUsage, readOptions } from './read-options.ts';

// `npm run --silent ask -- --jsonl` answers questions line by line; `npm run --silent ask -- "mua máy được bao nhiêu"`
// answers one. No database is needed, and nothing of a running assistant is touched; if its database runs, officers' articles
// and rates join in.
const { values, positionals } = readOptions(
  {
    options: { jsonl: { type: 'boolean', default: false }, province: { type: 'string' } },
    allowPositionals: true,
  },
  'ask:askUsage',
);

const config = findConfig();
const setting = config && { officers: await findOfficerKnowledge(config), offerFrom: config.offerFrom };

if (values.jsonl) {
  await answerLines({ input: process.stdin, output: process.stdout, ...setting });
} else if (positionals.length > 0) {
  const question = { text: positionals.join(' '), provinceCode: values.province };
  console.log(await answerOne(question, setting));
} else {
  endWithUsage('ask:askUsage');
}

/** Wrong settings keep nobody from asking: then it is answered from what is shipped. */
function findConfig(): Config | undefined {
  try {
    return readConfig(readEnvironment());
  } catch {
    return undefined;
  }
}
