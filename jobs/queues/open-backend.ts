import { openPostgresBackend } from './postgres-backend.ts';
import type { OnQueueError, QueueBackend } from './queue-backend.ts';
import { openRedisBackend } from './redis-backend.ts';

/** Redis when its URL is given, PostgreSQL otherwise. The classes of BullMQ without a backend would silently try Redis. */
export function openBackend(options: {
  databaseUrl: string;
  redisUrl?: string;
  workers: number;
  onError: OnQueueError;
}): QueueBackend {
  const { redisUrl, ...rest } = options;
  return redisUrl === undefined ? openPostgresBackend(rest) : openRedisBackend({ redisUrl, ...rest });
}
