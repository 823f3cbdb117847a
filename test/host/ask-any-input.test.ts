import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import { answerLines } from '../../host/ask/answer-lines.ts';
import { projectRoot } from '../../host/project-root.ts';
import { readLines } from '../../host/read-lines.ts';
import { anythingTyped, edited } from '../core/answers/typed.ts';

const { articles } = await readKnowledge({ root: projectRoot });
const known = fc.constantFrom(...articles.flatMap((article) => [article.title, ...article.asks]));

const input = new PassThrough();
const output = new PassThrough();
const done = answerLines({ input, output });
const answers = readLines(output);

async function ask(line: {
  id: number;
  q: string;
  previous?: string;
}): Promise<{ id: number; text: string; kind: string }> {
  input.write(`${JSON.stringify(line)}\n`);
  const { value } = await answers.next();
  return JSON.parse(value ?? 'null');
}

afterAll(async () => {
  input.end();
  await done;
});

describe('whatever is asked', () => {
  it('gets a reply that says something', async () => {
    let id = 0;
    const typed = fc.oneof(anythingTyped, edited(known));
    await fc.assert(
      fc.asyncProperty(typed, fc.option(known, { nil: undefined }), async (q, previous) => {
        id += 1;
        const answer = await ask({ id, q, previous });
        expect(answer.id).toBe(id);
        expect(answer.text).toMatch(/\p{L}{2}/u);
        expect(answer.text).not.toMatch(/undefined|NaN|\{\{|\[object/);
      }),
      { numRuns: 200 },
    );
  });

  it('comes as one line, whatever ends a line elsewhere stands in it', async () => {
    const answer = await ask({ id: 0, q: 'hồ sơ\u2028cần\u2029giấy tờ\u0085gì\r' });
    expect(answer).toMatchObject({ id: 0, kind: 'answer' });
  });
});
