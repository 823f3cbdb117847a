import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWERS, codeIn, keyOf, prepareRequestHouse } from './request-house.ts';

const house = prepareRequestHouse();
const { begun, dossiersOf, kindsOf, answersOf } = house;

describe('old buttons', () => {
  it('of an earlier question change that answer and leave the person where they stand', async () => {
    const lan = await begun(0);
    const trademark = keyOf(lan, 'Nhãn hiệu');
    for (const text of ANSWERS.slice(0, 3)) await lan.type(text);
    await lan.tap(trademark);
    const reply = await lan.pick('Làm nhãn hiệu');
    expect(reply.text).toContain('Đã ghi: Làm nhãn hiệu.');
    expect(reply.text).toContain('Câu 4/8');
    expect(await answersOf(lan)).toMatchObject({ need: 'trademark' });
  });

  it('of a request that was sent change nothing and say where it is', async () => {
    const lan = await begun(0);
    const trademark = keyOf(lan, 'Nhãn hiệu');
    for (const text of ANSWERS) await lan.type(text);
    const code = codeIn((await lan.pick('Gửi phiếu')).text);
    const before = await answersOf(lan);
    expect((await lan.tap(trademark)).text).toContain(`Phiếu ${code} đã gửi rồi`);
    expect(await answersOf(lan)).toEqual(before);
  });

  it('of a request that was sent do not reach into the next one', async () => {
    const lan = await begun(0);
    const trademark = keyOf(lan, 'Nhãn hiệu');
    for (const text of ANSWERS) await lan.type(text);
    await lan.pick('Gửi phiếu');
    house.clock.advance(1000);
    await lan.tap('register:new');
    await lan.pick('Cơ sở khác');
    await lan.tap(trademark);
    expect((await dossiersOf(lan))[1]?.answers).toEqual([]);
  });

  it('of another person, or made up, are answered and change nothing', async () => {
    const lan = await begun(2);
    const [dossier] = await dossiersOf(lan);
    const mai = await begun(1);
    const keys = [
      `register:continue:${dossier?.id}`,
      `register:discard:${dossier?.id}`,
      `register:anew:${dossier?.id}`,
      'register:continue:nonsense',
      'register:answer:request.1.zzzz:need:machinery',
      'register:answer::::',
      'register:answer',
      'register:consent:yes',
      'register:nothing',
      'register:',
    ];
    for (const key of keys) expect((await mai.tap(key)).text, key).toMatch(/\S/);
    expect(await kindsOf(lan)).toEqual([['started']]);
    expect(await kindsOf(mai)).toEqual([['started']]);
  });
});

describe('every (state, input)', () => {
  it('has exactly one reply that says something, and no answer is ever lost', async () => {
    const move = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ...ANSWERS,
          'đúng',
          'không',
          'xã Mỹ Phương',
          'ba bể',
          '01200000001',
          '5',
          'chưa rõ',
          'đồng ý',
          'không đồng ý',
          '?',
          'a'.repeat(1500),
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('1', '2', '3', '9', 'quay lại', 'đọc lại', 'dừng', 'menu', 'huỷ', 'gửi'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'key:register:start',
          'key:menu:resume',
          'key:my-dossiers:list',
          'photo',
          'sticker',
          'choice:0',
          'choice:1',
          'choice:last',
        ),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 20 }), async (moves) => {
        const lan = await begun(0);
        let most = 0;
        for (const each of moves) {
          const { choices } = lan.last();
          const picked = each === 'choice:0' ? choices[0] : each === 'choice:1' ? choices[1] : choices.at(-1);
          const reply =
            each === 'photo'
              ? await lan.sendPhotos(1)
              : each === 'sticker'
                ? await lan.sendSticker()
                : each.startsWith('key:')
                  ? await lan.tap(each.slice(4))
                  : each.startsWith('choice:')
                    ? await lan.tap(picked?.key ?? 'menu:show')
                    : await lan.type(each);
          expect(reply.text).toMatch(/\S/);
          for (const { key } of reply.choices) expect(new TextEncoder().encode(key).length).toBeLessThanOrEqual(64);
          const kept = (await dossiersOf(lan)).reduce((sum, { answers }) => sum + answers.length, 0);
          expect(kept).toBeGreaterThanOrEqual(most);
          most = kept;
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
