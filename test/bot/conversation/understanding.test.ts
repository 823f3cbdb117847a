import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, MAX_TEXT_LENGTH } from '../../../bot/conversation/clean-text.ts';
import { isPlainStop, readCommand } from '../../../bot/conversation/five-words.ts';
import { pickChoice } from '../../../bot/conversation/pick-choice.ts';
import { readConversation } from '../../../bot/conversation/state.ts';
import { fold } from '../../../core/text/fold.ts';

const CHOICES = [
  { key: 'a', label: 'Hỏi về hỗ trợ' },
  { key: 'b', label: 'Gửi phiếu nhu cầu' },
  { key: 'c', label: 'Đúng' },
];

describe('a typed choice', () => {
  it.each([
    ['2', 'b'],
    ['2.', 'b'],
    ['２', 'b'],
    ['số 2', 'b'],
    ['so 2 a', 'b'],
    ['chọn số 1', 'a'],
    ['gui phieu nhu cau', 'b'],
    ['GỬI PHIẾU NHU CẦU!', 'b'],
    ['dung', 'c'],
    ['đúng ạ'.replace(' ạ', ''), 'c'],
  ])('%s is the choice it names', (text, key) => {
    expect(pickChoice(CHOICES, text)?.key).toBe(key);
    expect(pickChoice(CHOICES, text.normalize('NFD'))?.key).toBe(key);
  });

  it.each(['4', '0', '22', '2 triệu', '400', 'gửi', '', '...'])('%s is none', (text) => {
    expect(pickChoice(CHOICES, text)).toBeUndefined();
  });

  it('is nothing while no choice is pending', () => {
    expect(pickChoice([], '1')).toBeUndefined();
  });
});

describe('the five words', () => {
  it.each([
    ['menu', 'menu'],
    ['quay lại', 'back'],
    ['quay lai', 'back'],
    ['Đọc lại', 'repeat'],
    ['DỪNG', 'stop'],
    ['dung', 'stop'],
    ['gặp cán bộ', 'officer'],
    ['gap can bo!', 'officer'],
    ['huỷ', 'cancel'],
    ['hủy', 'cancel'],
    ['thôi đừng huỷ nữa', 'resume'],
    ['không bỏ đâu', 'resume'],
  ] as const)('%s works with and without accents, in either Unicode form', (text, command) => {
    for (const typed of [text, text.normalize('NFD'), fold(text), `  ${text}. `])
      expect(readCommand(typed)).toBe(command);
  });

  it('does not take "đúng" for "dừng", nor words inside a sentence', () => {
    expect(readCommand('đúng')).toBeUndefined();
    expect(readCommand('đúng'.normalize('NFD'))).toBeUndefined();
    expect(readCommand('máy dừng hoạt động')).toBeUndefined();
    for (const text of ['đung', 'Dũng', 'dùng lại']) expect(readCommand(text), text).toBeUndefined();
    for (const text of ['dừng nhé', 'tạm dừng ạ', 'dung nhe']) expect(readCommand(text), text).toBe('stop');
    for (const text of ['dung lai da', 'Thôi dừng lại đã em ơi', 'cho chị tạm dừng chút', 'dừng đã'])
      expect(readCommand(text), text).toBe('stop');
    for (const text of ['cho em gặp cán bộ với', 'gap can bo di a']) expect(readCommand(text), text).toBe('officer');
    for (const text of ['dạ đúng', 'da dung', 'đúng thôi em', 'đừng làm nữa', 'máy dừng lại rồi'])
      expect(readCommand(text), text).toBeUndefined();
    expect(isPlainStop('Dừng'.normalize('NFD'))).toBe(true);
    expect(isPlainStop('dung')).toBe(false);
  });
});

describe('text at the door', () => {
  it('is NFC, has no invisible characters, and is never longer than 10,000', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12_000 }), (text) => {
        const clean = cleanText(text);
        expect(clean.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(clean.isWellFormed()).toBe(true);
        for (const junk of '\u0000\u200b\u202e\ufeff') expect(clean).not.toContain(junk);
      }),
    );
  });

  it('never cuts an emoji in half', () => {
    expect(cleanText(`${'a'.repeat(MAX_TEXT_LENGTH - 1)}😀`)).toBe('a'.repeat(MAX_TEXT_LENGTH - 1));
  });
});

describe('a stored conversation', () => {
  it('of any shape is read: what does not fit is forgotten, the rest is kept', () => {
    fc.assert(fc.property(fc.object(), (stored) => void readConversation(stored)));
    const read = readConversation({
      greeted: true,
      misses: 'many',
      open: { topic: 'register', state: { cursor: 1 } },
      pending: 7,
    });
    expect(read).toMatchObject({
      greeted: true,
      misses: 0,
      open: { topic: 'register', state: { cursor: 1 } },
      pending: [],
    });
    expect(readConversation(null).greeted).toBe(false);
  });
});
