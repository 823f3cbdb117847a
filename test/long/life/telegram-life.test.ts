import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type FakeTelegram, startFakeTelegram } from '../../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../../platforms/telegram/person.ts';
import { type Assistant, makePlace, type Place, READY_WORDS, runAssistant } from '../../support/assistant.ts';
import { enterConsole } from '../../support/console-client.ts';
import { paper } from '../../support/photos.ts';

/** On a busy machine the program may take a minute to start, and an answer some seconds. */
const START_TIMEOUT_MS = 180_000;
const PATIENT = { timeout: 60_000 };

/** The program as an operator runs it, and a Telegram that behaves as badly as the real one may. */
describe('one short life over Telegram', { timeout: START_TIMEOUT_MS }, () => {
  let telegram: FakeTelegram;
  let place: Place;
  let assistant: Assistant;
  let lan: FakePerson;
  let code = '';
  let output = '';

  const start = async (): Promise<void> => {
    assistant = runAssistant(place.settings);
    await assistant.says(READY_WORDS);
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const exitCode = await assistant.end(signal);
    output += assistant.output();
    return exitCode;
  };
  beforeAll(async () => {
    telegram = await startFakeTelegram();
    lan = telegram.person('Lan');
    place = await makePlace({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.apiRoot });
    await start();
  }, START_TIMEOUT_MS);
  afterAll(async () => {
    expect(await end('SIGINT')).toBe(0);
    await place.remove();
    await telegram.close();
  }, START_TIMEOUT_MS);

  const textsSince = (count: number): string[] => lan.received.slice(count).map(({ text }) => text);
  /** The words of the one message that answers. */
  const answerTo = async (act: () => void): Promise<string> => {
    const before = lan.received.length;
    act();
    await expect.poll(() => lan.received.length, PATIENT).toBeGreaterThan(before);
    expect(textsSince(before)).toHaveLength(1);
    return lan.last()?.text ?? '';
  };
  const say = (text: string) => answerTo(() => lan.says(text));
  const tap = (label: string) => answerTo(() => lan.taps(label));
  /** Killed in the middle of a send, what she says next would wait a minute, until nobody can be sending any more. */
  const nothingIsBeingSent = () => expect.poll(() => assistant.metric('khuyencong_open_deliveries'), PATIENT).toBe(0);

  it('she opens the bot, asks without accents, and taps for the source', async () => {
    expect(await answerTo(() => lan.starts())).toMatch(/trợ lý tự động/);
    expect(await say('may say mien ho tro bao nhieu')).toMatch(/300 triệu[\s\S]*Thông tư 28\/2018\/TT-BTC/);
    expect(await tap('Xem nguồn')).toMatch(/có hiệu lực từ 11\/5\/2018/);
  });

  it('a link begins her request, buttons and words answer it, and errors of Telegram lose and double nothing', async () => {
    expect(await answerTo(() => lan.starts('register'))).toContain('đồng ý không');
    telegram.fail('answerCallbackQuery', { kind: 'status', status: 400, description: 'Bad Request: query is too old' });
    expect(await tap('Đồng ý')).toContain('Anh/chị cần: Mua máy móc, dây chuyền. Đúng không ạ?');
    telegram.fail('getUpdates', { kind: 'non-json' });
    expect(await tap('Đúng')).toContain('Câu 2/8');
    const once = await answerTo(() => {
      lan.says('mien dong');
      telegram.repeatLastUpdate();
    });
    expect(once).toContain('Câu 3/8');
    telegram.fail('sendMessage', { kind: 'too-many', retryAfter: 1 });
    expect(await say('xa my phuong ba be')).toContain('nay là xã Thượng Minh');
  });

  it('the program is killed, and a button of before, tapped while it was away, is answered by the next one', async () => {
    await nothingIsBeingSent();
    await end('SIGKILL');
    const before = lan.received.length;
    lan.taps('Đúng');
    lan.says('ma tien nay co phai tra lai ko');
    await start();
    await expect.poll(() => lan.received.length, PATIENT).toBe(before + 2);
    expect(textsSince(before)[0]).toContain('Câu 4/8');
    expect(textsSince(before)[1]).toMatch(/Không phải tiền vay[\s\S]*Câu 4\/8/);
  });

  it('an answer whose arrival nobody can know is not repeated when she goes on', async () => {
    telegram.fail('sendMessage', { kind: 'drop-after' });
    expect(await say('Tài Hoan')).toContain('Câu 5/8');
    expect(await tap('Hợp tác xã')).toContain('Câu 6/8');
    expect(textsSince(0).filter((text) => text.includes('Câu 5/8'))).toHaveLength(1);
  });

  it('both photos of an album are taken and answered once, what is no photo is told, and only her own card is her number', async () => {
    const photo = await paper();
    const before = lan.received.length;
    lan.sendsAlbum([photo, await paper({ width: 900 })], 'báo giá');
    await expect.poll(() => lan.received.length, PATIENT).toBe(before + 1);
    expect(textsSince(before)[0]).toMatch(/Đã nhận ảnh[\s\S]*Câu 6\/8/);
    expect(await answerTo(() => lan.sendsPhoto(new Uint8Array(3)))).toMatch(/chưa mở được ảnh[\s\S]*Câu 6\/8/);

    expect(await say('Nguyễn Thị Lan')).toContain('Câu 7/8');
    expect(await answerTo(() => lan.sharesContact('+84900000002', 'other'))).toContain('Câu 7/8');
    lan.sharesContact('+84900000001');
    // The keyboard that offered to share it may be taken away by a message of its own.
    await expect.poll(() => lan.last()?.text, PATIENT).toContain('Câu 8/8');
    expect(await say('400tr')).toMatch(/2 ảnh[\s\S]*xem lại phiếu/);
  });

  it('there is one code, however often and however late a button is tapped', async () => {
    code = /KC-\d{4}-\d{4}/.exec(await tap('Gửi phiếu'))?.[0] ?? '';
    expect(code).toMatch(/-0001$/);
    expect(await tap('Gửi phiếu')).toContain(`Mã phiếu vẫn là ${code}`);
    expect(await end('SIGINT')).toBe(0);
    await start();
    expect(await tap('Gửi phiếu')).toContain(`Mã phiếu vẫn là ${code}`);
    expect(await tap('Đúng')).toMatch(new RegExp(`${code} đã gửi rồi`));
    expect(await say('phieu cua toi')).toContain(code);
  });

  it('an officer reads it, writes back, and she hears', async () => {
    expect(await say('gap can bo')).toContain('cần hỏi cán bộ điều gì');
    expect(await say('xuong toi gan benh vien thi co sao khong')).toContain('Đã chuyển cho cán bộ');

    const office = await enterConsole(assistant);
    const rows = z.object({
      items: z.array(z.object({ id: z.string(), code: z.string().optional(), isSample: z.boolean() })),
    });
    const hers = async (list: string) => rows.parse(await office.read(list)).items.filter(({ isSample }) => !isSample);
    const requests = await hers('/requests');
    expect(requests.map((request) => request.code)).toEqual([code]);
    expect(JSON.stringify(await office.read(`/requests/${requests[0]?.id}`))).toContain('Tài Hoan');

    const [question] = await hers('/questions');
    const answer = 'Xưởng của chị vẫn gửi phiếu được.';
    const before = lan.received.length;
    await office.write(`/questions/${question?.id}/answer`, { text: answer });
    await expect.poll(() => textsSince(before).join(), PATIENT).toContain(answer);
    expect(textsSince(before)).toHaveLength(1);
  });

  it('nothing of her and no secret is in the log', () => {
    const logged = output + assistant.output();
    const secret = telegram.token.split(':')[1] ?? '';
    for (const word of [secret, '900000001', 'Nguyễn Thị Lan', 'Tài Hoan', 'my phuong', 'benh vien', String(lan.id)]) {
      expect(logged).not.toContain(word);
    }
  });
});
