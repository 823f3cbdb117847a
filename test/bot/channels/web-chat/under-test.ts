import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { NewMessage } from '../../../../bot/channels/web-chat/protocol.ts';
import { WEB_CHAT, WEB_CHAT_ACCOUNT, webChatChannel } from '../../../../bot/channels/web-chat/web-chat-channel.ts';
import { openDatabase } from '../../../../records/database.ts';
import { chatClient } from '../../../support/chat-client.ts';
import { startChatServer } from '../../../support/chat-server.ts';
import type { ChannelUnderTest } from '../support/channel-cases.ts';
import { type Ground, readJournal } from '../support/ground.ts';
import type { Told } from '../support/told.ts';

/** What a page posts, or the photos that it sends. */
export type Post = Omit<NewMessage, 'id'> | { photos: (goodPhoto: Uint8Array) => Uint8Array[] };
/** What is wrong when the message leaves. */
export type Trouble = 'the database is away';

const NOWHERE = 'postgresql://nobody@127.0.0.1:9/none';

/** The chat page's server over HTTP, and a page that is open. What its way out asks for is what the page then shows. */
export async function openWebChat({ url, db, log, goodPhoto }: Ground): Promise<ChannelUnderTest<Post, Trouble>> {
  const server = await startChatServer({ url, log, answer: () => undefined });
  const page = chatClient(server.origin);
  await page.openSession();
  const { id: LAN } = await db.webChatSession.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const secrets = [page.cookie().split('=')[1] ?? ''];

  return {
    receive: async (post) => {
      const id = randomUUID();
      const photos = 'photos' in post ? post.photos(goodPhoto) : undefined;
      if (photos !== undefined) await page.sendPhotos(photos, { id });
      else await page.post({ id, ...post } as NewMessage);
      const all = await readJournal(db, { channel: WEB_CHAT, account: WEB_CHAT_ACCOUNT });
      return all
        .filter(({ address }) => address === LAN)
        .map(
          (told): Told => ({
            ...told,
            address: 'LAN',
            platformMessageId: told.platformMessageId === id ? 'ID' : told.platformMessageId,
          }),
        );
    },
    send: async ({ content }, trouble) => {
      await page.say('chào');
      const contact = await db.contact.findFirstOrThrow({ where: { channel: WEB_CHAT, address: LAN } });
      const { cursor } = await page.history();
      const events = await page.events({ 'Last-Event-ID': cursor });
      await vi.waitFor(() => expect(events.syncs.length).toBe(1), { interval: 5 });

      // As the sender has it when it hands a message to its channel.
      const [deliveryId, now] = [randomUUID(), new Date()];
      await db.delivery.create({
        data: {
          ...{ id: deliveryId, key: `reply/${deliveryId}`, personId: contact.personId, contactId: contact.id },
          ...{ kind: 'reply', content, status: 'sending', attempts: 1, notBefore: now, createdAt: now, claimedAt: now },
        },
      });
      const used = trouble === undefined ? db : openDatabase({ url: NOWHERE });
      const outcome = await webChatChannel({ db: used }).send({
        ...{ deliveryId, contactId: contact.id, address: LAN, content },
      });
      if (outcome.kind === 'sent') await vi.waitFor(() => expect(events.syncs.length).toBe(2), { interval: 5 });
      events.close();
      const shown = events.syncs.flatMap(({ messages }) => messages).filter(({ from }) => from === 'assistant');
      return { outcome, requests: shown.map(({ text, choices }) => ({ text, choices })) };
    },
    secrets,
    close: () => server.close(),
  };
}
