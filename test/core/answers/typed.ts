import fc from 'fast-check';

/** The newer and the older place of a tone at the end of a syllable. */
export const TONE_PLACES: readonly (readonly [string, string])[] = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['õa', 'oã'],
  ['ọa', 'oạ'],
  ['òe', 'oè'],
  ['óe', 'oé'],
  ['ỏe', 'oẻ'],
  ['õe', 'oẽ'],
  ['ọe', 'oẹ'],
  ['ùy', 'uỳ'],
  ['úy', 'uý'],
  ['ủy', 'uỷ'],
  ['ũy', 'uỹ'],
  ['ụy', 'uỵ'],
];

const zalgo = fc
  .array(fc.tuple(fc.constantFrom('m', 'á', 'y', ' '), fc.integer({ min: 0, max: 40 })), { maxLength: 40 })
  .map((letters) => letters.map(([letter, marks]) => letter + '\u0353\u0301\u0489'.repeat(marks)).join(''));

/** Long texts of one kind, as long as a platform lets through and longer. */
const long = fc
  .tuple(
    fc.constantFrom(
      'máy sấy ',
      'dduwowcjj ',
      '1 tỷ 2 ',
      'cần máy? ',
      'a',
      '9',
      '? ',
      'http://x.vn/',
      '😀',
      'ẩ'.normalize('NFD'),
      'qwrtpsdfg ',
      '\n',
      'không ko k hong ',
    ),
    fc.integer({ min: 1, max: 3_000 }),
  )
  .map(([piece, times]) => piece.repeat(times));

/** Any text: other writing systems, emoji, control characters, lone surrogates, figures, marks piled on marks. */
export const anythingTyped = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(...'0123456789., /-%'), maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(...'مرحبا بكשלום\u202e\u200f'), maxLength: 80 }),
  fc.string({ unit: fc.constantFrom('\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u2028', ' '), maxLength: 80 }),
  zalgo,
  long,
  fc.constantFrom('', ' ', '?', '?'.repeat(1_000), '.'.repeat(10_000), '\u0301'.repeat(10_000), 'a'.repeat(100_000)),
  fc.constantFrom('constructor', '__proto__', 'toString hasOwnProperty', '{{x}}', '%s', '\\', "'; --", '(.*)+$'),
);

/** A text with up to six letters dropped, doubled, swapped, replaced or slipped in. */
export function edited(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.record({
    kind: fc.constantFrom('drop', 'double', 'swap', 'replace', 'add'),
    at: fc.nat(),
    letter: fc.constantFrom(...'abcdeghiklmnopqrstuvxyàảãáạăâđêôơư0123456789 ?.,!'),
  });
  return fc.tuple(texts, fc.array(edit, { maxLength: 6 })).map(([text, edits]) => {
    const letters = [...text];
    for (const { kind, at, letter } of edits) {
      const place = letters.length === 0 ? 0 : at % letters.length;
      const here = letters[place] ?? '';
      if (kind === 'drop') letters.splice(place, 1);
      if (kind === 'double') letters.splice(place, 0, here);
      if (kind === 'swap') letters.splice(place, 2, letters[place + 1] ?? '', here);
      if (kind === 'replace') letters.splice(place, 1, letter);
      if (kind === 'add') letters.splice(place, 0, letter);
    }
    return letters.join('');
  });
}
