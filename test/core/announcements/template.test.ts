import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, parseTemplate } from '../../../core/announcements/template.ts';

const KNOWN = { name: 'chị Hoa', commune: 'xã Côn Minh' };
const filled = (text: string): string => fillTemplate(parseTemplate(text).parts, KNOWN);

describe('a text with variables', () => {
  it.each([
    ['Chào {tên}, lớp mở ở {xã}.', 'Chào chị Hoa, lớp mở ở xã Côn Minh.'],
    ['{Ten} ơi. {XÃ} có lớp.\n{xa} họp', 'Chị Hoa ơi. Xã Côn Minh có lớp.\nXã Côn Minh họp'],
    ['Không có gì để điền', 'Không có gì để điền'],
  ])('"%s" is filled in, with or without marks, a capital where a sentence begins', (text, expected) => {
    expect(parseTemplate(text).faults).toEqual([]);
    expect(filled(text)).toBe(expected);
  });

  it.each([
    ['Chào {tên người}', '{tên người}'],
    ['Chào {tenn}', '{tenn}'],
    ['Chào {}', '{}'],
    ['Chào {tên', '{tên'],
    ['Chào tên}', '}'],
    ['Chào {{tên}}', '{'],
  ])('"%s" is faulty, and says where', (text, fault) => {
    expect(parseTemplate(text).faults).toContain(fault);
  });

  it('never breaks, and what is filled in is never read as a variable', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('{tên}', '{xã}', '{', '}', '{lạ}', '\n'));
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (text, typed) => {
        const { parts } = parseTemplate(text.join(''));
        const name = `a${typed.join('')}`;
        const [bare, long] = [
          fillTemplate(parts, { name: 'a', commune: 'b' }),
          fillTemplate(parts, { name, commune: 'b' }),
        ];
        const times = parts.filter((part) => 'variable' in part && part.variable === 'name').length;
        expect(long.length - bare.length).toBe(times * (name.length - 1));
      }),
    );
  });
});
