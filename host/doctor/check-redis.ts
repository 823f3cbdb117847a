import { Redis } from 'ioredis';
import type { Config } from '../../config.ts';
import type { Finding } from './finding.ts';

/** Redis, when it is set: that it answers, and that it never throws keys away. */
export async function checkRedis(config: Config): Promise<Finding[]> {
  const { redisUrl } = config;
  if (redisUrl === undefined) return [{ state: 'ok', says: 'noRedis' }];
  const server = new URL(redisUrl).host;
  const client = new Redis(redisUrl, { lazyConnect: true, connectTimeout: 5_000, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.ping();
    // Hosted services may forbid CONFIG; then it is not known.
    const policy = await readPolicy(client);
    if (policy !== '' && policy !== 'noeviction') return [{ state: 'repair', says: 'redisEvicts', values: { policy } }];
    return [{ state: 'ok', says: 'redis', values: { server } }];
  } catch {
    return [{ state: 'repair', says: 'redisAway', values: { server } }];
  } finally {
    client.disconnect();
  }
}

async function readPolicy(client: Redis): Promise<string> {
  const answer: unknown = await client.config('GET', 'maxmemory-policy').catch(() => []);
  return Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : '';
}
