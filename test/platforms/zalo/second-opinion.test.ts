import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FakeZalo, startFakeZalo } from './fake-zalo.ts';
import { loadOpenClawClient, type OpenClawClient } from './second-opinion/load-openclaw-client.ts';

/** A client that we did not write finds in the fake the Zalo that it was written for. */
describe('the client of @openclaw/zalo', () => {
  let client: OpenClawClient;
  let zalo: FakeZalo;
  let before: string | undefined;

  beforeAll(async () => {
    client = await loadOpenClawClient();
  });
  beforeEach(async () => {
    zalo = await startFakeZalo({ secondMs: 20 });
    before = process.env.ZALO_API_URL;
    process.env.ZALO_API_URL = zalo.url;
  });
  afterEach(async () => {
    if (before === undefined) delete process.env.ZALO_API_URL;
    else process.env.ZALO_API_URL = before;
    await zalo.close();
  });

  it('learns who the bot is, and is told of a wrong token', async () => {
    expect(await client.getMe(zalo.token)).toMatchObject({ ok: true, result: { account_name: 'Bot Khuyến công thử' } });
    await expect(client.getMe('1:wrong')).rejects.toMatchObject({ errorCode: 401 });
  });

  it('hears one update a poll, and knows an empty poll when it meets one', async () => {
    const lan = zalo.person('Lan');
    lan.says('một');
    lan.says('hai');
    for (const text of ['một', 'hai']) {
      const update = await client.getUpdates(zalo.token, { timeout: 1 });
      expect(update).toMatchObject({
        result: { event_name: 'message.text.received', message: { text, chat: { id: lan.id } } },
      });
    }
    await expect(client.getUpdates(zalo.token, { timeout: 1 })).rejects.toMatchObject({ isPollingTimeout: true });
  });

  it('sends what it sends', async () => {
    const lan = zalo.person('Lan');
    lan.says('chào');
    await client.getUpdates(zalo.token, { timeout: 1 });
    const sent = await client.sendMessage(zalo.token, { chat_id: lan.id, text: 'Chào anh/chị' });
    expect(sent).toMatchObject({ ok: true, result: { message_id: lan.received[0]?.messageId } });
    await client.sendPhoto(zalo.token, { chat_id: lan.id, photo: 'https://anh.example/a.jpg', caption: 'ảnh' });
    await client.sendChatAction(zalo.token, { chat_id: lan.id, action: 'typing' });
    expect(lan.received.map(({ kind }) => kind)).toEqual(['text', 'photo']);
    expect(lan.typing).toBe(1);
  });

  it('is refused what Zalo refuses', async () => {
    const tooLong = { chat_id: zalo.person('Lan').id, text: 'x'.repeat(2001) };
    await expect(client.sendMessage(zalo.token, tooLong)).rejects.toMatchObject({ errorCode: 400 });
    zalo.faults.next('sendMessage', { kind: 'error', code: 429 });
    await expect(client.sendMessage(zalo.token, tooLong)).rejects.toMatchObject({ errorCode: 429 });
  });

  it('sets, reads and deletes a webhook', async () => {
    const url = 'https://hoi.example.vn/zalo';
    await client.setWebhook(zalo.token, { url, secret_token: '12345678' });
    expect(await client.getWebhookInfo(zalo.token)).toMatchObject({ result: { url } });
    await client.deleteWebhook(zalo.token);
    expect(await client.getWebhookInfo(zalo.token)).toMatchObject({ result: { url: '' } });
  });
});
