import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build } from 'vite';
import { projectRoot } from '../project-root.ts';
import { madeFolder } from './source-hash.ts';

const COMPRESSIBLE = /\.(html|js|css|svg|json|webmanifest|txt)$/;
const WORTH_COMPRESSING_BYTES = 1024;

/** Builds web/<page> into dist/<page>, with gzip and brotli beside each text file. A failed build leaves the old page. */
export async function buildPage(page: 'chat' | 'console'): Promise<void> {
  const draft = `${madeFolder(page)}.${randomBytes(4).toString('hex')}`;
  const webFolder = join(projectRoot, 'web', page);
  await build({
    root: webFolder,
    configFile: join(webFolder, 'vite.config.ts'),
    // Node reads TypeScript itself; Vite's own way would write into node_modules.
    configLoader: 'native',
    logLevel: 'warn',
    build: { outDir: draft, emptyOutDir: true },
  });
  await compressFiles(draft);
  await putInPlace(draft, madeFolder(page));
}

/** Two builds may end at the same moment; both made the same, so the second simply replaces the first. */
async function putInPlace(draft: string, place: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    // Moved aside whole: a folder that is being emptied by two at once fails for both.
    const old = `${place}.${randomBytes(4).toString('hex')}`;
    await rename(place, old).catch(() => {});
    try {
      await rename(draft, place);
      return;
    } catch (error) {
      if (attempt === 5) throw error;
    } finally {
      await rm(old, { recursive: true, force: true });
    }
  }
}

async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile() && COMPRESSIBLE.test(each.name))) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (bytes.length < WORTH_COMPRESSING_BYTES) continue;
    await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes));
  }
}
