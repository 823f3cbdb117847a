import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { proxiedAgent } from '../proxied-agent.ts';
import { isAllowedPhotoUrl, publicAddressesOnly } from './photo-hosts.ts';

export type FetchedPhoto =
  | { kind: 'fetched'; bytes: Uint8Array }
  /** It will not come, however often it is asked for. `host` is told when it is not among the allowed ones. */
  | { kind: 'lost'; reason: string; host?: string }
  /** The line or the other side failed; it may come yet. */
  | { kind: 'failed'; reason: string };

const MAX_REDIRECTS = 3;

/**
 * Fetches a photo from a link that somebody else made: only from the allowed hosts (each redirect anew), never from a
 * private address, never more than `maxBytes`, and within `timeoutMs` in all. Never throws.
 */
export async function fetchPhoto(options: {
  url: string;
  /** Domains (with all below them, over https) or whole origins; see `isAllowedPhotoUrl`. */
  hosts: readonly string[];
  maxBytes: number;
  timeoutMs: number;
  /** Ends it early, with `failed`. */
  signal?: AbortSignal;
  /** An http proxy; it looks names up itself, so only a host that is trusted may be asked so. */
  proxyUrl?: string;
}): Promise<FetchedPhoto> {
  const { hosts, maxBytes, proxyUrl } = options;
  const deadline = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal === undefined ? deadline : AbortSignal.any([options.signal, deadline]);
  let url = options.url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (!URL.canParse(url)) return { kind: 'lost', reason: 'no-address' };
    const target = new URL(url);
    if (!isAllowedPhotoUrl(target, hosts)) return { kind: 'lost', reason: 'host-not-allowed', host: target.hostname };
    const step = await ask(target, { hosts, maxBytes, signal, proxyUrl });
    if (step.kind !== 'redirect') return step;
    url = URL.canParse(step.to, url) ? new URL(step.to, url).href : '';
  }
  return { kind: 'lost', reason: 'too-many-redirects' };
}

type Step = FetchedPhoto | { kind: 'redirect'; to: string };

async function ask(url: URL, { hosts, maxBytes, signal, proxyUrl }: Line & { maxBytes: number }): Promise<Step> {
  try {
    const response = await open(url, { hosts, signal, proxyUrl });
    const { statusCode: status = 0, headers } = response;
    if (status >= 300 && status < 400 && headers.location !== undefined) {
      response.destroy();
      return { kind: 'redirect', to: headers.location };
    }
    if (status !== 200) {
      response.destroy();
      const reason = `http-${status}`;
      return status >= 500 || status === 429 ? { kind: 'failed', reason } : { kind: 'lost', reason };
    }
    return await readAtMost(response, maxBytes);
  } catch (error) {
    if (signal.aborted) return { kind: 'failed', reason: 'timeout' };
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
    return code === 'EPRIVATE' ? { kind: 'lost', reason: 'private-address' } : { kind: 'failed', reason: code };
  }
}

type Line = { hosts: readonly string[]; signal: AbortSignal; proxyUrl?: string };

function open(url: URL, { hosts, signal, proxyUrl }: Line): Promise<IncomingMessage> {
  // Whoever allows a whole origin by name means the machine behind it, wherever it is.
  const lookup = hosts.includes(url.origin) ? undefined : publicAddressesOnly;
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const isSecure = url.protocol === 'https:';
  const get = isSecure ? getSecure : getPlain;
  const agent = proxyUrl !== undefined && proxiedAgent({ isSecure, proxyUrl });
  get(url, { agent, lookup, signal, headers: { Accept: 'image/*' } }, resolve).on('error', reject);
  return promise;
}

async function readAtMost(response: IncomingMessage, maxBytes: number): Promise<FetchedPhoto> {
  const tooLarge: FetchedPhoto = { kind: 'lost', reason: 'too-large' };
  try {
    if (Number(response.headers['content-length'] ?? 0) > maxBytes) return tooLarge;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response) {
      size += chunk.length;
      if (size > maxBytes) return tooLarge;
      chunks.push(chunk);
    }
    return { kind: 'fetched', bytes: Buffer.concat(chunks) };
  } finally {
    response.destroy();
  }
}
