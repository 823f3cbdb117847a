import { foldPhrase } from '../../text/fold.ts';
import { type FieldReading, unread } from './field-reading.ts';

const LETTER = /\p{L}/u;
/** An agreement, sent once more by an impatient thumb, is no product and nobody's name. */
const AGREEMENT = /^(?:(?:toi|em|minh|con|chau|da|vang) )*(?:dong y|ok|oke|okie)(?: (?:a|ah|nhe|luon|roi))*$/;
const LONGEST_NAME = 80;
const MOST_NAME_WORDS = 8;

export function readTextField(text: string, { maxLength }: { maxLength: number }): FieldReading {
  const value = oneLine(text);
  if (!LETTER.test(value) || isAgreement(value)) return unread('text');
  if (value.length > maxLength)
    return { kind: 'unread', problem: { key: 'register:problem.textLong', values: { maxLength } } };
  return { kind: 'value', value };
}

export function readNameField(text: string, { of }: { of: 'person' | 'establishment' }): FieldReading {
  return of === 'person' ? readPersonName(text) : readEstablishmentName(text);
}

const BEFORE_A_NAME = /^(?:(?:toi|em|minh|chau|ho)? ?(?:ten)? ?(?:la|day la)|lien he|gap|goi) /;

function readPersonName(text: string): FieldReading {
  const words = withoutPolite(oneLine(text).split(' '));
  const value = words.join(' ');
  const isName = LETTER.test(value) && !/[\d@:/]/.test(value) && value.length >= 2 && !isAgreement(value);
  if (!isName || value.length > LONGEST_NAME || words.length > MOST_NAME_WORDS) return unread('personName');
  return { kind: 'value', value: capitalised(words) };
}

function readEstablishmentName(text: string): FieldReading {
  const value = oneLine(text);
  if (!LETTER.test(value) || value.length < 2 || isAgreement(value)) return unread('establishmentName');
  if (value.length > LONGEST_NAME * 2) return unread('establishmentName');
  return { kind: 'value', value: value.charAt(0).toUpperCase() + value.slice(1) };
}

/** "tôi tên là Nguyễn Thị Hoa ạ" → "Nguyễn Thị Hoa"; a title ("chị Hoa") belongs to how the person wants to be called. */
function withoutPolite(words: string[]): string[] {
  const folded = words.map(foldPhrase);
  const before = BEFORE_A_NAME.exec(folded.join(' '))?.[0].trim().split(' ').filter(Boolean).length ?? 0;
  const last = words.at(-1) ?? '';
  // "Trần Văn A" bears a capital; who is polite writes it small.
  const isPolite = last === last.toLowerCase() && ['a', 'nhe'].includes(foldPhrase(last));
  return words.slice(before, isPolite ? -1 : undefined);
}

/** Names typed in small letters get their capitals; whoever typed any knows better. */
function capitalised(words: readonly string[]): string {
  const name = words.join(' ');
  if (name !== name.toLowerCase()) return name;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** "Đông y" with its marks is a trade of its own. */
function isAgreement(value: string): boolean {
  return AGREEMENT.test(foldPhrase(value)) && !/đông y/iu.test(value);
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
