import type { ClientResponse } from 'hono/client';
import { ApiError, bodyOfError } from './client.ts';

/**
 * Fetches a file and hands it to the browser to keep under the name that the server gave. `onBegin` hears when it begins to
 * come. Throws `ApiError`; one that breaks off on its way is `offline`, and nothing of it is kept.
 */
export async function download<T>(
  pending: Promise<ClientResponse<T>>,
  onBegin: (headers: Headers) => void = () => {},
): Promise<void> {
  const answer = await pending.catch(() => undefined);
  if (answer === undefined) throw new ApiError({ code: 'offline' });
  if (!answer.ok) throw new ApiError(await bodyOfError(answer));
  onBegin(answer.headers);
  const file = await answer.blob().catch(() => undefined);
  if (file === undefined) throw new ApiError({ code: 'offline' });
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  keep(file, name);
}

function keep(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun to write it down by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
