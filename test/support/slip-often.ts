const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const RATE = 1 / 12;

/**
 * A text with a slip in about every twelfth letter: left out, typed twice, swapped with the next, or the key beside it. Figures
 * and the letters of a unit beside them stay, so that the sum stays what it was. The same for the same text and seed.
 */
export function slipOften(text: string, seed: number): string {
  const next = randomFrom(hash(text) + seed * 7919);
  const letters = [...text];
  const typed: string[] = [];
  for (let at = 0; at < letters.length; at += 1) {
    const here = letters[at] ?? '';
    const isUnit = /\d\s*\p{L}*$/u.test(letters.slice(Math.max(0, at - 4), at).join(''));
    if (!isLetter(here) || isUnit || next() >= RATE) {
      typed.push(here);
      continue;
    }
    const kind = Math.floor(next() * 4);
    const after = letters[at + 1] ?? '';
    if (kind === 1) typed.push(here, here);
    if (kind === 3 || (kind === 2 && !isLetter(after))) typed.push(besideKey(here));
    if (kind === 2 && isLetter(after)) {
      typed.push(after, here);
      at += 1;
    }
  }
  return typed.join('');
}

function isLetter(text: string): boolean {
  return /^\p{L}$/u.test(text);
}

function besideKey(letter: string): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()));
  const at = row?.indexOf(letter.toLowerCase()) ?? 0;
  return row?.[at + 1] ?? row?.[at - 1] ?? letter;
}

function hash(text: string): number {
  return [...text].reduce(
    (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0,
    2_166_136_261,
  );
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
