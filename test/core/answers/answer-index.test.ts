import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { buildAnswerIndex } from '../../../core/answers/answer-index.ts';
import { openAnswerer } from '../../../core/answers/answerer.ts';
import { projectRoot } from '../../../host/project-root.ts';

const index = buildAnswerIndex(await readKnowledge({ root: projectRoot }));
const line = z.object({ q: z.string(), previous: z.string().optional(), provinceCode: z.string().default('19') });
const seen = (await readFile(new URL('questions/seen.jsonl', import.meta.url), 'utf8'))
  .trim()
  .split('\n')
  .map((row) => line.parse(JSON.parse(row)));

it('an index that was cloned, as out of another thread, answers as the one it was cloned from', () => {
  const original = openAnswerer(index);
  const cloned = openAnswerer(structuredClone(index));
  for (const { q, previous, provinceCode } of seen) {
    const ask = { text: q, previous, provinceCode, date: '2026-11-22' };
    expect(cloned.ask(ask)).toEqual(original.ask(ask));
  }
});

it('opening an index takes less than 50 ms', () => {
  const times = Array.from({ length: 3 }, () => {
    const startedAt = performance.now();
    openAnswerer(index);
    return performance.now() - startedAt;
  });
  expect(Math.min(...times)).toBeLessThan(50);
});
