import { fold, foldPhrase } from '../../text/fold.ts';
import { type FieldReading, unread } from './field-reading.ts';
import { saysNothing } from './not-known.ts';
import { OLD_PHONE_PREFIXES } from './old-phone-prefixes.ts';

const MOBILE = /^0[35789]\d{8}$/;
/** "02", the province's code and the number: ten or eleven digits. */
const LANDLINE = /^02\d{8,9}$/;
const OLD_MOBILE = /^01\d{9}$/;
const LONGEST = 11;
const MOBILE_WITHOUT_ZERO = /^[35789]\d{8}$/;

/** "Số này luôn": a channel does not tell the number. */
const THIS_ONE =
  /\b(?:so|sdt) (?:nay|dang|zalo|em dang|toi dang|tren|o tren|cu|truoc|vua|do|ay)\b|\bzalo nay\b|\b(?:cung|chung|van) (?:so|sdt)\b|^nhu tren\b/;

/** "Không có điện thoại", "không dùng số". */
const NO_PHONE =
  /^(?:(?:toi|em|minh|nha) )*(?:khong|ko|k|chua) (?:co|dung|xai) (?:(?:so|dien thoai|sdt|dt|may|zalo|rieng|nao) ?)+(?:a|ca|dau)?$/;

/** Phone numbers as they are dialled within the country, by the rules of the facts file 6bis.4. */
export function readPhoneField(text: string): FieldReading {
  const numbers = [...new Set(findNumbers(withSpokenDigits(text)))];
  const readings = numbers.map(readNumber).filter((reading) => reading.kind !== 'unread');
  const [reading, another] = readings;
  if (reading === undefined) return unread(problemOf(text, numbers));
  if (another === undefined) return reading;
  const values = readings.flatMap((each) => ('value' in each ? [each.value] : []));
  return {
    kind: 'choose',
    about: { key: 'register:choose.phone' },
    options: values.map((value) => ({ value, label: typeof value === 'string' ? sayPhone(value) : '' })),
  };
}

function problemOf(text: string, numbers: readonly string[]): string {
  if (numbers.length > 0) return 'phoneLength';
  if (THIS_ONE.test(fold(text))) return 'phoneThis';
  return saysNothing(text) || NO_PHONE.test(foldPhrase(text)) ? 'phoneNone' : 'phone';
}

/** Number words as a voice tells a number: "không chín tám, bảy …"; nine and more in a row. */
const SPOKEN =
  /(?<![\p{L}])(?:(?:không|khong|o|ô|một|mot|mốt|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|sáu|sau|bảy|bay|bẩy|tám|tam|chín|chin)[ ,.-]*){9,11}(?![\p{L}])/giu;
const DIGITS: Readonly<Record<string, string>> = {
  ...{
    khong: '0',
    o: '0',
    mot: '1',
    hai: '2',
    ba: '3',
    bon: '4',
    tu: '4',
    nam: '5',
    lam: '5',
    sau: '6',
    bay: '7',
    tam: '8',
    chin: '9',
  },
};

/** "Gọi chị Lan không chín tám …" → "Gọi chị Lan  098…" */
export function withSpokenDigits(text: string): string {
  return text.normalize('NFC').replace(
    SPOKEN,
    (run) =>
      ` ${foldPhrase(run)
        .split(' ')
        .map((word) => DIGITS[word] ?? '')
        .join('')} `,
  );
}

function readNumber(digits: string): FieldReading {
  if (MOBILE.test(digits) || LANDLINE.test(digits)) return { kind: 'value', value: digits };
  const renewed = OLD_MOBILE.test(digits) ? renew(digits) : undefined;
  if (renewed !== undefined) {
    const values = { old: digits, phone: sayPhone(renewed) };
    const notice = { key: 'register:phoneNow', values };
    return { kind: 'confirm', value: renewed, about: { key: 'register:confirm.oldPhone', values }, notice };
  }
  if (MOBILE_WITHOUT_ZERO.test(digits)) {
    const value = `0${digits}`;
    return { kind: 'confirm', value, about: { key: 'register:confirm.phone', values: { phone: sayPhone(value) } } };
  }
  return unread('phoneLength');
}

function renew(digits: string): string | undefined {
  const prefix = OLD_PHONE_PREFIXES[digits.slice(0, 4)];
  return prefix === undefined ? undefined : prefix + digits.slice(4);
}

/** Runs of digits as people group them: "0912 345 678", "(+84) 912.345.678"; two whole numbers beside each other are two. */
function findNumbers(text: string): string[] {
  const runs = withZeros(text.normalize('NFKC')).match(/\+?\(?\+?\d[\d\s().-]{5,}\d/g) ?? [];
  return runs.flatMap((run) => {
    const whole = dialled(run);
    if (whole.length <= LONGEST) return [whole];
    return run.split(/\s+/).map(dialled);
  });
}

/** The letter o, typed for a nought: "o9oo 000 001". */
function withZeros(text: string): string {
  return text.replace(/(?<![\p{L}])[\do][\do .-]{7,}[\do](?![\p{L}])/giu, (run) => {
    const isNumber = (run.match(/\d/g) ?? []).length >= 5;
    return isNumber ? run.replace(/o/gi, '0') : run;
  });
}

function dialled(run: string): string {
  const digits = run.replace(/\D/g, '');
  const isAbroad = run.includes('+84') || /^84\d{9,10}$/.test(digits);
  return isAbroad ? digits.replace(/^840?/, '0') : digits;
}

/** "0912 345 678" */
export function sayPhone(phone: string): string {
  return phone.startsWith('02') ? phone : phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}
