import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { z } from 'zod';
import type { WebChatLimits } from '../../bot/channels/web-chat/limits.ts';
import { webChatChannel } from '../../bot/channels/web-chat/web-chat-channel.ts';
import { webChatRoutes } from '../../bot/channels/web-chat/web-chat-routes.ts';
import { createReceive } from '../../bot/conversation/receive.ts';
import { createSender } from '../../bot/outbox/sender.ts';
import type { Ids } from '../../core/ids.ts';
import { createRunByKey } from '../../core/run-by-key.ts';
import { type Clock, systemClock } from '../../core/time.ts';
import { loadCalendar } from '../../data/holidays/load-calendar.ts';
import { pageHeaders } from '../../host/http/page-headers.ts';
import { pageRoutes } from '../../host/http/pages.ts';
import { picturePage } from '../../host/http/picture-page.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { addDelivery, type DeliveryContent } from '../../records/deliveries.ts';
import { type FileStore, openFileStore } from '../../records/file-store.ts';
import { takeLane } from '../../records/people.ts';
import { listen } from '../../records/signals.ts';
import { endTurn, findTurnStart, type InboundRow } from '../../records/turns.ts';
import { createRecordingLog } from './recording-log.ts';

const calendar = loadCalendar();

export type ChatServer = {
  origin: string;
  db: Db;
  files: FileStore;
  filesFolder: string;
  /** Everything that was logged, as text. */
  logged: () => string;
  /** An officer writes to a person: a row in the ledger, sent by whoever is woken. */
  say: (contactId: string, kind: 'officer' | 'reminder', content: DeliveryContent) => Promise<string>;
  close: () => Promise<void>;
};

export type ChatServerOptions = {
  url: string;
  clock?: Clock;
  limits?: Partial<WebChatLimits>;
  trustProxy?: boolean;
  /** Two servers on one database share it, as two processes of one copy do. */
  filesFolder?: string;
  /** The built page to be served at /. */
  pageFolder?: string;
  port?: number;
  answer?: (inbound: InboundRow) => DeliveryContent | undefined;
  log?: ReturnType<typeof createRecordingLog>;
};

const testIds: Ids = { next: () => crypto.randomUUID() };

const echo = ({ kind, text, choiceKey, fileIds }: InboundRow): DeliveryContent => ({
  text: kind === 'photo' ? `Đã nhận ${fileIds.length} ảnh` : `Đã nghe: ${text ?? choiceKey}`,
  choices: [
    { key: 'ask:more', label: 'Hỏi tiếp' },
    { key: 'officer:meet', label: 'Gặp cán bộ' },
  ],
});

/**
 * One process of the assistant with the chat page only: the real door, ledger and sender, and a turn that repeats
 * what it hears instead of a conversation.
 */
export async function startChatServer(options: ChatServerOptions): Promise<ChatServer> {
  const { url, clock = systemClock, answer = echo } = options;
  const filesFolder = options.filesFolder ?? (await mkdtemp(join(tmpdir(), 'khuyencong-files-')));
  const log = options.log ?? createRecordingLog();
  const db = openDatabase({ url });
  const signals = await listen({ url });
  const files = openFileStore(filesFolder);
  const sender = createSender({
    db,
    channels: [webChatChannel({ db })],
    clock,
    ids: testIds,
    log,
    plan: () => calendar.plan,
  });
  signals.on('delivery', (contactId) => void sender.wake(contactId));
  signals.onReconnect(() => void sender.sendDue());

  const drain = createRunByKey(async (personId) => {
    for (;;) {
      const contactId = await db.$transaction(async (tx) => {
        if ((await takeLane(tx, personId)) === undefined) return undefined;
        const inbound = (await findTurnStart(tx, personId))?.inbound;
        if (inbound === undefined) return undefined;
        const now = clock.now();
        const content = answer(inbound);
        const to = { personId, contactId: inbound.contactId };
        await endTurn(tx, {
          handledIds: [inbound.id],
          trace: {},
          conversation: { personId, state: {}, now },
          reply: content && {
            id: testIds.next(),
            key: `reply/${inbound.id}`,
            ...to,
            kind: 'reply',
            content,
            notBefore: now,
            now,
          },
          now,
        });
        return inbound.contactId;
      });
      if (contactId === undefined) return;
      await sender.wake(contactId);
    }
  });
  const receive = createReceive({ db, clock, ids: testIds, log, drain: (id) => drain(id).catch(() => undefined) });

  const closing = new AbortController();
  const app = new Hono();
  const server = serve({
    fetch: app.fetch,
    port: options.port ?? 0,
    hostname: '127.0.0.1',
  });
  // No connection is used twice: after a body that is refused, or left idle, it could be closed at the very moment in which
  // the client uses it again.
  if ('maxRequestsPerSocket' in server) server.maxRequestsPerSocket = 1;
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const origin = `http://127.0.0.1:${port}`;
  const { limits, trustProxy = false } = options;
  app.route(
    '/chat/api',
    webChatRoutes({
      ...{ db, clock, ids: testIds, receive, signals, files, log, limits, trustProxy },
      publicUrl: origin,
      closing: closing.signal,
    }),
  );
  app.route('/', picturePage({ db, log }));
  if (options.pageFolder !== undefined) {
    app.use(pageHeaders({ publicUrl: origin }), compress());
    app.route('/', pageRoutes({ folder: options.pageFolder, base: '' }));
  }

  return {
    origin,
    db,
    files,
    filesFolder,
    logged: () => log.text(),
    say: async (contactId, kind, content) => {
      const { personId } = await db.contact.findUniqueOrThrow({ where: { id: contactId } });
      const id = testIds.next();
      const now = clock.now();
      await addDelivery(db, { id, key: `${kind}/${id}`, personId, contactId, kind, content, notBefore: now, now });
      return id;
    },
    close: async () => {
      closing.abort();
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await drain.idle();
      await sender.stop();
      await signals.close();
      await db.$disconnect();
      if (options.filesFolder === undefined) await rm(filesFolder, { recursive: true, force: true });
    },
  };
}

/** The sample centre, which the page names in its header. */
export async function addCentre(db: Db): Promise<void> {
  const now = new Date('2026-11-01T01:00:00Z');
  await db.centre.create({
    data: {
      id: 1,
      name: 'Trung tâm Khuyến công tỉnh Thái Nguyên',
      provinceCode: '19',
      isSample: true,
      createdAt: now,
      updatedAt: now,
    },
  });
}
