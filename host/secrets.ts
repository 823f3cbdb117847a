import { randomBytes } from 'node:crypto';
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../core/app-error.ts';

/**
 * A secret of this copy, made the first time and kept in the data folder for the owner's eyes only (0600).
 * Several processes may ask at once: all get the same one.
 */
export async function readOrMakeSecret(options: { dataDir: string; name: string }): Promise<string> {
  const path = join(options.dataDir, options.name);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const known = await findSecret(path);
  if (known !== undefined) return known;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // A link, unlike a rename, never replaces what another process has just made; and it appears whole.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  const made = await findSecret(path);
  if (made === undefined) throw new AppError('secret.missing', { file: path });
  return made;
}

async function findSecret(path: string): Promise<string | undefined> {
  try {
    const secret = (await readFile(path, 'utf8')).trim();
    // A copy or a restore may have widened the rights.
    await chmod(path, 0o600);
    if (secret.length < 32) throw new AppError('secret.broken', { file: path });
    return secret;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
