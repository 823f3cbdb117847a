import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectFiles, readProjectFile, root } from './files.ts';

const documents = projectFiles().filter((name) => name.endsWith('.md') && !name.startsWith('knowledge/'));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readProjectFile('package.json')));

describe('the commands', () => {
  it.each(['README.md', 'README.vi.md'])('%s begins with the command that starts it', (readme) => {
    expect(readProjectFile(readme)).toContain('npm ci && npm start');
  });

  it('README.md tells the command that tests it', () => {
    expect(readProjectFile('README.md')).toContain('npm ci && npm test');
  });

  it('npm scripts call files of this repository or installed tools, never a shell', () => {
    for (const [name, command] of Object.entries(scripts)) {
      expect(command, name).toMatch(/^(node [\w./-]+\.ts|vitest run|biome check)( [\w./:-]+)*$/);
      const file = /^node (\S+)/.exec(command)?.[1];
      if (file !== undefined) expect(existsSync(join(root, file)), `${name}: ${file}`).toBe(true);
    }
  });

  it.each(documents)('%s names only scripts that exist', (name) => {
    const named = [...readProjectFile(name).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});

describe('the documents', () => {
  it.each(documents)('%s links only to files that exist', (name) => {
    const links = [...readProjectFile(name).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(root, dirname(name), link)))).toEqual([]);
  });

  it('docs/promises.md names for each promise a test that exists', () => {
    const promises = readPromises();
    expect(promises.length).toBeGreaterThan(20);
    expect(promises.filter(({ file, test }) => !testNames(file).some((name) => name === test))).toEqual([]);
  });

  it('docs/simulation.md says of each promise about reminders and announcements what checks it in a month, or why nothing does', () => {
    const named = [...readProjectFile('docs/simulation.md').matchAll(/^- "([^"]+)": ((?:.|\n(?! *\n|- ))+)/gm)];
    const promised = sectionsOfPromises(['Application windows', 'Announcements', "The month's budget"]);
    expect(promised.length).toBeGreaterThan(20);
    const beginnings = named.map((match) => match[1] ?? '');
    expect(promised.filter((promise) => !beginnings.some((beginning) => promise.startsWith(beginning)))).toEqual([]);
    expect(beginnings.filter((beginning) => !promised.some((promise) => promise.startsWith(beginning)))).toEqual([]);
    for (const [, beginning = '', answer = ''] of named) {
      const checks = [...answer.matchAll(/`([\w-]+)\.ts`/g)].map((match) => match[1]);
      expect(checks.length > 0 || answer.includes('not here: '), beginning).toBe(true);
      for (const check of checks) {
        const places = [`test/simulation/checks/${check}.ts`, `test/simulation/${check}.ts`];
        expect(
          places.some((place) => existsSync(join(root, place))),
          `${beginning}: ${check}.ts`,
        ).toBe(true);
      }
    }
  });

  it('every setting of .env.example is in the table of README.md, and the other way round', () => {
    const settings = [...readProjectFile('.env.example').matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map(
      (match) => match[1],
    );
    const table = [...readProjectFile('README.md').matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm)].map((match) => match[1]);
    expect(settings.length).toBeGreaterThan(5);
    expect([...table].sort()).toEqual([...new Set(settings)].sort());
  });
});

/** What is promised under these headings, each in one line, with “ ” around what is said. */
function sectionsOfPromises(headings: readonly string[]): string[] {
  const sections = readProjectFile('docs/promises.md').split(/^## /m);
  return headings.flatMap((heading) => {
    const section = sections.find((each) => each.startsWith(`${heading}\n`)) ?? '';
    return [...section.matchAll(/^- \*\*((?:.|\n)+?)\*\*$/gm)].map((match) =>
      (match[1] ?? '').replace(/\s+/g, ' ').replace(/"([^"]*)"/g, '“$1”'),
    );
  });
}

/** Below each promise: "  - `test/file.test.ts` — name of the test". */
function readPromises(): { file: string; test: string }[] {
  return [...readProjectFile('docs/promises.md').matchAll(/^ +- `(test\/[^`]+)` — (.+)$/gm)].map((match) => ({
    file: match[1] ?? '',
    test: match[2] ?? '',
  }));
}

/** The names given to it, test and describe in a file, as they are written there. */
function testNames(file: string): string[] {
  if (!existsSync(join(root, file))) return [];
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const called = /^(it|test|describe)\b/.test(node.expression.getText(source));
      if (called && first !== undefined && ts.isStringLiteralLike(first)) names.push(first.text);
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(file, readProjectFile(file), ts.ScriptTarget.Latest);
  visit(source);
  return names;
}
