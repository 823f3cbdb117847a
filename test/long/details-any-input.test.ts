import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerKey } from '../../bot/conversation/topics/form/keys.ts';
import { backKey } from '../../bot/conversation/topics/photos/keys.ts';
import { readPhotos } from '../../core/applications/photos.ts';
import { PROGRAMMES } from '../../core/programmes/programmes.ts';
import type { Decision } from '../../staff/requests/decision.ts';
import { prepareRequestHouse } from '../bot/topics/request-house.ts';
import type { Talker } from '../bot/topics/talker.ts';

const house = prepareRequestHouse();

const TEXTS = [
  ...['chưa có', 'Trần Văn Nam', 'xã Mỹ Phương', 'Côn Minh', '5', 'khoảng 12 người', 'Lò sấy 500kg', 'mới', '300tr'],
  ...[
    'hết rồi',
    'quý 2 năm sau',
    'chưa',
    'xong',
    'để sau',
    'đúng',
    'không',
    '0900000002',
    'báo giá',
    'gửi lại',
    'vâng',
  ],
  ...['máy cũ có được hỗ trợ không', 'cảm ơn', 'bot ngu', '?', 'phiếu của tôi', 'a'.repeat(1500)],
];
const COMMANDS = ['1', '2', '3', '11', '12', 'quay lại', 'đọc lại', 'dừng', 'menu', 'huỷ', 'làm tiếp'];
const DECISIONS: Record<'claim' | 'return' | 'accept', Decision> = {
  claim: { action: 'claim' },
  return: {
    action: 'return',
    items: [
      { questionId: 'quotation', remark: 'mờ' },
      { questionId: 'phone', remark: 'gọi không được' },
    ],
  },
  accept: { action: 'accept' },
};

type Move =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; order: number }
  | { kind: 'photos' | 'sticker' | 'open' | 'resume' }
  | { kind: 'officer'; decision: keyof typeof DECISIONS };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS).map((text) => ({ kind: 'text' as const, text })) },
  { weight: 3, arbitrary: fc.constantFrom(...COMMANDS).map((text) => ({ kind: 'text' as const, text })) },
  { weight: 4, arbitrary: fc.nat({ max: 11 }).map((order) => ({ kind: 'choice' as const, order })) },
  { weight: 3, arbitrary: fc.constantFrom('photos', 'sticker', 'open', 'resume').map((kind) => ({ kind }) as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('claim', 'return', 'accept').map((decision) => ({ kind: 'officer', decision }) as const),
  },
);

async function make(talker: Talker, applicationId: string, each: Move) {
  const { choices } = talker.last();
  switch (each.kind) {
    case 'text': {
      // A number may choose to take a photo away, which is asked for as well.
      const isRemoval = choices[Number(each.text) - 1]?.key.startsWith('photos:') === true;
      return await talker.type(isRemoval ? 'đọc lại' : each.text);
    }
    case 'photos':
      return await talker.sendPhotos(1);
    case 'sticker':
      return await talker.sendSticker();
    case 'open':
      return await talker.tap(`details:open:${applicationId}`);
    case 'resume':
      return await talker.tap('menu:resume');
    case 'officer':
      // What the status does not allow is refused to the officer, and the person hears nothing.
      await house.decide(talker, DECISIONS[each.decision]).catch(() => undefined);
      return undefined;
    case 'choice': {
      const key = choices[each.order % Math.max(choices.length, 1)]?.key ?? 'menu:show';
      // Deleting and withdrawing take things away because they are asked to.
      return await talker.tap(/delete|withdraw|discard|photos:/.test(key) ? 'menu:show' : key);
    }
  }
}

describe('details, at every (state, input)', () => {
  it('give exactly one reply that says something, and lose no answer and no photo', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(move, { minLength: 8, maxLength: 25 }), async (isBack, moves) => {
        const lan = await house.sent('Bổ sung hồ sơ cho đủ');
        const [{ id } = { id: '' }] = await house.dossiersOf(lan);
        if (isBack) {
          await house.decide(lan, DECISIONS.claim);
          await house.decide(lan, DECISIONS.return);
        }
        let answered: string[] = [];
        let photos: string[] = [];
        for (const each of moves) {
          const reply = await make(lan, id, each);
          if (reply === undefined) continue;
          expect(reply.text).toMatch(/\S/);
          expect(reply.text).not.toMatch(/undefined|\[object|\{\{|NaN|trục trặc|details:|register:/);
          const answers = (await house.dossiersOf(lan)).flatMap((dossier) => dossier.answers);
          const nowAnswered = answers.map(({ applicationId, questionId }) => `${applicationId}/${questionId}`);
          expect(nowAnswered).toEqual(expect.arrayContaining(answered));
          const nowPhotos = [...new Set(answers.flatMap(({ value }) => readPhotos(value)))];
          expect(nowPhotos).toEqual(expect.arrayContaining(photos));
          const isTaken = each.kind === 'photos' && /Đã nhận(?:,| \d)|giữ cùng phiếu|Ghi vào mục/.test(reply.text);
          expect(nowPhotos).toHaveLength(photos.length + (isTaken ? 1 : 0));
          answered = nowAnswered;
          photos = nowPhotos;
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe('the keys of details', () => {
  it('stay within 64 bytes, whatever question back they belong to', () => {
    for (const { details } of PROGRAMMES) {
      for (const { id } of details?.questions ?? []) {
        const key = answerKey(
          { questionId: id, option: '.pick.999.12' },
          { topic: 'details', form: { id: details?.id ?? '', version: 99, questions: [] }, applicationId: 'aaaa' },
        );
        expect(Buffer.byteLength(key), key).toBeLessThanOrEqual(64);
        const photo = backKey({ applicationId: 'aaaa', questionId: id, fileId: 'bbbbbbbb', place: 99 });
        expect(Buffer.byteLength(photo), photo).toBeLessThanOrEqual(64);
      }
    }
  });
});
