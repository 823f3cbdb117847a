import { INTENTS, type Intent } from '../../answer.ts';
import { SAID_IN_OTHER_WORDS } from './said-in-other-words.ts';
import { SAID_IN_PASSING } from './said-in-passing.ts';
import { SAID_OF_DATA } from './said-of-data.ts';
import { SAID_OF_NEWS } from './said-of-news.ts';
import { SAID_OF_REQUESTS } from './said-of-requests.ts';
import { SAID_AROUND } from './small-talk-examples.ts';

/** How people word what they wish for: what `MessageKind` learns from. As typed; examples end at semicolons. */
const TABLES = [SAID_OF_REQUESTS, SAID_OF_NEWS, SAID_OF_DATA, SAID_AROUND, SAID_IN_OTHER_WORDS, SAID_IN_PASSING];

/** The examples, by intent. */
export const WISH_EXAMPLES: readonly { intent: Intent; texts: string[] }[] = [
  ...Map.groupBy(TABLES.flatMap(readExamples), ({ intent }) => intent),
].map(([intent, parts]) => ({ intent, texts: parts.flatMap(({ texts }) => texts) }));

function readExamples(table: string): { intent: Intent; texts: string[] }[] {
  return table
    .trim()
    .replace(/\n {2,}/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [name = '', texts = ''] = line.split(/:(.*)/);
      const intent = INTENTS.find((one) => one === name.trim());
      return intent === undefined ? [] : { intent, texts: texts.split(';').flatMap((text) => text.trim() || []) };
    });
}
