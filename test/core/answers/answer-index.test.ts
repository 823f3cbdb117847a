import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { buildAnswerIndex } from '../../../core/answers/answer-index.ts';
import { openAnswerer } from '../../../core/answers/answerer.ts';
import { cutIndex, joinIndex } from '../../../core/answers/index-pieces.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { machineSlowness } from '../../support/machine-slowness.ts';

const index = buildAnswerIndex(await readKnowledge({ root: projectRoot }));
const line = z.object({ q: z.string(), previous: z.string().optional(), provinceCode: z.string().default('19') });
const seen = (await readFile(new URL('questions/seen.jsonl', import.meta.url), 'utf8'))
  .trim()
  .split('\n')
  .map((row) => line.parse(JSON.parse(row)));

it('an index that was cloned in pieces, as out of another thread, answers as the one it was cloned from', () => {
  const original = openAnswerer(index);
  const { forms, ...pieces } = cutIndex(index);
  const apart = { ...clonedEach(pieces), forms: forms.map((slice) => structuredClone(slice)) };
  const cloned = openAnswerer(joinIndex(apart));
  for (const { q, previous, provinceCode } of seen) {
    const ask = { text: q, previous, provinceCode, date: '2026-11-22' };
    expect(cloned.ask(ask)).toEqual(original.ask(ask));
  }
});

/** Each by itself, so that nothing may refer from one to another. */
function clonedEach<Pieces extends object>(pieces: Pieces): Pieces {
  const cloned = { ...pieces };
  for (const name in pieces) cloned[name] = structuredClone(pieces[name]);
  return cloned;
}

it('opening an index takes less than 50 ms', () => {
  const times = Array.from({ length: 3 }, () => {
    const startedAt = performance.now();
    openAnswerer(index);
    return performance.now() - startedAt;
  });
  expect(Math.min(...times) / machineSlowness()).toBeLessThan(50);
});
