import { access, constants, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, findUnknownSettings } from '../../config.ts';
import { findStaleParts } from '../prepare/parts.ts';
import type { Finding } from './finding.ts';

const OLDEST_NODE = 26;
const GIGABYTE = 1024 ** 3;
const LEAST_FREE_GB = 1;
const AMPLE_FREE_GB = 5;
/** Files for the owner's eyes only. */
const SECRET_FILES = ['auth-secret', 'zalo-webhook-secret', 'postgres.json'];

/** Node, what was built, settings that are misspelt, the data folder and its disk. */
export async function checkMachine(config: Config): Promise<Finding[]> {
  return [
    checkNode(),
    await checkBuilt(),
    ...findUnknownSettings().map((name): Finding => ({ state: 'note', says: 'unknownSetting', values: { name } })),
    ...(await checkFolder(config.dataDir)),
  ];
}

function checkNode(): Finding {
  const values = { version: process.versions.node };
  const isGood = Number.parseInt(process.versions.node, 10) >= OLDEST_NODE;
  return isGood ? { state: 'ok', says: 'node', values } : { state: 'repair', says: 'nodeOld', values };
}

async function checkBuilt(): Promise<Finding> {
  const stale = await findStaleParts();
  if (stale.length === 0) return { state: 'ok', says: 'built' };
  return { state: 'note', says: 'notBuilt', values: { parts: stale.join(', ') } };
}

async function checkFolder(folder: string): Promise<Finding[]> {
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return [{ state: 'note', says: 'noFolder', values: { folder } }];
  const mayWrite = await access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!mayWrite) return [{ state: 'repair', says: 'folderNotWritable', values: { folder } }];
  return [{ state: 'ok', says: 'folder', values: { folder } }, ...(await checkRights(folder)), await checkDisk(folder)];
}

async function checkRights(folder: string): Promise<Finding[]> {
  if (process.platform === 'win32') return [];
  const findings: Finding[] = [];
  for (const name of SECRET_FILES) {
    const file = join(folder, name);
    const mode = await stat(file).then(
      (found) => found.mode,
      () => 0,
    );
    if ((mode & 0o077) !== 0) findings.push({ state: 'repair', says: 'secretOpen', values: { file } });
  }
  return findings.length > 0 ? findings : [{ state: 'ok', says: 'rights' }];
}

async function checkDisk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / GIGABYTE;
  const values = { free: free.toFixed(1) };
  if (free < LEAST_FREE_GB) return { state: 'repair', says: 'diskFull', values };
  return free < AMPLE_FREE_GB ? { state: 'note', says: 'diskLow', values } : { state: 'ok', says: 'disk', values };
}
