/** A number that was read from some words, and how many words it took. */
export type ReadNumber = {
  value: number;
  /** A second number for "2-3 trăm", "hai ba trăm": from `value` to `upTo`. */
  upTo?: number;
  /** Ended in "trăm" or "chục": people leave "triệu" away after it. */
  isRound: boolean;
  /** "ba trăm hai" may be 302, and is mostly meant as 320. */
  isUnsure?: boolean;
  /** Written in digits: how many after the separator matter for "1 tỷ 25". */
  digits?: string;
  length: number;
};

const DIGITS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};

/** The second digit after "mười" and "mươi" has its own words: "mười lăm", "hai mốt", "hai tư". */
const ONES: Readonly<Record<string, number>> = { ...DIGITS, lam: 5, nham: 5 };

/** Reads a number at the start of folded words: "300", "1,2", "350.000.000", "ba trăm rưỡi", "hai mươi lăm", "hai ba trăm". */
export function readNumber(words: readonly string[]): ReadNumber | undefined {
  const [first = '', second = ''] = words;
  const fromDigits = readDigits(first);
  if (fromDigits !== undefined) return { ...withHundreds(fromDigits, second, words), digits: first };
  if (first === 'nua' || first === 'ruoi') return { value: 0.5, isRound: false, length: 1 };
  return readSpelled(words);
}

/** "1.200" and "350.000.000" are thousands; "1,2" and "1.5" are decimals. */
function readDigits(word: string): number | undefined {
  // "05" is written so; "0900000001" and its parts are of a phone number.
  if (/^0\d{2,}$/.test(word)) return undefined;
  if (/^\d{1,15}$/.test(word)) return Number(word);
  if (/^\d{1,3}([.,])\d{3}(\1\d{3}){0,3}$/.test(word)) return Number(word.replace(/[.,]/g, ''));
  if (/^\d{1,6}[.,]\d{1,2}$/.test(word)) return Number(word.replace(',', '.'));
  return undefined;
}

/** Things of which there are so many: "3 trăm 2 máy" is 300. Or a greater figure. */
const COUNTED_AFTER =
  /^(?:may|cai|chiec|bo|con|nguoi|tan|lo|day|thang|gian|nam|lan|cap|ngay|loai|dau|truc|mat|pha|chuc|muoi|tram|tho|[kK]g)$/;

function withHundreds(value: number, next: string, words: readonly string[]): ReadNumber {
  if (next !== 'tram' && next !== 'chuc') return { value, isRound: false, length: 1 };
  const size = next === 'tram' ? 100 : 10;
  // "2 trăm 8" is mostly meant as 280, as "hai trăm tám" is.
  if (size === 100 && /^[1-9]$/.test(words[2] ?? '') && !COUNTED_AFTER.test(words[3] ?? ''))
    return { value: value * size + Number(words[2]) * 10, isRound: true, isUnsure: true, length: 3 };
  const half = words[2] === 'ruoi' ? size / 2 : 0;
  return { value: value * size + half, isRound: true, length: half > 0 ? 3 : 2 };
}

function readSpelled(words: readonly string[]): ReadNumber | undefined {
  const [first = '', second = '', third = ''] = words;
  const one = DIGITS[first];
  const next = DIGITS[second];
  // "hai ba trăm", "bảy tám chục": from two to three hundred.
  if (one !== undefined && next === one + 1 && (third === 'tram' || third === 'chuc')) {
    const size = third === 'tram' ? 100 : 10;
    return { value: one * size, upTo: next * size, isRound: true, length: 3 };
  }
  if (one === undefined || second !== 'tram') return readTens(words);
  const hundreds = one * 100;
  if (third === 'ruoi') return { value: hundreds + 50, isRound: true, length: 3 };
  const isExact = third === 'linh' || third === 'le';
  const rest = readTens(words.slice(isExact ? 3 : 2));
  if (rest === undefined) return { value: hundreds, isRound: true, length: 2 };
  const isUnsure = rest.value < 10 && !isExact;
  return {
    value: hundreds + (isUnsure ? rest.value * 10 : rest.value),
    isRound: true,
    isUnsure,
    length: (isExact ? 3 : 2) + rest.length,
  };
}

/** 1 to 99: "ba", "mười lăm", "hai mươi mốt", "năm chục". */
function readTens(words: readonly string[]): ReadNumber | undefined {
  const [first = '', second = ''] = words;
  const one = DIGITS[first];
  const hasTens = one !== undefined && (second === 'muoi' || second === 'chuc');
  const isTen = first === 'muoi' || first === 'chuc';
  // "bốn lăm": forty-five.
  if (one !== undefined && (second === 'lam' || second === 'nham')) {
    return { value: one * 10 + 5, isRound: false, length: 2 };
  }
  if (!hasTens && !isTen) return one === undefined ? undefined : { value: one, isRound: false, length: 1 };
  const length = hasTens ? 2 : 1;
  const tens = hasTens ? one * 10 : 10;
  const isRound = words[length - 1] === 'chuc';
  const ones = isRound ? undefined : ONES[words[length] ?? ''];
  return { value: tens + (ones ?? 0), isRound, length: length + (ones === undefined ? 0 : 1) };
}
