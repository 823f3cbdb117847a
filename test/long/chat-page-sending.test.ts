import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { findChromium } from '../support/browser.ts';
import { paper } from '../support/photos.ts';
import { useChatPage } from '../web/chat/chat-page-in-browser.ts';

const executablePath = findChromium();

describe.runIf(executablePath)('what is sent from the chat page in a browser', () => {
  const chat = useChatPage(executablePath ?? '');
  const { start, open, type, bubbles, contact } = chat;
  const heard = async () => {
    const { id: contactId } = await contact();
    const said = await chat.server.db.inboundMessage.findMany({ where: { contactId }, orderBy: { seq: 'asc' } });
    return said.map((message) => message.text);
  };

  it('what is typed without a line leaves once and in order when the line is back, though the page was closed', async () => {
    await open();
    await type('trước');
    await chat.page.getByText('Đã nghe: trước').waitFor();
    await chat.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await chat.context.setOffline(true);
    await type('một');
    await type('hai');
    await chat.page.getByText('Sẽ gửi khi có mạng').nth(1).waitFor();
    await chat.page.getByText('Đang mất mạng').waitFor();

    await chat.page.close();
    await chat.openTab();
    await chat.page.goto(chat.server.origin);
    await chat.page.getByText('Sẽ gửi khi có mạng').nth(1).waitFor();
    // What was shown before is there without a line, too.
    expect(await bubbles()).toEqual(['trước', 'Đã nghe: trước', 'một', 'hai']);
    await type('ba');
    await chat.context.setOffline(false);

    await chat.page.getByText('Đã nghe: ba').waitFor();
    expect(await heard()).toEqual(['trước', 'một', 'hai', 'ba']);
    await chat.page.reload();
    await chat.page.getByText('Đã nghe: ba').waitFor();
    await vi.waitFor(async () => expect((await bubbles()).filter((text) => text === 'hai').length).toBe(1));
    expect(await heard()).toEqual(['trước', 'một', 'hai', 'ba']);
  });

  it('what is written while the server is away leaves once when it is back, and what was missed comes in order', async () => {
    await open();
    await type('trước');
    await chat.page.getByText('Đã nghe: trước').waitFor();
    const { id: contactId } = await contact();
    const { port } = new URL(chat.server.origin);
    await chat.server.close();
    await type('trong lúc vắng');
    await chat.page.getByText('Sẽ gửi khi có mạng').waitFor();
    await start();
    for (const text of ['lỡ một', 'lỡ hai', 'lỡ ba'])
      await chat.server.say(contactId, 'officer', { text, choices: [] });
    await chat.server.close();
    await start({ port: Number(port) });
    await chat.page.getByText('Đã nghe: trong lúc vắng').waitFor();
    expect((await bubbles()).filter((text) => text.startsWith('lỡ'))).toEqual(['lỡ một', 'lỡ hai', 'lỡ ba']);
    expect(await heard()).toEqual(['trước', 'trong lúc vắng']);
  });

  it('who writes too fast is told, and everything arrives in order', async () => {
    await chat.server.close();
    await start({ limits: { messagesOfSession: { burst: 3, everyMs: 700 } } });
    await open();
    const texts = Array.from({ length: 6 }, (_, index) => `tin ${index}`);
    for (const text of texts) await type(text);
    await chat.page.getByText('Đã nghe: tin 5').waitFor({ timeout: 15_000 });
    expect(await heard()).toEqual(texts);
  });

  it('a photo is made small, shown at once and kept', async () => {
    await open();
    // Lying on either side: two papers, not the same one twice.
    const papers = [6, 8].map((orientation) => ({ orientation, path: join(chat.folder, `giay-${orientation}.jpg`) }));
    for (const { orientation, path } of papers) {
      await writeFile(path, await paper({ width: 3200, height: 2400, orientation }));
    }
    await chat.page.getByRole('button', { name: 'Gửi ảnh' }).tap();
    const chooser = chat.page.waitForEvent('filechooser');
    await chat.page.getByRole('button', { name: 'Chọn ảnh có sẵn' }).tap();
    await (await chooser).setFiles(papers.map(({ path }) => path));
    await chat.page.getByText('Đã nhận 2 ảnh').waitFor();
    const { personId } = await contact();
    const stored = await chat.server.db.storedFile.findMany({ where: { personId } });
    expect(stored.map(({ width, height }) => [width, height])).toEqual([
      [1200, 1600],
      [1200, 1600],
    ]);
    await chat.page.reload();
    const image = chat.page.locator('.photo img').first();
    await vi.waitFor(async () => {
      expect(await image.evaluate((element) => 'naturalWidth' in element && element.naturalWidth)).toBe(420);
    });
    expect(chat.complaints).toEqual([]);
  });

  it('a file that is no photo is refused with what to do, and hinders nothing', async () => {
    await open();
    const path = join(chat.folder, 'giay.pdf.jpg');
    await writeFile(path, '%PDF-1.7');
    await chat.page.locator('input[multiple]').setInputFiles([path]);
    await chat.page.getByText('Tệp này không phải ảnh').waitFor();
    await type('vẫn gửi được');
    await chat.page.getByText('Đã nghe: vẫn gửi được').waitFor();
    await chat.page.getByRole('button', { name: 'Bỏ tin này' }).tap();
    expect(await chat.page.getByText('Tệp này không phải ảnh').count()).toBe(0);
  });
});
