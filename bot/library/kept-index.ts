import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { type AnswerIndex, buildAnswerIndex } from '../../core/answers/answer-index.ts';
import type { Knowledge } from '../../core/answers/knowledge.ts';
import { versionOf } from './library-version.ts';

const projectFolder = (path: string): string => fileURLToPath(new URL(`../../${path}/`, import.meta.url));

/** What was used longest ago goes; each is about 15 MB. */
const MOST_KEPT = 6;

/**
 * The index of this state of the knowledge: read back (a tenth of a second) where any process of this installation has
 * built it before, otherwise built (seconds on a small machine) and kept. What is kept is only ever a copy: what cannot be
 * read is built again, and a folder that cannot be written to only costs the time.
 */
export function getAnswerIndex(knowledge: Knowledge, folder = projectFolder('generated/answer-index')): AnswerIndex {
  const file = join(folder, `${keyOf(knowledge)}.bin`);
  const kept = findKept(file);
  if (kept !== undefined) return kept;
  const index = buildAnswerIndex(knowledge);
  keep(index, { file, folder });
  return index;
}

function findKept(file: string): AnswerIndex | undefined {
  try {
    const index = deserialize(readFileSync(file)) as AnswerIndex;
    const now = new Date();
    utimesSync(file, now, now);
    return index;
  } catch {
    return undefined;
  }
}

function keep(index: AnswerIndex, { file, folder }: { file: string; folder: string }): void {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, serialize(index));
    // Another process sees all of it or nothing.
    renameSync(unfinished, file);
    forgetOldest(folder);
  } catch {
    if (existsSync(unfinished)) rmSync(unfinished, { force: true });
  }
}

function forgetOldest(folder: string): void {
  const byUse = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((file) => ({ file, usedAt: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.usedAt - one.usedAt);
  for (const { file } of byUse.slice(MOST_KEPT)) rmSync(file, { force: true });
}

let hashOfCore: string | undefined;

/** Of the knowledge, of the code that makes an index of it (all of `core/`, which stands by itself), and of the format. */
function keyOf(knowledge: Knowledge): string {
  hashOfCore ??= hashFolder(projectFolder('core'));
  return createHash('sha256')
    .update(`${versionOf(knowledge)} ${hashOfCore} ${process.versions.v8}`)
    .digest('hex')
    .slice(0, 32);
}

function hashFolder(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, file);
    if (!statSync(path).isFile()) continue;
    hash.update(`${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}
