import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeZalo, startFakeZalo } from '../../platforms/zalo/fake-zalo.ts';
import type { FakePerson } from '../../platforms/zalo/people.ts';
import { type Assistant, makePlace, type Place, READY_WORDS, runAssistant } from '../../support/assistant.ts';
import { paper } from '../../support/photos.ts';

/** On a busy machine the program may take a minute to start, and an answer some seconds. */
const START_TIMEOUT_MS = 180_000;
const PATIENT = { timeout: 60_000 };

/** The program as an operator runs it, and a Zalo that behaves as badly as the real one may. */
describe('one short life over Zalo', { timeout: START_TIMEOUT_MS }, () => {
  let zalo: FakeZalo;
  let place: Place;
  let assistant: Assistant;
  let lan: FakePerson;
  let output = '';

  const start = async (): Promise<void> => {
    assistant = runAssistant(place.settings);
    await assistant.says(READY_WORDS);
  };
  beforeAll(async () => {
    zalo = await startFakeZalo();
    lan = zalo.person('Lan');
    place = await makePlace({ ZALO_BOT_TOKEN: zalo.token, ZALO_API_URL: zalo.url, ZALO_PHOTO_HOSTS: zalo.url });
    await start();
  }, START_TIMEOUT_MS);
  afterAll(async () => {
    expect(await assistant.end('SIGINT')).toBe(0);
    await place.remove();
    await zalo.close();
  }, START_TIMEOUT_MS);

  /** The words of the one message that answers. */
  const answerTo = async (act: () => void): Promise<string> => {
    const before = lan.received.length;
    act();
    await expect.poll(() => lan.received.length, PATIENT).toBeGreaterThan(before);
    expect(lan.received).toHaveLength(before + 1);
    return lan.texts().at(-1) ?? '';
  };
  const say = (text: string) => answerTo(() => lan.says(text));

  it('she asks without accents and reads a sourced answer; a number picks what stands', async () => {
    expect(await say('may say mien ho tro bao nhieu')).toMatch(
      /300 triệu[\s\S]*Thông tư 28\/2018\/TT-BTC[\s\S]*\n1\. /,
    );
    expect(await say('9')).not.toMatch(/Thông tư/);
  });

  it('she begins a request, and numbers and words answer it', async () => {
    expect(await say('gui phieu nhu cau')).toContain('đồng ý');
    expect(await say('dong y')).toContain('Câu 1/8');
    expect(await say('mua may')).toContain('Câu 2/8');
    expect(await say('mien dong')).toContain('Câu 3/8');
    expect(await say('xa my phuong ba be')).toContain('nay là xã Thượng Minh');
    expect(await say('1')).toContain('Câu 4/8');
  });

  it('what Zalo does not pass on is asked for in words, once', async () => {
    expect(await answerTo(() => lan.sends('unsupported'))).toContain('gõ chữ giúp');
    lan.sends('unsupported');
    expect(await say('Tài Hoan')).toContain('Câu 5/8');
  });

  it('the same message twice is one answer, and an error of Zalo delays its answer only', async () => {
    expect(
      await answerTo(() => {
        lan.says('htx');
        zalo.repeatLastEvent();
      }),
    ).toContain('Câu 6/8');
    zalo.faults.next('sendMessage', { kind: 'error', code: 403 });
    expect(await say('Nguyễn Thị Lan')).toContain('Câu 7/8');
  });

  it('an answer whose arrival nobody can know is not repeated when she goes on', async () => {
    zalo.faults.next('sendMessage', { kind: 'drop', done: true });
    expect(await say('0900000001')).toContain('Câu 8/8');
    expect(lan.texts().filter((text) => text.includes('Câu 8/8'))).toHaveLength(1);
  });

  it('the program is killed, and the next one goes on where she stood', async () => {
    // Killed in the middle of a send, what she says next would wait a minute, until nobody can be sending any more.
    await expect.poll(() => assistant.metric('khuyencong_open_deliveries'), PATIENT).toBe(0);
    await assistant.end('SIGKILL');
    output += assistant.output();
    await start();
    expect(await say('400tr')).toContain('xem lại phiếu');
    expect(await say('gửi phiếu')).toMatch(/Mã phiếu của anh\/chị: KC-\d{4}-\d{4}/);
  });

  it('a photo is taken, and what was sent is counted', async () => {
    const photo = await paper();
    expect(await answerTo(() => lan.sendsPhoto(photo))).toMatch(/đã nhận 1 ảnh/i);
    // Of the one whose answer was cut off nobody can know; it was there.
    await expect.poll(() => assistant.metric('khuyencong_channel_sent_this_month'), PATIENT).toBe(zalo.quotaUsed() - 1);
  });

  it('nothing of her and no secret is in the log', () => {
    const logged = output + assistant.output();
    for (const word of ['ThatMustNotLeak', '0900000001', 'Nguyễn Thị Lan', 'Tài Hoan', 'my phuong', lan.id]) {
      expect(logged).not.toContain(word);
    }
    expect(zalo.overlappingPolls()).toBe(0);
  });
});
