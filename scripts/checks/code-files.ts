import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const NOT_OURS = new Set(['node_modules', 'generated', 'dist', 'coverage', 'test-results']);

/** Every TypeScript file of the repository at `root`, as paths from it with forward slashes, sorted. */
export async function findCodeFiles(root: string): Promise<string[]> {
  const found: string[] = [];
  await collect(root);
  return found.map((path) => relative(root, path).split(sep).join('/')).sort();

  async function collect(folder: string): Promise<void> {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || NOT_OURS.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await collect(path);
      else if (/\.tsx?$/.test(entry.name)) found.push(path);
    }
  }
}
