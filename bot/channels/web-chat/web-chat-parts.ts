import type { Env } from 'hono';
import type { Ids } from '../../../core/ids.ts';
import type { Log } from '../../../core/log.ts';
import type { Clock } from '../../../core/time.ts';
import type { Db } from '../../../records/database.ts';
import type { FileStore } from '../../../records/file-store.ts';
import type { WebChatSessionRow } from '../../../records/web-chat-sessions.ts';
import type { Receive } from '../channel.ts';
import type { WebChatLimits } from './limits.ts';

/** What the routes of the chat page share. */
export type WebChatParts = {
  db: Db;
  clock: Clock;
  ids: Ids;
  receive: Receive;
  files: FileStore;
  account: string;
  log: Log;
  limits: WebChatLimits;
};

/** A request of a page that has a session. */
export type SessionEnv = Env & { Variables: { session: WebChatSessionRow } };
