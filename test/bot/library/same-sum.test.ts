import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../bot/library/load-library.ts';
import { phraseAdvice } from '../../../bot/library/phrase-advice.ts';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { advise } from '../../../core/programmes/advise.ts';
import type { Programme } from '../../../core/programmes/programme.ts';
import { findProgramme, PROGRAMMES } from '../../../core/programmes/programmes.ts';
import { fold } from '../../../core/text/fold.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { wordsFor } from '../../../locales/words.ts';

const knowledge = await readKnowledge({ root: projectRoot });
const library = buildLibrary(knowledge);
const speaker = { words: wordsFor('vi'), locale: 'vi' as const, library };
const date = '2026-11-23';
const MILLION = 1_000_000;

/** A wish as people say it; the same words are a question once "được hỗ trợ bao nhiêu" follows. */
const WISHES: readonly [string, string, Record<string, string>?][] = [
  ['advanced-equipment', 'mua máy sấy miến'],
  ['advanced-equipment', 'mua dây chuyền sấy miến'],
  ['advanced-equipment', 'mua dây chuyền máy đóng chai'],
  ['technical-demonstration-model', 'làm mô hình trình diễn'],
  ['cleaner-production', 'làm sản xuất sạch hơn'],
  ['trademark', 'đăng ký nhãn hiệu'],
  ['packaging-consulting', 'thiết kế bao bì'],
];
/** At the ceilings of machines, lines, models, cleaner production, trademarks and advice; a million below and above; a little; a lot. */
const SUMS = [20, 69, 70, 71, 400, 599, 600, 601, 899, 900, 901, 1666, 1667, 3333, 3334, 5000];
const PROVINCES = ['19', '12'];

function reviewed(programme: Programme, wish: string, vnd: number, province: string) {
  const kept = { ...programme.readWish?.(wish, { hasPrice: true }), price: { minVnd: vnd, maxVnd: vnd } };
  return advise(knowledge, { programme, kept, date, province });
}

describe.each(WISHES)('%s: "%s"', (id, words) => {
  const programme = findProgramme(id) as Programme;

  it.each(PROVINCES)(
    'the review names the sums, rates and sources that the question is answered with, in province %s',
    (province) => {
      for (const million of SUMS) {
        for (const wish of [words, fold(words)]) {
          const asked = library.ask({
            text: `${wish} ${million} triệu được hỗ trợ bao nhiêu`,
            provinceCode: province,
            date,
          });
          const told = reviewed(programme, wish, million * MILLION, province).estimate?.sums ?? [];
          expect(asked.kind, `${wish} ${million}`).toBe('amount');
          const amounts = asked.kind === 'amount' ? asked.amounts : [];
          expect(
            told.map(({ rate, support }) => [rate.id, support.maxVnd]),
            `${wish} ${million}`,
          ).toEqual(amounts.map(({ rate, amountVnd }) => [rate.id, amountVnd]));
        }
      }
    },
  );
});

describe('what the review tells of a sum', () => {
  const told = (id: string, wish: string, million: number): string =>
    phraseAdvice(speaker, reviewed(findProgramme(id) as Programme, wish, million * MILLION, '19')).at(-1) ?? '';

  it('a line is told the ceiling of lines, the own part it leaves, and that the share is assumed', () => {
    expect(told('advanced-equipment', 'mua dây chuyền sấy', 900)).toBe(
      'Có thể được hỗ trợ tối đa 450 triệu đồng (Thông tư 28/2018/TT-BTC, Điều 8, khoản 4), anh/chị cần khoảng 450 triệu đồng vốn của mình; cán bộ sẽ xác nhận. Văn bản chỉ ghi trần 450 triệu đồng; Trợ lý tính theo 50 % giá như với máy.',
    );
  });

  it('machines of which nobody said that they are a line are told both ceilings, where these differ', () => {
    expect(told('advanced-equipment', 'mua máy móc', 900)).toContain('tối đa 300 triệu đồng');
    expect(told('advanced-equipment', 'mua máy móc', 900)).toContain(
      'Nếu là cả một dây chuyền thì tối đa 450 triệu đồng.',
    );
    expect(told('advanced-equipment', 'mua máy móc', 600)).not.toContain('dây chuyền');
    expect(told('advanced-equipment', 'mua máy sấy miến', 900)).not.toContain('dây chuyền');
  });

  it('a rate that was never read in its source is told with that caution, as the question is answered', () => {
    expect(told('trademark', 'làm nhãn hiệu', 60)).toContain(
      'tối đa 30 triệu đồng (Thông tư 28/2018/TT-BTC, Điều 8 (chưa đối chiếu văn bản))',
    );
  });

  it('a kind of support whose rate cannot be computed is named no sum, with every price', () => {
    const withSum = new Set(WISHES.map(([id]) => id));
    for (const programme of PROGRAMMES.filter(({ id }) => !withSum.has(id))) {
      expect(reviewed(programme, '', 100 * MILLION, '19').estimate, programme.id).toBeUndefined();
    }
  });
});
