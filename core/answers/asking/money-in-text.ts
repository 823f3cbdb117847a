import type { Syllable } from '../typing/syllables.ts';

/** A sum of money in a text: from which syllable, up to which (not included). */
export type MoneySpan = { vnd: number; from: number; to: number };

const UNITS: Readonly<Record<string, number>> = {
  ty: 1e9,
  ti: 1e9,
  toi: 1e9,
  trieu: 1e6,
  tr: 1e6,
  cu: 1e6,
  nghin: 1e3,
  ngan: 1e3,
  k: 1e3,
  dong: 1,
  d: 1,
  vnd: 1,
};

const DIGITS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};

const LEAST_BARE_SUM = 1_000_000;

/** Every sum of money in a run of syllables: "400tr", "1 tỷ 2", "ba trăm triệu", "1,2 tỷ", "400.000.000". */
export function findMoney(syllables: readonly Syllable[]): MoneySpan[] {
  const forms = syllables.map((syllable) => syllable.folded);
  const found: MoneySpan[] = [];
  for (let at = 0; at < forms.length; at += 1) {
    const span = readSum(forms, at);
    if (span === undefined) continue;
    found.push(span);
    at = span.to - 1;
  }
  return found;
}

function readSum(forms: readonly string[], from: number): MoneySpan | undefined {
  const number = readNumber(forms, from);
  if (number === undefined) return undefined;
  const unit = UNITS[forms[number.to] ?? ''];
  if (unit === undefined) {
    const isBare = number.isDigits && number.value >= LEAST_BARE_SUM;
    return isBare ? { vnd: number.value, from, to: number.to } : undefined;
  }
  let vnd = number.value * unit;
  let to = number.to + 1;
  if (unit < 1e6) return { vnd, from, to };

  if (forms[to] === 'ruoi') return { vnd: vnd + unit / 2, from, to: to + 1 };
  const rest = readNumber(forms, to);
  if (rest !== undefined && unit === 1e9) {
    const restUnit = UNITS[forms[rest.to] ?? ''];
    if (restUnit === 1e6) {
      vnd += rest.value * 1e6;
      to = rest.to + 1;
    } else if (restUnit === undefined && Number.isInteger(rest.value) && rest.value < 1000) {
      // "1 tỷ 2" is 1.2 tỷ, "1 tỷ 25" is 1.25, "1 tỷ 250" is 1.25 too.
      vnd += rest.value * 1e9 * 10 ** -String(rest.value).length;
      to = rest.to;
    }
  }
  return { vnd: Math.round(vnd), from, to };
}

type ReadNumber = { value: number; to: number; isDigits: boolean };

function readNumber(forms: readonly string[], from: number): ReadNumber | undefined {
  const first = forms[from] ?? '';
  if (/^\d/.test(first)) {
    const value = readDigits(first);
    if (value === undefined) return undefined;
    return forms[from + 1] === 'tram'
      ? { value: value * 100, to: from + 2, isDigits: true }
      : { value, to: from + 1, isDigits: true };
  }
  if (first === 'nua') return { value: 0.5, to: from + 1, isDigits: false };
  return readWords(forms, from);
}

/** "1.000" is a thousand, "1,2" and "1.5" are decimals, "400.000.000" is as it looks. */
function readDigits(form: string): number | undefined {
  if (/^\d+$/.test(form)) return Number(form);
  if (/^\d{1,3}(?:\.\d{3})+$/.test(form) || /^\d{1,3}(?:,\d{3})+$/.test(form)) return Number(form.replace(/[.,]/g, ''));
  if (/^\d+[.,]\d{1,2}$/.test(form)) return Number(form.replace(',', '.'));
  return undefined;
}

/** "hai trăm năm mươi", "mười lăm", "ba". */
function readWords(forms: readonly string[], from: number): ReadNumber | undefined {
  let to = from;
  let value = 0;
  const hundreds = DIGITS[forms[to] ?? ''];
  if (hundreds !== undefined && forms[to + 1] === 'tram') {
    value += hundreds * 100;
    to += 2;
    if (forms[to] === 'linh' || forms[to] === 'le') to += 1;
  }
  const tens = DIGITS[forms[to] ?? ''];
  if (tens !== undefined && (forms[to + 1] === 'muoi' || forms[to + 1] === 'chuc')) {
    value += tens * 10;
    to += 2;
  } else if (forms[to] === 'muoi' || forms[to] === 'chuc') {
    value += 10;
    to += 1;
  }
  const ones = DIGITS[forms[to] ?? ''];
  if (ones !== undefined) {
    value += ones;
    to += 1;
  }
  return to > from ? { value, to, isDigits: false } : undefined;
}
