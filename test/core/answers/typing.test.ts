import { describe, expect, it } from 'vitest';
import { findReadings, findRegional } from '../../../core/answers/typing/abbreviations.ts';
import { normaliseTyping } from '../../../core/answers/typing/normalise.ts';
import { costOfOneSlip } from '../../../core/answers/typing/one-slip.ts';
import { isSyllableShape } from '../../../core/answers/typing/syllable-shape.ts';
import { splitSyllables } from '../../../core/answers/typing/syllables.ts';
import { foldTelex } from '../../../core/answers/typing/telex.ts';

describe('one form for one text', () => {
  it('takes both Unicode forms, both places of the tone, and capitals for the same', () => {
    const forms = ['Hoà Thuỷ', 'hòa thủy', 'HÒA THỦY', 'Hoà Thuỷ'.normalize('NFD')].map(normaliseTyping);
    expect(new Set(forms)).toEqual(new Set(['hòa thủy']));
  });

  it('leaves the tone where there is only one place for it', () => {
    expect(normaliseTyping('hoàn quý toán')).toBe('hoàn quý toán');
  });

  it('drops invisible characters and drawn-out letters', () => {
    expect(normaliseTyping('  được\u200b  kh\u00adông\u00a0ạaaaa ')).toBe('được không ạa');
  });
});

describe('syllables', () => {
  it('keep numbers and the numbers of documents whole', () => {
    const exact = splitSyllables('Thông tư 28/2018/TT-BTC, máy 1.000 triệu (400tr)').map((syllable) => syllable.exact);
    expect(exact).toEqual(['thông', 'tư', '28/2018/tt-btc', 'máy', '1.000', 'triệu', '400', 'tr']);
  });

  it.each(['nghiêng', 'khuỷu', 'quyển', 'giường', 'yêu', 'thuở', 'oanh', 'xoong'])('"%s" is built like one', (word) => {
    expect(splitSyllables(word).every(({ folded }) => isSyllableShape(folded))).toBe(true);
  });

  it.each(['dk', 'htx', 'dduwocj', 'pgep', 'thii', 'laptop'])('"%s" is not', (word) => {
    expect(isSyllableShape(word)).toBe(false);
  });
});

describe('what a phone leaves in a word', () => {
  it.each([
    ['dduwowcj', 'duoc'],
    ['thaamr', 'tham'],
    ['ddown', 'don'],
    ['hoox', 'ho'],
    ['trowj', 'tro'],
  ])('telex %s is %s', (typed, meant) => {
    expect(foldTelex(typed)).toBe(meant);
  });

  it.each([
    ['ma1y sa61y mie61n 400tr d9uo75c ho64 tro75', 'may say mien 400 tr duoc ho tro'],
    ['may1 say61 che2 d9uoc75 400 trieu65', 'may say che duoc 400 trieu'],
    ['mua ma1y 2ty, 1ty2, c4, ND45, 1 ty2', 'mua may 2 ty 1 ty 2 c 4 nd 45 1 ty 2'],
    ['dieu4 khoan2, co2, h2o, covid19', 'dieu 4 khoan 2 co 2 h 2 o covid 19'],
  ])('takes the digits of VNI out of syllables, and no others: %s', (typed, meant) => {
    expect(
      splitSyllables(typed)
        .map(({ folded }) => folded)
        .join(' '),
    ).toBe(meant);
  });

  it('finds one slip, and says nothing of two', () => {
    expect(costOfOneSlip('phep', 'pgep')).toBe(0);
    expect(costOfOneSlip('nhan', 'nahn')).toBe(0);
    expect(costOfOneSlip('sai', 'si')).toBe(0.3);
    expect(costOfOneSlip('khong', 'khhong')).toBe(0);
    expect(costOfOneSlip('khong', 'kohgn')).toBeUndefined();
    expect(costOfOneSlip('may', 'may')).toBeUndefined();
  });

  it('knows shortenings, and that some have several readings', () => {
    expect(findReadings('hkd')).toEqual(['hộ kinh doanh']);
    expect(findReadings('dk').length).toBeGreaterThan(1);
    expect(findReadings('toString')).toEqual([]);
  });

  it('knows regional words, by their accents where they were typed', () => {
    expect(findRegional('mô', 'mo')).toContain('đâu');
    expect(findRegional('mo', 'mo')).toContain('đâu');
    expect(findRegional('mở', 'mo')).toEqual([]);
  });
});
