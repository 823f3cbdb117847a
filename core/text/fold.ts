const MARKS = /[\u0300-\u036f]/g;

/** Removes Vietnamese marks and case: "Đồng Phúc" → "dong phuc". Any Unicode form gives the same. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'd')
    .toLowerCase()
    .normalize('NFC');
}

/** As `fold`, with everything that is neither letter nor digit made into single spaces: for comparing whole phrases. */
export function foldPhrase(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
