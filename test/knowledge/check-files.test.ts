import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../host/project-root.ts';
import { checkKnowledge } from '../../scripts/checks/knowledge.ts';

const today = '2026-11-22';
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'knowledge-'));
  await cp(join(projectRoot, 'knowledge'), join(root, 'knowledge'), { recursive: true });
  await cp(join(projectRoot, 'data/places'), join(root, 'data/places'), { recursive: true });
});
afterEach(async () => await rm(root, { recursive: true, force: true }));

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const path = join(root, 'knowledge', file);
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replace(from, to));
}

const problems = async (): Promise<string[]> => (await checkKnowledge({ root, today })).problems;

describe('the check of the files', () => {
  it('finds nothing wrong with what is shipped, and counts it', async () => {
    const report = await checkKnowledge({ root, today });
    expect(report.problems).toEqual([]);
    expect(report.articles).toBeGreaterThanOrEqual(240);
    expect(report.rates).toBeGreaterThanOrEqual(50);
  });

  it('names the file of an article whose figure was changed in the text alone', async () => {
    await change('articles/machine-rate.md', 'nhiều nhất 300 triệu', 'nhiều nhất 350 triệu');
    const found = (await problems()).join('\n');
    expect(found).toMatch(/^knowledge\/articles\/machine-rate\.md: figure "350 triệu" has no basis; add it/);
  });

  it('names the file of a rate that was changed without its article', async () => {
    await change('rates/lai-chau.json', '"ceilingVnd": 500000000', '"ceilingVnd": 600000000');
    expect(await problems()).toEqual([
      'knowledge/rates/lai-chau.json, rate demonstration-model-lai-chau: 600 triệu is not told by article lai-chau-model; tell it there, or correct the rate',
    ]);
  });

  it('says which file cannot be read, and why: a missing field, broken front matter, broken JSON, another id', async () => {
    await change('articles/machine-rate.md', /^title: .*$/m, 'name: x');
    expect((await problems()).join()).toMatch(/^machine-rate\.md cannot be read: title: /);
    await change('articles/machine-rate.md', /^name: x$/m, 'title: "');
    expect((await problems()).join()).toMatch(/^machine-rate\.md cannot be read: YAMLException/);
    await change('articles/machine-rate.md', /^title: "$/m, 'title: "Mua máy được hỗ trợ bao nhiêu"');
    await rename(join(root, 'knowledge/articles/machine-rate.md'), join(root, 'knowledge/articles/machines.md'));
    expect((await problems()).join()).toMatch(/^machines\.md cannot be read: id: "machine-rate" is not the name/);
    await rename(join(root, 'knowledge/articles/machines.md'), join(root, 'knowledge/articles/machine-rate.md'));
    await change('rates/lai-chau.json', '[', '');
    expect((await problems()).join()).toMatch(/^lai-chau\.json cannot be read: SyntaxError/);
  });
});
