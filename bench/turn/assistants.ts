import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findFreePort } from '../../host/postgres/start-postgres.ts';
import { projectRoot } from '../../host/project-root.ts';
import type { Platform } from './platform.ts';

export const NAMES = ['ours', 'telegraf', 'grammy'] as const;
export type Name = (typeof NAMES)[number];

/** What one person says; the same `id` again is the same message. */
export type Message = { id: number; chat: string; text: string };

/** A request as it was kept: what stands under each question. */
export type KeptRequest = { chat: string; answers: Record<string, string> };

/** One of those that are measured: a process of its own with a webhook, a database of its own and the platform to send to. */
export type Assistant = {
  name: Name;
  databaseUrl: string;
  /** Where it tells of itself, if it does. */
  origin: string;
  start: () => Promise<void>;
  /** Of a processor, seconds since it was started last; NaN where the machine does not tell (only Linux does). */
  processorSeconds: () => number;
  /** kill -9. */
  kill: () => Promise<void>;
  /** The platform tells it of a message. Resolves with the status of its answer; rejects when there was none. */
  tell: (message: Message) => Promise<number>;
  listRequests: () => Promise<KeptRequest[]>;
};

type Kind = {
  /** The webhook and how the platform shows that it is the platform. */
  path: string;
  secretHeader: string;
  updateOf: (message: Message) => object;
  spawn: (place: { databaseUrl: string; apiUrl: string; port: number }) => ChildProcess;
  requestsSql: string;
};

const TOKEN = '1:bench-bench-bench-bench';
const SECRET = 'bench-bench-bench-bench';
const START_TIMEOUT_MS = 60_000;

const telegramUpdate = ({ id, chat, text }: Message): object => ({
  update_id: id,
  message: {
    message_id: id,
    date: Math.floor(Date.now() / 1000),
    chat: { id: Number(chat), type: 'private', first_name: 'Mai' },
    from: { id: Number(chat), is_bot: false, first_name: 'Mai', language_code: 'vi' },
    text,
  },
});

const peer = (script: string): Kind => ({
  path: '/hook',
  secretHeader: 'X-Telegram-Bot-Api-Secret-Token',
  updateOf: telegramUpdate,
  spawn: (place) =>
    spawn(
      process.execPath,
      [join(import.meta.dirname, 'peers', script), JSON.stringify({ ...place, token: TOKEN, secret: SECRET })],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    ),
  requestsSql: 'SELECT chat, answers FROM request ORDER BY id',
});

const KINDS: Record<Name, Kind> = {
  // The whole of it as production runs it, on the channel of this product that sets no pace of its own.
  ours: {
    path: '/hooks/zalo-bot/1',
    secretHeader: 'X-Bot-Api-Secret-Token',
    updateOf: ({ id, chat, text }) => ({
      event_name: 'message.text.received',
      message: {
        message_id: `m${id}`,
        date: Date.now(),
        from: { id: chat, display_name: 'Mai', is_bot: false },
        chat: { id: chat, chat_type: 'PRIVATE' },
        text,
      },
    }),
    spawn: ({ databaseUrl, apiUrl, port }) =>
      spawn(process.execPath, [join(projectRoot, 'main.ts')], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          ...{
            DATABASE_URL: databaseUrl,
            PORT: String(port),
            LOG_LEVEL: 'error',
            REDIS_URL: '',
            TELEGRAM_BOT_TOKEN: '',
          },
          ...{
            CENTRE_NAME: 'Trung tâm Khuyến công thử',
            CENTRE_PROVINCE: '19',
            PUBLIC_URL: 'https://bench.example.vn',
          },
          ...{
            ZALO_BOT_TOKEN: TOKEN,
            ZALO_BOT_MODE: 'webhook',
            ZALO_BOT_WEBHOOK_SECRET: SECRET,
            ZALO_API_URL: apiUrl,
          },
          ...{ ZALO_MONTHLY_LIMIT: '99999999', DATA_DIR: join(tmpdir(), `khuyencong-bench-${process.pid}`) },
        },
      }),
    requestsSql: `
      SELECT c."address" AS chat, jsonb_object_agg(a."questionId",
        CASE WHEN a."value" = '"cooperative"' THEN 'hợp tác xã' ELSE a."raw" END) AS answers
      FROM "Application" n JOIN "Contact" c ON c."personId" = n."personId"
      JOIN "ApplicationAnswer" a ON a."applicationId" = n."id"
      WHERE n."code" IS NOT NULL GROUP BY n."id", c."address" ORDER BY n."id"`,
  },
  telegraf: peer('telegraf-wizard.ts'),
  grammy: peer('grammy-conversation.ts'),
};

/** One of those that are measured, on an empty database of its own. Not started yet. */
export async function openAssistant(
  name: Name,
  { serverUrl, platform }: { serverUrl: string; platform: Platform },
): Promise<Assistant> {
  const kind = KINDS[name];
  const databaseUrl = await createDatabase(serverUrl, name);
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  // Telegram opens at most a hundred connections to a webhook (setWebhook, max_connections).
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  let child: ChildProcess | undefined;

  return {
    ...{ name, databaseUrl, origin },
    start: async () => {
      child = kind.spawn({ databaseUrl, apiUrl: platform.apiUrl, port });
      await untilReady(child, `${origin}/readyz`);
    },
    processorSeconds: () => readProcessorSeconds(child?.pid),
    kill: async () => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    tell: (message) =>
      post({
        ...{ agent, port, path: kind.path, headers: { [kind.secretHeader]: SECRET } },
        body: JSON.stringify(kind.updateOf(message)),
      }),
    listRequests: async () => await query<KeptRequest>(databaseUrl, kind.requestsSql),
  };
}

/** Rows of one statement, over a connection for it alone. */
export async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

let databases = 0;

async function createDatabase(serverUrl: string, name: Name): Promise<string> {
  databases += 1;
  const url = new URL(serverUrl);
  url.pathname = `/${name}_${databases}`;
  await query(serverUrl, `CREATE DATABASE ${name}_${databases}`);
  return url.href;
}

/** Linux counts in hundredths: user and system time are the 14th and 15th of a process's figures, the name (the 2nd) in brackets. */
function readProcessorSeconds(pid: number | undefined): number {
  try {
    const figures = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(figures[11]) + Number(figures[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** A peer knows no such page: that it answers at all is enough. */
async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const status = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => undefined,
    );
    if (status !== undefined && status < 500) return;
    await sleep(50);
  }
  throw new Error(`What is to be measured did not start (${child.exitCode}).`);
}

function post(options: {
  agent: Agent;
  port: number;
  path: string;
  headers: Record<string, string>;
  body: string;
}): Promise<number> {
  const { agent, port, path, body } = options;
  const headers = { ...options.headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const call = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', reject);
    });
    call.once('error', reject);
    call.end(body);
  });
}
