import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inParts } from '../../../bot/channels/in-parts.ts';
import { splitText } from '../../../bot/channels/split-text.ts';

const link = fc.webUrl({ withQueryParameters: true, withFragments: true });
const emoji = fc.constantFrom('👩🏽‍🌾', '🇻🇳', '❤️‍🔥', '👨‍👩‍👧‍👦', '1️⃣', '🍜');
const vietnamese = fc.constantFrom(
  'khuyến',
  'công',
  'hỗ',
  'trợ',
  'miến',
  'dong',
  'Thái',
  'Nguyên',
  'đồng',
  '300',
  'triệu',
);
const word = fc.oneof(
  { weight: 6, arbitrary: vietnamese },
  { weight: 1, arbitrary: link },
  { weight: 1, arbitrary: fc.array(emoji, { minLength: 1, maxLength: 4 }).map((list) => list.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
);
const blank = fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '  ', '\u00a0');
const text = fc
  .array(fc.tuple(word, blank), { maxLength: 60 })
  .map((pairs) => pairs.map(([one, gap]) => one + gap).join(''));

const BREAKING = /[^\S\u00a0\u202f]+/;
const words = (whole: string): string[] =>
  whole
    .split(BREAKING)
    .map((one) => one.trim())
    .filter((one) => one !== '');

describe('a text taken apart', () => {
  it('has no piece that is empty or too long, and loses nothing but blanks', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 400 }), (whole, max) => {
        const pieces = splitText(whole, max);
        for (const piece of pieces) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(max);
        }
        expect(pieces.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
      }),
      { numRuns: 500 },
    );
  });

  it('is never cut inside a word or a link that fits into a piece', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 400 }), (whole, max) => {
        const fitting = words(whole).filter((one) => one.length <= max);
        const found = splitText(whole, max).flatMap(words);
        const rest = [...found];
        for (const one of fitting) {
          const at = rest.indexOf(one);
          expect(at, one).toBeGreaterThanOrEqual(0);
          rest.splice(at, 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is never cut inside a letter with its marks or inside an emoji, even where there is no blank', () => {
    const letters = fc.array(fc.oneof(emoji, fc.constantFrom('ế'.normalize('NFD'), 'ự'.normalize('NFD'), 'x')), {
      maxLength: 80,
    });
    const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });
    const segments = (whole: string) => [...segmenter.segment(whole)].map(({ segment }) => segment);
    fc.assert(
      fc.property(letters, fc.integer({ min: 12, max: 60 }), (list, max) => {
        const whole = list.join('');
        const pieces = splitText(whole, max);
        expect(pieces.every((piece) => piece.isWellFormed() && piece.length <= max)).toBe(true);
        // The seams are seams of the whole too.
        expect(pieces.flatMap(segments)).toEqual(segments(whole));
      }),
      { numRuns: 500 },
    );
  });

  it('prefers the seam between paragraphs, then between lines', () => {
    expect(splitText(`${'a '.repeat(30)}\n\n${'b '.repeat(30)}`, 100)).toEqual([
      'a '.repeat(30).trim(),
      'b '.repeat(30).trim(),
    ]);
    expect(splitText(`${'a '.repeat(30)}\n${'b '.repeat(30)}`, 100)[0]).toBe('a '.repeat(30).trim());
  });

  it('holds even for one letter under a mountain of marks', () => {
    const pieces = splitText(`a${'\u0323'.repeat(5000)}`, 2000);
    expect(pieces.map((piece) => piece.length)).toEqual([2000, 2000, 1001]);
  });
});

describe('a message in parts', () => {
  const choice = (label: string) => ({ key: label, label });
  const choices = fc.array(vietnamese.map(choice), { maxLength: 7 });

  it('fits into the limit, and has its choices together in the last part', () => {
    fc.assert(
      fc.property(text, choices, fc.integer({ min: 120, max: 400 }), (said, offered, max) => {
        const parts = inParts({ text: said, choices: offered }, max);
        expect(parts.every((part) => part.length > 0 && part.length <= max && part === part.normalize('NFC'))).toBe(
          true,
        );
        const lines = offered.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
        if (offered.length > 0) expect(parts.at(-1)?.endsWith(lines)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is one part when it fits to the character, and two with one more', () => {
    const offered = [choice('Gặp cán bộ')];
    const tail = '\n1. Gặp cán bộ';
    expect(inParts({ text: 'x'.repeat(2000 - tail.length), choices: offered }, 2000)).toHaveLength(1);
    const two = inParts({ text: 'x'.repeat(2001 - tail.length), choices: offered }, 2000);
    expect(two.map((part) => part.length)).toEqual([2001 - tail.length, tail.length - 1]);
  });

  it('measures after NFC: the letters of a Mac do not make it two', () => {
    const said = 'ế'.repeat(1990).normalize('NFD');
    expect(inParts({ text: said, choices: [] }, 2000)).toEqual(['ế'.repeat(1990)]);
  });

  it('is nothing when there is nothing to say', () => {
    expect(inParts({ text: '  ', choices: [] }, 2000)).toEqual([]);
  });
});
