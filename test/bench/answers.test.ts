import { describe, expect, it } from 'vitest';
import { sampleOf, TYPINGS } from '../../bench/answers/data.ts';
import { byTyping, type FoundFor, measureRefusal } from '../../bench/answers/metrics.ts';
import { rollUp, splitClauses } from '../../bench/answers/roll-up.ts';
import { bench } from '../../bench/answers.ts';

const found = (ids: string[], relevant: string[], score = 1): FoundFor => ({
  typing: 'orig',
  syllables: 1,
  relevant,
  hits: ids.map((id) => ({ id, score })),
});

describe('the bench of answers', () => {
  it('counts what was found among the first 1, 3 and 10, and the place of the first', () => {
    const { orig } = byTyping([found(['a', 'b'], ['a']), found(['c', 'd', 'e', 'b'], ['b', 'd'])]);
    expect(orig).toEqual({ recall1: 50, recall3: 75, recall10: 100, mrr10: 75 });
  });

  it('sets one threshold that refuses nine in ten of the near, and counts what is answered beyond it', () => {
    const near = Array.from({ length: 10 }, (_, at) => found(['x', 'y'], [], at));
    const answerable = [found(['a', 'b'], ['a'], 20), found(['c', 'a'], ['a'], 8.5), found(['b', 'a'], ['a'], 8)];
    const refusal = measureRefusal(answerable, { near, far: [found(['x'], [], 1), found([], [])] });
    expect(refusal).toMatchObject({ rightOfAnswered: 50, farRefused: 100 });
    expect(refusal?.answered).toBeCloseTo(200 / 3);
  });

  it('says nothing of refusing where an engine tells no scores', () => {
    const silent = { ...found([], ['a']), hits: [{ id: 'a' }] };
    expect(measureRefusal([silent], { near: [silent], far: [] })).toBeUndefined();
  });

  it('rolls clauses up to their article, each article once', async () => {
    const { clauses, owners } = splitClauses([
      { id: 'a', law: '', title: 'A', text: 'một\nhai' },
      { id: 'b', law: '', title: 'B', text: 'ba' },
    ]);
    expect(clauses.map(({ id, title }) => id + title)).toEqual(['a#0A', 'a#1A', 'b#0B']);
    const find = rollUp(() => clauses.toReversed().map(({ id }) => ({ id, score: 1 })), owners);
    expect((await find('', 2)).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('asks the same sample in every run', () => {
    const all = Array.from({ length: 100 }, (_, at) => at);
    expect(sampleOf(all, 5)).toEqual(sampleOf(all, 5));
    expect(new Set(sampleOf(all, 50)).size).toBe(50);
    expect(TYPINGS).toHaveLength(4);
  });

  it('reads nothing without a path, and says what to give', async () => {
    const said: string[] = [];
    const { error } = console;
    console.error = (text: string) => said.push(text);
    try {
      expect(await bench([])).toEqual({ error: 'no --data given' });
    } finally {
      console.error = error;
      process.exitCode = 0;
    }
    expect(said.join('\n')).toContain('--data FOLDER');
  });
});
