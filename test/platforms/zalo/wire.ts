import type { IncomingMessage, ServerResponse } from 'node:http';

/** What Zalo says to a call. */
export type Answer = { ok: true; result?: unknown } | { ok: false; error_code: number; description: string };

export const done = (result?: unknown): Answer => ({ ok: true, result });

export const refuse = (code: number, description: string): Answer => ({
  ok: false,
  error_code: code,
  description,
});

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export function writeJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** The calendar month at Zalo: 2026-11. */
export function monthOf(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDate()
    .toString()
    .slice(0, 7);
}
