import * as z from 'zod';
import { type FetchedPhoto, fetchPhoto } from '../photos/fetch-photo.ts';
import type { TelegramAnswer, TelegramApi } from './call-telegram.ts';
import { MAX_DOWNLOAD_BYTES, type TelegramPhoto } from './read-update.ts';

const located = z.object({ file_path: z.string().regex(/^[\w./-]{1,500}$/), file_size: z.number().catch(0) });

/** Asks Telegram where a photo lies and fetches it from there; one attempt. The address holds the token and stays in here. */
export function createFileFetcher(options: { api: TelegramApi; timeoutMs: number }) {
  const { api, timeoutMs } = options;
  return async ({ fileId }: TelegramPhoto, signal: AbortSignal): Promise<FetchedPhoto> => {
    const answer = await api.call('getFile', { file_id: fileId }, { signal });
    if (answer.kind !== 'ok') return notLocated(answer);
    const file = located.safeParse(answer.result);
    if (!file.success) return { kind: 'lost', reason: 'no-address' };
    if (file.data.file_size > MAX_DOWNLOAD_BYTES) return { kind: 'lost', reason: 'too-large' };
    const url = api.fileUrl(file.data.file_path);
    const hosts = [new URL(url).origin];
    return await fetchPhoto({ url, hosts, maxBytes: MAX_DOWNLOAD_BYTES, timeoutMs, signal, proxyUrl: api.proxyUrl });
  };
}

function notLocated(answer: Exclude<TelegramAnswer, { kind: 'ok' }>): FetchedPhoto {
  // A token that was revoked is mended by a person; the photo is still there then.
  if (answer.kind === 'refused' && answer.code === 400) {
    return { kind: 'lost', reason: /too big/i.test(answer.description) ? 'too-large' : 'telegram-400' };
  }
  if (answer.kind === 'refused') return { kind: 'failed', reason: `telegram-${answer.code}` };
  return { kind: 'failed', reason: 'reason' in answer ? answer.reason : answer.kind };
}
