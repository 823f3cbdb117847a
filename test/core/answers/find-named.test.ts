import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../../bot/library/load-library.ts';
import { findNamed } from '../../../core/answers/asking/find-named.ts';
import { splitSyllables } from '../../../core/answers/typing/syllables.ts';
import { projectRoot } from '../../../host/project-root.ts';

const names = new Map([
  ['hoi cho', 'fair'],
  ['hoi cho nuoc ngoai', 'fair abroad'],
]);
const find = (text: string): string | undefined => findNamed(names, splitSyllables(text));

describe('a message that only names a thing', () => {
  it('is found by the longest name, with or without accents and polite words', () => {
    expect(find('hội chợ')).toBe('fair');
    expect(find('dạ em hỏi hội chợ ạ')).toBe('fair');
    expect(find('hoi cho nuoc ngoai')).toBe('fair abroad');
  });

  it('is none when more is said', () => {
    expect(find('hội chợ xuân có vé không')).toBeUndefined();
  });
});

describe('the names of articles', () => {
  it('are shared by so many articles at most as are offered', async () => {
    const { articles } = (await loadLibrary({ root: projectRoot })).knowledge;
    const shared = Map.groupBy(
      articles.flatMap(({ id, names: own = [] }) => own.map((name) => ({ id, name }))),
      ({ name }) => name,
    );
    expect([...shared].filter(([, ones]) => ones.length > 3).map(([name]) => name)).toEqual([]);
    expect(shared.size).toBeGreaterThan(200);
  });
});
