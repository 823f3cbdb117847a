import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Who holds a lease: machine, process, where its number counts, and something of its own. An operator reads from it where
 * the poller runs; a process that starts again reads from it that the one before is dead.
 */
export function makeHolder(own: string): string {
  return [hostname(), process.pid, pidSpace(), own.slice(0, 8)].join('/');
}

/** Surely dead: a process of this very machine that is no more. Of another machine or container nobody here can tell. */
export function isHolderGone(holder: string): boolean {
  const [host, pid, space] = holder.split('/');
  if (host !== hostname() || space !== pidSpace() || !/^\d+$/.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** Containers of one machine may bear one name and count their processes apart. */
function pidSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  } catch {
    return '-';
  }
}
