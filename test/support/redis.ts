import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { findFreePort } from '../../host/postgres/start-postgres.ts';

/** The path of redis-server on this machine. When it is missing, says loudly what is skipped and how to install it. */
export function findRedisServer(): string | undefined {
  for (const path of ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server']) {
    try {
      execFileSync(path, ['--version'], { stdio: 'ignore' });
      return path;
    } catch {
      // Not there: the next one.
    }
  }
  console.warn('\n*** redis-server was not found: the Redis half of this suite is SKIPPED. ***');
  console.warn('*** Install it with: sudo apt-get install redis-server (macOS: brew install redis) ***\n');
  return undefined;
}

/** An empty Redis of its own, in memory, on a free loopback port or on the one given. */
export async function startRedis(
  path: string,
  { port: givenPort }: { port?: number } = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = givenPort ?? (await findFreePort());
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(path, [...args, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => {});
  await client.ping();
  client.disconnect();
  return {
    url,
    stop: async () => {
      if (server.exitCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}
