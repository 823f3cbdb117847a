import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOf } from '../../host/prepare/source-hash.ts';
import { projectRoot } from '../../host/project-root.ts';

// Sources are named relative to the project; node_modules/.cache is nobody's source.
const folder = 'node_modules/.cache/khuyencong-prepare-test';
const at = (name: string) => join(projectRoot, folder, name);

beforeAll(async () => {
  await mkdir(at('inner'), { recursive: true });
  await writeFile(at('a.ts'), 'one');
  await writeFile(at('inner/b.ts'), 'two');
});
afterAll(() => rm(join(projectRoot, folder), { recursive: true, force: true }));

it('sources that did not change have the same hash', async () => {
  expect(await hashOf([folder])).toBe(await hashOf([folder]));
});

it('a changed, a new, a moved and a missing source each change the hash', async () => {
  const seen = new Set([await hashOf([folder])]);
  await writeFile(at('inner/b.ts'), 'tw0');
  seen.add(await hashOf([folder]));
  await writeFile(at('c.ts'), '');
  seen.add(await hashOf([folder]));
  await rm(at('c.ts'));
  await writeFile(at('d.ts'), '');
  seen.add(await hashOf([folder]));
  await rm(at('inner'), { recursive: true });
  seen.add(await hashOf([folder]));
  expect(seen.size).toBe(5);
});

it('a folder that does not exist counts as nothing', async () => {
  expect(await hashOf([folder, `${folder}/gone`])).toBe(await hashOf([folder]));
});
