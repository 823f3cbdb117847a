import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'vite';
import { inject } from 'vitest';
import { projectRoot } from '../../host/project-root.ts';

const LONGEST_BUILD_MS = 60_000;

/**
 * The folder with the console, or the chat page, as it stands in web/, built once for all test files of a run: the first
 * that comes builds, the others wait for it.
 */
export async function findBuiltPages(name: 'console' | 'chat'): Promise<string> {
  const folder = join(inject('runFolder'), name);
  const finished = `${folder}.finished`;
  if (await takesOn(`${folder}.begun`)) {
    const root = join(projectRoot, 'web', name);
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      configLoader: 'native',
      logLevel: 'warn',
      build: { outDir: folder, emptyOutDir: true },
    });
    await mkdir(finished);
  }
  const deadline = Date.now() + LONGEST_BUILD_MS;
  while (!(await exists(finished))) {
    if (Date.now() > deadline) throw new Error(`web/${name} was not built: the test file that began it has failed.`);
    await delay(50);
  }
  return folder;
}

/** To make a folder is atomic: of several processes one makes it. */
async function takesOn(mark: string): Promise<boolean> {
  return await mkdir(mark).then(
    () => true,
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
