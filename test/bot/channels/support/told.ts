import type { IncomingMessage } from '../../../../bot/channels/channel.ts';

/** What was written down, with photos counted instead of named. */
export type Told = Omit<IncomingMessage, 'channel' | 'account' | 'body'> & {
  body: Exclude<IncomingMessage['body'], { kind: 'photo' }> | { kind: 'photo'; photos: number; caption?: string };
};
