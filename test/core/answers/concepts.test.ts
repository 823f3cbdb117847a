import { describe, expect, it } from 'vitest';
import { OUTSIDE_TOPICS } from '../../../core/answers/asking/outside-topics.ts';
import { CONCEPTS } from '../../../core/answers/typing/concepts.ts';
import { readConcepts } from '../../../core/answers/typing/read-concepts.ts';
import { splitSyllables } from '../../../core/answers/typing/syllables.ts';

function read(text: string): string {
  const syllables = splitSyllables(text);
  const isAccented = syllables.some(({ exact, folded }) => exact !== folded);
  return readConcepts(syllables, isAccented, (syllable) => syllable)
    .map(({ exact }) => exact)
    .join(' ');
}

describe('everyday words', () => {
  it.each([
    ['muốn sắm máy sấy', 'muốn mua máy sấy'],
    ['cần giấy má gì', 'cần giấy tờ gì'],
    ['được cho mấy triệu', 'được cho bao nhiêu tiền'],
    ['mất mấy tháng', 'mất bao lâu'],
    ['may dong goi', 'máy đóng gói'],
    ['mở công ty', 'thành lập doanh nghiệp'],
  ])('"%s" is read as "%s"', (said, meant) => {
    expect(read(said)).toBe(meant);
  });

  it.each([
    'nhân sâm',
    'máy đóng gói',

    'bao nhiêu tiền',
    'đến huyện',
    'lúa gạo',
    'dau lac',
    'chủ cơ sở',
  ])('"%s" stays what it is', (text) => {
    expect(read(text)).toBe(text);
  });

  it('are read the same when they are read again', () => {
    for (const { name, items } of CONCEPTS) {
      for (const text of [name, ...items]) expect(read(read(text))).toBe(read(text));
    }
  });

  it('have one meaning each', () => {
    const said = CONCEPTS.flatMap(({ items }) => items);
    expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
  });
});

describe('outside topics', () => {
  it('are many, and none is named twice', () => {
    const names = OUTSIDE_TOPICS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(40);
    expect(OUTSIDE_TOPICS.filter(({ items }) => items.length < 4)).toEqual([]);
  });
});
