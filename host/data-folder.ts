import { access, constants, mkdir } from 'node:fs/promises';
import { AppError } from '../core/app-error.ts';

/**
 * Makes the data folder when it is missing. Root's is one that others may pass through but not read, since root's
 * database runs as another account; the files in it have their own rights. Throws `folder.not-writable`.
 */
export async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new AppError('folder.not-writable', { folder: dataDir }, { cause });
  }
}
