import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openTalk } from '../../host/talk/open-talk.ts';

const START = new Date('2026-11-23T02:00:00Z');
const ANSWERS: Readonly<Record<string, string>> = {
  need: 'mua máy sấy miến',
  product: 'Miến dong',
  commune: 'xã Côn Minh, Na Rì',
  establishment: 'Hợp tác xã Tài Hoan',
  'legal-form': 'hợp tác xã',
  'contact-name': 'Nguyễn Thị Hoa',
  phone: '0900000001',
  price: '400tr',
};
/** What can be told before it is asked, since it is known by itself. */
const EARLY = ['phone', 'price', 'commune'];
const ASKED: readonly [RegExp, string][] = [
  [/có đồng ý không\?|gõ "đồng ý" hoặc/, 'consent'],
  [/xem lại phiếu/, 'review'],
  [/[Đđ]úng không ạ/, 'confirm'],
  [/cần hỗ trợ việc gì/, 'need'],
  [/làm ra sản phẩm gì/, 'product'],
  [/Cơ sở ở xã, phường nào/, 'commune'],
  [/Cơ sở của anh\/chị tên là gì/, 'establishment'],
  [/đăng ký theo loại nào/, 'legal-form'],
  [/Cán bộ liên hệ với ai/, 'contact-name'],
  [/Số điện thoại để cán bộ gọi lại/, 'phone'],
  [/khoảng bao nhiêu tiền/, 'price'],
];

/** What somebody does in one round: answers what is asked, says something early or once more, or does something else. */
type Move = { kind: 'answer' } | { kind: 'early'; id: string } | { kind: 'again' } | { kind: 'aside'; text: string };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Move>({ kind: 'answer' }) },
  { weight: 2, arbitrary: fc.constantFrom(...EARLY).map((id): Move => ({ kind: 'early', id })) },
  { weight: 2, arbitrary: fc.constant<Move>({ kind: 'again' }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('dừng', 'menu', 'đọc lại', 'cảm ơn', 'máy cũ có được hỗ trợ không', 'quay lại')
      .map((text): Move => ({ kind: 'aside', text })),
  },
);
const ROUNDS = 12;
const plan = fc.array(move, { minLength: ROUNDS, maxLength: ROUNDS });
/** Hours that pass before each round, for all at once: thirty days in all at the most. */
const delays = fc.array(fc.constantFrom(0, 0, 0, 0, 1, 26, 150), { minLength: ROUNDS, maxLength: ROUNDS });
/** The same lives in every run; `SEED=…` tries others. */
const SEED = Number(process.env.SEED ?? 20_261_122);
const PEOPLE = 8;
/** Thirty days in 55 steps: each falls at another time of day. */
const STEP_MS = 13 * 3_600_000;

it('the same answers in any order, said again, or weeks apart with reminders in between give the same dossier', {
  timeout: 1_200_000,
}, async () => {
  const life = fc.tuple(fc.array(plan, { minLength: PEOPLE, maxLength: PEOPLE }), delays);
  await fc.assert(
    fc.asyncProperty(life, async ([plans, hours]) => {
      const asked = new Map<string, string>();
      const lastSaid = new Map<string, string>();
      const talk = await openTalk({
        startAt: START,
        stepMs: STEP_MS,
        print: ({ address, content }) => {
          const found = ASKED.find(([words]) => words.test(content.text));
          if (found !== undefined) asked.set(address, found[1]);
        },
      });
      const say = async (who: string, text: string): Promise<void> => {
        lastSaid.set(who, text);
        await talk.say(who, { kind: 'text', text });
      };
      const answer = async (who: string): Promise<void> => {
        const question = asked.get(who) ?? '';
        const said = { consent: 'đồng ý', review: 'gửi', confirm: 'đúng' }[question] ?? ANSWERS[question] ?? 'làm tiếp';
        await say(who, said);
      };
      const isSent = async (who: string): Promise<boolean> => (await sent(talk, who)).length > 0;

      try {
        const people = plans.map((_, number) => `person-${number}`);
        for (const who of people) {
          await say(who, 'đăng ký hỗ trợ');
          await answer(who);
        }
        let passed = 0;
        for (let round = 0; round < ROUNDS; round += 1) {
          const pause = Math.min(hours[round] ?? 0, 30 * 24 - passed);
          passed += pause;
          if (pause > 0) await talk.advance(Temporal.Duration.from({ hours: pause }));
          for (const [number, who] of people.entries()) {
            const next = plans[number]?.[round] ?? { kind: 'answer' };
            if (await isSent(who)) continue;
            if (next.kind === 'answer') await answer(who);
            if (next.kind === 'early') await say(who, ANSWERS[next.id] ?? '');
            if (next.kind === 'again') await say(who, lastSaid.get(who) ?? '');
            if (next.kind === 'aside') await talk.say(who, { kind: 'text', text: next.text });
          }
        }
        for (const who of people) {
          for (let more = 0; more < 40 && !(await isSent(who)); more += 1) {
            await talk.say(who, { kind: 'text', text: 'làm tiếp' });
            await answer(who);
          }
        }
        for (const who of people) {
          const [dossier, another] = await sent(talk, who);
          expect(another, who).toBeUndefined();
          const values = Object.fromEntries(
            (dossier?.answers ?? []).map(({ questionId, value }) => [questionId, value]),
          );
          expect(values, `${who}: ${JSON.stringify(plans[people.indexOf(who)])}`).toEqual({
            need: 'machinery',
            product: 'Miến dong',
            commune: expect.objectContaining({ commune: 'Xã Côn Minh' }),
            establishment: 'Hợp tác xã Tài Hoan',
            'legal-form': 'cooperative',
            'contact-name': 'Nguyễn Thị Hoa',
            phone: '0900000001',
            price: { minVnd: 400_000_000, maxVnd: 400_000_000 },
          });
        }
      } finally {
        await talk.close();
      }
    }),
    { numRuns: 3, seed: SEED, endOnFailure: true },
  );
});

async function sent({ db }: Awaited<ReturnType<typeof openTalk>>, address: string) {
  return await db.application.findMany({
    where: { code: { not: null }, person: { contacts: { some: { address } } } },
    include: { answers: true },
  });
}
