import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en, vi } from '../../locales/resources.ts';
import { findCodeFiles } from '../../scripts/checks/code-files.ts';
import { readProjectFile, root } from './files.ts';

type Tree = { [key: string]: string | Tree };

const english: Record<string, Tree> = en;
const vietnamese: Record<string, Tree> = vi;
const namespaces = Object.keys(vietnamese);
const code = (await findCodeFiles(root)).filter((file) => !file.startsWith('test/'));

/** "path.to.word" → the word. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const words = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(words);
}

/** i18next keeps the forms of one word under word_one, word_other; a language has as many as its grammar. */
const withoutPlural = (keys: Iterable<string>) =>
  [...new Set([...keys].map((key) => key.replace(/_(one|other)$/, '')))].sort();

/** The names between {{ and }}, once each. */
const values = (word: string) => [...new Set(word.match(/\{\{[^}]+\}\}/g))].sort();

/** The keys written out in calls of t and word: the strings of the first argument that begin with a namespace. */
function keysUsed(source: string): string[] {
  const known = new RegExp(`['"\`]((?:${namespaces.join('|')}):[^'"\`$]+)['"\`]`, 'g');
  return [...source.matchAll(/\b(?:t|word)\(/g)].flatMap((call) => {
    const from = call.index + call[0].length;
    return [...source.slice(from, endOfFirstArgument(source, from)).matchAll(known)].map((match) => match[1] ?? '');
  });
}

function endOfFirstArgument(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const sign = source[at] ?? '';
    if ('([{'.includes(sign)) depth++;
    else if (depth === 0 && ',)'.includes(sign)) return at;
    else if (')]}'.includes(sign)) depth--;
  }
  return source.length;
}

describe('words', () => {
  it('every file of words is known to i18next, in both languages', () => {
    for (const [language, words] of [
      ['vi', vietnamese],
      ['en', english],
    ] as const) {
      const files = readdirSync(join(root, 'locales', language)).map((name) => name.replace(/\.json$/, ''));
      expect(files.sort(), language).toEqual(Object.keys(words).sort());
    }
  });

  it.each(namespaces)('%s says the same things in Vietnamese and in English', (namespace) => {
    const inVietnamese = flatten(vietnamese[namespace] ?? {});
    const inEnglish = flatten(english[namespace] ?? {});
    expect(withoutPlural(inEnglish.keys())).toEqual(withoutPlural(inVietnamese.keys()));
    for (const [key, word] of inVietnamese) {
      const translated = inEnglish.get(key);
      if (translated !== undefined) expect(values(translated), `${namespace}:${key}`).toEqual(values(word));
    }
  });

  it('every key that the code names has a word in Vietnamese', () => {
    const known = new Set(
      namespaces.flatMap((namespace) => {
        const keys = [...flatten(vietnamese[namespace] ?? {}).keys()];
        return [...keys, ...withoutPlural(keys)].map((key) => `${namespace}:${key}`);
      }),
    );
    const used = code.flatMap((file) => keysUsed(readProjectFile(file)).map((key) => `${file} ${key}`));
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((use) => !known.has(use.split(' ')[1] ?? ''))).toEqual([]);
  });

  it('no word is empty, and none holds a letter in a decomposed form', () => {
    for (const words of [vietnamese, english]) {
      for (const [namespace, tree] of Object.entries(words)) {
        for (const [key, word] of flatten(tree)) {
          expect(word.trim(), `${namespace}:${key}`).not.toBe('');
          expect(word, `${namespace}:${key}`).toBe(word.normalize('NFC'));
        }
      }
    }
  });
});
