import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { getAnswerIndex } from '../../../bot/library/kept-index.ts';
import { openLibrary } from '../../../bot/library/load-library.ts';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { buildAnswerIndex } from '../../../core/answers/answer-index.ts';
import type { Knowledge } from '../../../core/answers/knowledge.ts';
import { projectRoot } from '../../../host/project-root.ts';

let knowledge: Knowledge;
let folder: string;

beforeAll(async () => {
  const { articles, ...rest } = await readKnowledge({ root: projectRoot });
  knowledge = { ...rest, articles: articles.slice(0, 5) };
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khuyencong-index-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const ask = (index: ReturnType<typeof getAnswerIndex>) =>
  openLibrary({ index, version: 'any' }).ask({ text: 'may say mien ho tro bao nhieu', date: '2026-11-23' });

describe('an index that was built', () => {
  it('is read back as it was, and answers alike', async () => {
    const built = getAnswerIndex(knowledge, folder);
    const readBack = getAnswerIndex(knowledge, folder);
    expect(readBack).not.toBe(built);
    expect(readBack).toEqual(built);
    expect(ask(readBack)).toEqual(ask(buildAnswerIndex(knowledge)));
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is not taken for that of other knowledge', () => {
    getAnswerIndex(knowledge, folder);
    const fewer = { ...knowledge, articles: knowledge.articles.slice(1) };
    expect(getAnswerIndex(fewer, folder).knowledge.articles).toHaveLength(4);
  });

  it('is built again when what was kept is cut off, and kept whole then', async () => {
    const built = getAnswerIndex(knowledge, folder);
    const [name = ''] = await readdir(folder);
    const bytes = await readFile(join(folder, name));
    await writeFile(join(folder, name), bytes.subarray(0, bytes.length / 2));
    expect(getAnswerIndex(knowledge, folder)).toEqual(built);
    // The same text may be written in more or fewer bytes, by how it came to be.
    expect((await readFile(join(folder, name))).length).toBeGreaterThan(bytes.length * 0.9);
  });

  it('is built where nothing can be kept', async () => {
    const notAFolder = join(folder, 'file');
    await writeFile(notAFolder, '');
    expect(getAnswerIndex(knowledge, notAFolder).knowledge).toEqual(knowledge);
  });

  it('pushes out what was used longest ago once there are more than six', async () => {
    await mkdir(folder, { recursive: true });
    for (let day = 1; day <= 6; day += 1) {
      await writeFile(join(folder, `${day}.bin`), '');
      await utimes(join(folder, `${day}.bin`), day * 86_400, day * 86_400);
    }
    getAnswerIndex(knowledge, folder);
    const left = await readdir(folder);
    expect(left).toHaveLength(6);
    expect(left).not.toContain('1.bin');
    expect(left).toContain('2.bin');
  });
});
