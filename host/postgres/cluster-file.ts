import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a copy remembers of its own database: `postgres.json` in the data folder, for the owner's eyes only. */
export const ClusterFile = z.object({
  /** Loopback port; a new one is taken when another program has it. */
  port: z.number().int(),
  password: z.string(),
  /** Where the database files are, when the database's account cannot enter the data folder. */
  elsewhere: z.string().optional(),
});
export type ClusterFile = z.infer<typeof ClusterFile>;

export const DATABASE_NAME = 'khuyencong';
export const DATABASE_USER = 'khuyencong';

export async function findClusterFile(dataDir: string): Promise<ClusterFile | undefined> {
  const text = await readFile(pathIn(dataDir), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : ClusterFile.parse(JSON.parse(text));
}

/** Replaced whole, so that a kill in the middle leaves the old one. */
export async function writeClusterFile(dataDir: string, file: ClusterFile): Promise<void> {
  const draft = `${pathIn(dataDir)}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, pathIn(dataDir));
}

/** Holds the password: for a connection, never for a log. */
export function urlOf(file: ClusterFile, database = DATABASE_NAME): string {
  return `postgresql://${DATABASE_USER}:${file.password}@127.0.0.1:${file.port}/${database}`;
}

/** The folder of the database files and its log. */
export function postgresFolder(dataDir: string, file: ClusterFile): string {
  return file.elsewhere ?? join(dataDir, 'postgres');
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}
