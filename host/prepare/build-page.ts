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
  const draft = `${madeFolder(page)}.new`;
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
  await rm(madeFolder(page), { recursive: true, force: true });
  await rename(draft, madeFolder(page));
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
