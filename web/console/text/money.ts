import { pageLocale, t } from '../words/words.ts';

const MILLION = 1_000_000;
const UNITS: Record<string, number> = {
  ...{ tỷ: 1_000 * MILLION, tỉ: 1_000 * MILLION, ty: 1_000 * MILLION, ti: 1_000 * MILLION },
  ...{ triệu: MILLION, trieu: MILLION, tr: MILLION },
  ...{ nghìn: 1_000, nghin: 1_000, ngàn: 1_000, ngan: 1_000, k: 1_000 },
  ...{ đồng: 1, dong: 1, đ: 1, d: 1, vnđ: 1, vnd: 1 },
};
const PIECE = /(\d[\d.,]*)\s*(\p{L}+)?\s*/uy;

/**
 * "300 triệu", "1,2 tỷ", "1 tỷ 200 triệu", "300.000.000" as an officer types them, in whole đồng; undefined for what is no sum,
 * and for "300", where a unit was surely meant. A sum of public money is not guessed.
 */
export function readMoney(typed: string): number | undefined {
  const text = typed.normalize('NFC').trim().toLowerCase();
  let sum: number | undefined;
  let below = Number.POSITIVE_INFINITY;
  let at = 0;
  while (at < text.length) {
    PIECE.lastIndex = at;
    const [whole, digits, word] = PIECE.exec(text) ?? [];
    const number = digits === undefined ? undefined : readNumber(digits);
    const unit = word === undefined ? 1 : UNITS[word];
    if (whole === undefined || number === undefined || unit === undefined) return undefined;
    // "đồng" alone ends a sum: "300 triệu đồng".
    const isLoose = word === undefined && number > 0 && (sum !== undefined || number < 1_000);
    if (isLoose || unit >= below) return undefined;
    sum = (sum ?? 0) + number * unit;
    below = unit;
    at += whole.length;
    at += /^(?:đồng|dong|đ|vnđ|vnd)$/u.exec(text.slice(at))?.[0].length ?? 0;
  }
  if (sum === undefined) return undefined;
  const vnd = Math.round(sum);
  return Number.isSafeInteger(vnd) && Math.abs(sum - vnd) < 0.001 ? vnd : undefined;
}

/** A dot before three digits separates thousands, a comma is decimal; several commas separate thousands as in English. */
function readNumber(digits: string): number | undefined {
  const plain = /^\d{1,3}(?:,\d{3}){2,}$/.test(digits)
    ? digits.replaceAll(',', '')
    : digits.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** "300.000.000 đồng" */
export function sayExactly(vnd: number): string {
  return t('projects.money.dong', { sum: figure(vnd, 0) });
}

/** "300 triệu đồng", "1,25 tỷ đồng": the largest unit in which it needs at most two decimals. */
export function sayMoney(vnd: number): string {
  if (vnd >= 1_000 * MILLION && vnd % (10 * MILLION) === 0) {
    return t('projects.money.billion', { sum: figure(vnd / MILLION / 1_000, 2) });
  }
  if (vnd >= MILLION && vnd % 10_000 === 0) return t('projects.money.million', { sum: figure(vnd / MILLION, 2) });
  return sayExactly(vnd);
}

/** In millions, to the đồng: "250", "18.246,5". */
export function sayMillions(vnd: number): string {
  return figure(vnd / MILLION, 6);
}

/** As it stands in an input, for somebody to go on from. */
export function typeMoney(vnd: number | null | undefined): string {
  return vnd === null || vnd === undefined ? '' : vnd.toLocaleString('vi-VN');
}

function figure(value: number, decimals: number): string {
  return value.toLocaleString(pageLocale() === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: decimals });
}
