import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../core/app-error.ts';
import { projectName } from './project-root.ts';

const hasSocketFile = process.platform !== 'linux' && process.platform !== 'win32';

export type DataLock = { release: () => Promise<void> };

/**
 * Takes a data folder for this process. The lock is a listening socket, so the operating system gives it back however
 * the process ends, kill -9 too. Throws `data.in-use` with the holder's words when another process has it.
 * @param says what a second start is told, e.g. the address of the running one.
 */
export async function lockDataFolder(options: { dataDir: string; says: string }): Promise<DataLock> {
  const path = await socketPath(options.dataDir);
  const server = createServer((socket) => socket.on('error', () => {}).end(options.says));
  if (!(await listens(server, path))) {
    const said = await ask(path);
    if (said !== undefined) throw new AppError('data.in-use', { folder: options.dataDir, where: said });
    // A socket file that nobody listens on was left by a killed process (macOS; Linux and Windows leave none).
    if (hasSocketFile) await rm(path, { force: true });
    if (!(await listens(server, path))) throw new AppError('data.in-use', { folder: options.dataDir, where: '?' });
  }
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Where the assistant that holds the folder says it is; undefined when nobody holds it. */
export async function findHolder(dataDir: string): Promise<string | undefined> {
  return existsSync(dataDir) ? ask(await socketPath(dataDir)) : undefined;
}

async function socketPath(dataDir: string): Promise<string> {
  const hash = createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 16);
  const name = `${projectName}-${hash}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  // Linux's abstract sockets have no file that could be left behind; elsewhere a path must stay under 104 bytes.
  return hasSocketFile ? join(tmpdir(), `${name}.sock`) : `\0${name}`;
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

function ask(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let said = '';
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (chunk) => {
      said += chunk.toString('utf8');
    });
    socket.on('error', () => resolve(undefined));
    socket.on('close', (hadError) => resolve(hadError ? undefined : said));
  });
}
