import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The unprivileged account that the database runs as when we are root; undefined means: as ourselves. */
export type Account = { name: string; uid: number; gid: number };

const OWN_ACCOUNT = 'khuyencong-db';

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as themselves; root lends it the `postgres` account of
 * the machine, else one of our own, else `nobody`. When a cluster exists already, its owner decides.
 */
export function findAccount(options: { ownerUid: number | undefined }): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (options.ownerUid) {
    const owner = readAccounts().find((account) => account.uid === options.ownerUid);
    if (owner) return owner;
  }
  return findByName('postgres') ?? findByName(OWN_ACCOUNT) ?? createAccount() ?? findByName('nobody');
}

/** What a child process needs to run as that account. */
export function spawnAs(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Whether the account may run a program, or enter a folder, counting every folder above it. */
export function canUse(account: Account | undefined, path: string, how: 'run' | 'enter'): boolean {
  if (!account) return true;
  const test = how === 'run' ? 'test -x "$1" && test -r "$1"' : 'test -d "$1" && test -x "$1"';
  const result = spawnSync('/bin/sh', ['-c', test, 'sh', path], { cwd: '/', stdio: 'ignore', ...spawnAs(account) });
  return result.status === 0;
}

function createAccount(): Account | undefined {
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_ACCOUNT];
  spawnSync('useradd', args, { stdio: 'ignore', env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } });
  return findByName(OWN_ACCOUNT);
}

function findByName(name: string): Account | undefined {
  return readAccounts().find((account) => account.name === name);
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
