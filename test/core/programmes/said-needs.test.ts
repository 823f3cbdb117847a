import { describe, expect, it } from 'vitest';
import { answerForm } from '../../../core/forms/answer-form.ts';
import { choicesValue } from '../../../core/forms/values.ts';
import { supportRequest } from '../../../core/programmes/support-request.ts';
import { fold } from '../../../core/text/fold.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';
import { tools as clubTools } from '../forms/tennis-club.ts';

const { form } = supportRequest;
const tools = { ...clubTools, say: (saying: Parameters<typeof clubTools.say>[0]) => say(wordsFor('vi'), 'vi', saying) };

/** What is kept, and what is asked back, when a text answers the first question. */
function read(text: string) {
  const state = { at: 'need', misses: 0, serial: 0, isEditing: false };
  const step = answerForm({ form, state, answers: {}, tools, input: { kind: 'text', text } });
  const kept = (id: string) => step.changes.find(({ questionId }) => questionId === id)?.value;
  const also = choicesValue.safeParse(kept('also')).data?.optionIds ?? [];
  return {
    needs: [kept('need') ?? [], also].flat(),
    offered: step.state.pending?.options.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  };
}

describe('several needs in one message', () => {
  it.each([
    ['có 2 việc: vừa muốn mua máy sấy vừa làm bao bì', ['machinery', 'packaging']],
    ['vừa muốn mua máy vừa muốn học quản lý', ['machinery', 'management-training']],
    ['em có hai việc ạ: 1 là máy sấy lạnh, 2 là làm nhãn mác', ['machinery', 'packaging']],
    [
      'bên mình cần: - máy ép gạch không nung - thiết kế bao bì - bán hàng online',
      ['machinery', 'packaging', 'showroom'],
    ],
    ['cần 2 thứ máy sấy bao bì', ['machinery', 'packaging']],
    ['muốn cả máy lẫn đi hội chợ', ['machinery', 'fair']],
    ['1. mua máy 2. đăng ký nhãn hiệu', ['machinery', 'trademark']],
  ])('"%s" are all heard, with and without marks', (text, needs) => {
    expect(read(text).needs).toEqual(needs);
    expect(read(fold(text)).needs).toEqual(needs);
  });

  it('a line that is made to be shown is asked about', () => {
    expect(read('làm thử dây chuyền miến cho bà con xem')).toMatchObject({
      needs: [],
      offered: ['demonstration', 'machinery'],
    });
  });

  it.each(['lam cai nhan voi bao bi', 'làm nhãn với bao bì'])(
    '"%s" may be a trademark: which of them is asked',
    (text) => {
      expect(read(text)).toMatchObject({ needs: [], offered: ['trademark', 'packaging'] });
    },
  );

  it('what only names one thing by another is still asked back', () => {
    expect(read('máy đóng gói bao bì')).toMatchObject({ needs: [], offered: ['machinery', 'packaging'] });
  });
});

describe('a word that is part of another', () => {
  it.each([
    ['nhà máy em muốn làm sản xuất sạch hơn', ['cleaner-production']],
    ['muốn học nghề may', ['vocational-training']],
    ['chế tạo máy băm cỏ, muốn đi hội chợ', ['fair']],
    ['làm phần mềm quản lý kho', ['showroom']],
    ['bán hàng trên mạng, tiktok', ['showroom']],
    ['mở lớp dạy nghề đan lát mây tre', ['vocational-training']],
    ['đào tạo 30 thợ vận hành máy sao chè', ['vocational-training']],
    ['giờ muốn lên công ty', ['startup']],
    ['làm cái phòng bày hàng', ['showroom']],
    ['mở gian hàng trên shopee', ['showroom']],
    ['giờ muốn dạy cho 12 cháu trong xã', ['vocational-training']],
    ['xưởng bún hôi quá, muốn làm bể xử lý', ['cluster']],
    ['muốn được công nhận sản phẩm, treo bằng khen ở cửa hàng', ['typical-product']],
    ['ba anh em định góp vốn mở cơ sở chế biến măng', ['startup']],
    ['cần người chỉ cho cách ghi chép thu chi', ['management-training']],
    ['máy hút chân không, hội chợ, quay clip bán hàng', ['machinery', 'fair', 'showroom']],
  ])('"%s" names only what is meant', (text, needs) => {
    expect(read(text).needs).toEqual(needs);
    expect(read(fold(text)).needs).toEqual(needs);
  });
});

describe('a word with its marks', () => {
  it.each(['nhà em làm nghề mây', 'rổ rá, đồ mây', 'ngày mấy thì nộp'])('"%s" has no machine in it', (text) => {
    expect(read(text)).toEqual({ needs: [], offered: undefined });
  });

  it.each(['mua máy', 'mua MÁY nghiền', 'may nghien da'])('"%s" has one', (text) => {
    expect(read(text).needs).toEqual(['machinery']);
  });
});

describe('what is hard', () => {
  it.each([
    ['hàng làm ra không bán được', 'fair'],
    ['thiếu thợ lành nghề', 'vocational-training'],
    ['điện tốn quá', 'cleaner-production'],
    ['toàn làm tay, làm không kịp', 'machinery'],
    ['sợ bị nhái tên', 'trademark'],
  ])('"%s" is answered with the needs that help, and none is taken unasked', (text, likeliest) => {
    for (const typed of [text, fold(text)]) {
      const { needs, offered } = read(typed);
      expect(needs).toEqual([]);
      expect(offered?.[0]).toBe(likeliest);
    }
  });

  it.each(['chưa biết cần gì', 'không biết nên chọn cái nào', 'em chưa rõ nên xin hỗ trợ gì ạ'])(
    '"%s" leads to the list of what is hard',
    (text) => {
      expect(read(text).offered).toContain('machinery');
      expect(read(fold(text)).offered).toContain('other');
    },
  );
});
