import { describe, expect, it } from 'vitest';
import { makeArticles } from '../../bench/many-articles/make-articles.ts';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import { projectRoot } from '../../host/project-root.ts';

const { articles } = await readKnowledge({ root: projectRoot });
const words = (count: number): number =>
  new Set(
    makeArticles(articles, { count, seed: 1 }).flatMap(({ title, asks, text }) =>
      [title, ...asks, text].join(' ').toLowerCase().split(/\s+/),
    ),
  ).size;

describe('made articles', () => {
  it('are the same for the same seed, and each is of its own', () => {
    const made = makeArticles(articles, { count: 50, seed: 1 });
    expect(makeArticles(articles, { count: 50, seed: 1 })).toEqual(made);
    expect(new Set(made.map(({ title, text }) => title + text)).size).toBe(50);
  });

  it('bring new words as they grow, and fewer than articles', () => {
    const [few, many] = [words(200), words(2_000)];
    expect(many).toBeGreaterThan(few * 1.2);
    expect(many).toBeLessThan(few * 10);
  });
});
