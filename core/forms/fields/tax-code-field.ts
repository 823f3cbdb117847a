import { foldPhrase } from '../../text/fold.ts';
import { type FieldReading, unread } from './field-reading.ts';
import { readPhoneField } from './phone-field.ts';

const ORGANISATION = 10;
const BRANCH = 13;
/** Of a household or a person: the personal id of who represents it, since 2025-07-01 (facts 6bis.3). */
const PERSONAL = 12;
const SHOWN_DIGITS = 4;
/** "OCOP 3 sao" is no code that lacks digits. */
const FEWEST_DIGITS = 4;
const MASK = '•••• •••• ';

/** Digits with at most two other signs between them: "0100 109 106", "0123456787-001". */
const RUN = /\d(?:[^\p{L}\p{N}]{0,2}\d)*/gu;

/**
 * A tax code by the rules of the facts file 6bis.3: ten digits; thirteen for a branch; twelve of a personal id. The check
 * digit of the first two is published nowhere as law, so a wrong one only warns.
 */
export function readTaxCodeField(text: string): FieldReading {
  const runs = findRuns(text);
  const codes = [...new Set(runs.flatMap(({ digits }) => toCode(digits) ?? []))];
  const [code, another] = codes;
  if (code === undefined)
    return unread(runs.some(({ digits }) => digits.length >= FEWEST_DIGITS) ? 'taxCodeLength' : 'taxCode');
  if (another === undefined) return take(code);
  const right = codes.filter((each) => each.length !== PERSONAL && hasRightCheckDigit(each));
  if (right.length === 1 && right[0] !== undefined) return take(right[0]);
  return {
    kind: 'choose',
    about: { key: 'register:choose.taxCode' },
    options: codes.map((value) => ({ value, label: sayTaxCode(value) })),
  };
}

function take(value: string): FieldReading {
  if (!hasDoubtfulCheckDigit(value)) return { kind: 'value', value };
  return { kind: 'value', value, warning: { key: 'register:warning.taxCode' } };
}

const CALLED = /(?:^| )(?:mst|ma so thue|ma thue|ma so)(?: |$)/;

/** Ten digits that can be dialled and have a doubtful check digit are a phone number, unless they are called a code. */
export function isRatherPhone(text: string): boolean {
  if (CALLED.test(foldPhrase(text)) || readPhoneField(text).kind !== 'value') return false;
  const reading = readTaxCodeField(text);
  return reading.kind !== 'value' || reading.warning !== undefined;
}

/** Whether a kept code is worth comparing with the paper. A personal id has no check digit. */
export function hasDoubtfulCheckDigit(code: string): boolean {
  return code.length !== PERSONAL && !hasRightCheckDigit(code);
}

/** "0123456787", "0123456787-001", and of twelve digits the last four alone. */
export function sayTaxCode(code: string): string {
  return code.length === PERSONAL ? MASK + code.slice(-SHOWN_DIGITS) : code;
}

/** The words without numbers that may be a personal id: of those the last four digits are left. */
export function hidePersonalIds(text: string): string {
  return text.normalize('NFKC').replace(RUN, (run) => {
    const digits = run.replace(/\D/g, '');
    const mayBePersonal = digits.length > ORGANISATION && toBranch(digits) === undefined;
    return mayBePersonal ? MASK + digits.slice(-SHOWN_DIGITS) : run;
  });
}

/** Runs of digits as people group them; two whole codes beside each other are two. */
function findRuns(text: string): { digits: string }[] {
  const runs = text.normalize('NFKC').match(RUN) ?? [];
  return runs.flatMap((run) => {
    const digits = run.replace(/\D/g, '');
    if (digits.length <= BRANCH) return [{ digits }];
    return run.split(/[^\d-]+/).map((part) => ({ digits: part.replace(/\D/g, '') }));
  });
}

function toCode(digits: string): string | undefined {
  if (digits.length === ORGANISATION || digits.length === PERSONAL) return digits;
  return toBranch(digits);
}

function toBranch(digits: string): string | undefined {
  if (digits.length !== BRANCH || digits.endsWith('000')) return undefined;
  return `${digits.slice(0, ORGANISATION)}-${digits.slice(ORGANISATION)}`;
}

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** The tenth digit is 10 − (weighted sum of nine mod 11); the third to the ninth are not all 0. */
function hasRightCheckDigit(code: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, order) => total + weight * Number(code[order]), 0);
  return Number(code[9]) === 10 - (sum % 11) && !/^\d\d0{7}/.test(code);
}
