import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '../project-root.ts';

/** A hash of the files and folders named, relative to the project; what does not exist counts as nothing. */
export async function hashOf(sources: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesIn(join(projectRoot, source))) {
      const bytes = await readFile(file);
      hash.update(`${relative(projectRoot, file).replaceAll('\\', '/')} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** The hash of the sources that a part was last made from; undefined when what was made is gone. */
export async function readMark(part: string): Promise<string | undefined> {
  const made = await stat(madeFolder(part)).catch(() => undefined);
  if (made === undefined) return undefined;
  return readFile(markOf(part), 'utf8').catch(() => undefined);
}

export async function writeMark(part: string, hash: string): Promise<void> {
  await mkdir(dirname(markOf(part)), { recursive: true });
  await writeFile(markOf(part), hash);
}

/** Where a part is after it was made. */
export function madeFolder(part: string): string {
  return part === 'client' ? join(projectRoot, 'generated', 'prisma') : join(projectRoot, 'dist', part);
}

function markOf(part: string): string {
  return `${madeFolder(part)}.made-from`;
}

async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
