import { foldPhrase } from '../../text/fold.ts';
import { spellOut } from '../../text/spell-out.ts';

const WORDS = /\b(?:so|chon|muc|cau|ca|lay|em|toi|minh|cho|a|nhe|ad|va|voi|cung|hoac)\b/g;

/** Numbers of a list and nothing else: "2", "số 2", "1,3 và 4", "1 3 4", "2-4" (from two to four). Undefined when there is more. */
export function readNumbers(text: string): number[] | undefined {
  const plain = text.normalize('NFKC').replace(/[–~]/g, '-');
  const range = /^\D*(\d{1,2}) ?(?:-|đến|den) ?(\d{1,2})\D*$/.exec(plain);
  const rest = foldPhrase(plain.replace(/(?<=\d) ?(?:đến|den) ?(?=\d)/, ' ')).replace(WORDS, ' ');
  if (!/^(?: *\d{1,2})+ *$/.test(rest)) return undefined;
  const numbers = rest.trim().split(/\s+/).map(Number);
  const [first = 0, last = 0] = numbers;
  if (range === null || numbers.length !== 2 || last <= first) return [...new Set(numbers)];
  return Array.from({ length: last - first + 1 }, (_, order) => first + order);
}

const JOINTS = new RegExp(
  [
    String.raw`[,;:+&/\n]|\s[-–•]\s`,
    String.raw`(?<!\p{L})(?:và|va|với|voi|cùng|cung|rồi|roi|lẫn|lan|thêm|them|nữa|nua|vừa|vua|cả|ca|kèm|còn|đồng thời|dong thoi)(?!\p{L})`,
    String.raw`(?<![\p{L}\d])(?:(?:[1-9]|một|hai|ba|bốn|mot|bon) (?:là|la)|[1-9][.)])(?![\p{L}\d])`,
  ].join('|'),
  'iu',
);

/** "mua máy đóng gói và làm bao bì": the two that "và" joins; "vừa … vừa …", "1 là …, 2 là …", a dash before each. */
export function splitList(text: string): string[] {
  return spellOut(text.normalize('NFC'))
    .split(JOINTS)
    .filter((part) => part.trim() !== '');
}

const HOW_MANY =
  /(?:^| )(?:co|can|muon|nho|xin|lam) (?:dam |khoang |den )?(\d|hai|ba|bon|nam) (?:viec|thu|cai|nhu cau|mong muon|khoan|muc)(?: |$)/;

/** "có 2 việc", "cần ba thứ": how many are about to be named. */
export function readHowMany(text: string): number | undefined {
  const said = HOW_MANY.exec(foldPhrase(text.normalize('NFKC')))?.[1];
  if (said === undefined) return undefined;
  return /\d/.test(said) ? Number(said) : SPELLED.indexOf(said) + 1;
}

const SPELLED = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];
const SPELLED_NUMBER = new RegExp(`\\b(?:${SPELLED.join('|')}|tu|nhat)\\b`, 'g');
const UNIT = '(?:cai|muc|y|dong|so|cau|viec|loai|phan)';

/**
 * Places in a list of `count` said in words: "cái đầu và cái cuối", "thứ hai", "hai cái đầu", "một và ba". Only where no label
 * fits, since "một" may be an answer of its own.
 */
export function readOrdinals(text: string, count: number): number[] | undefined {
  // "Một mình em" is one alone, and no first place.
  if (/\bmot minh\b/.test(foldPhrase(text))) return undefined;
  const typed = foldPhrase(text.normalize('NFKC')).replace(SPELLED_NUMBER, (word) => {
    if (word === 'nhat' || word === 'tu') return word === 'tu' ? '4' : '1';
    return String(SPELLED.indexOf(word) + 1);
  });
  const list = (numbers: readonly number[]) => ` ${numbers.join(' ')} `;
  const plain = typed
    .replace(
      new RegExp(`\\b(\\d{1,2}) ${UNIT}? ?(dau|cuoi)(?: tien| cung)?\\b`, 'g'),
      (_, digits: string, end: string) => {
        const most = Math.min(Number(digits), count);
        return list(
          Array.from({ length: most }, (_each, order) => (end === 'dau' ? order + 1 : count - most + order + 1)),
        );
      },
    )
    .replace(/\bdau(?: tien)?\b/g, ' 1 ')
    .replace(/\bcuoi(?: cung)?\b/g, ` ${count} `)
    .replace(/\b(tren|duoi)(?: cung)?\b/g, (word, end: string) =>
      count === 2 ? (end === 'tren' ? ' 1 ' : ' 2 ') : word,
    )
    .replace(new RegExp(`\\b(?:${UNIT}|thu)\\b`, 'g'), ' ');
  return readNumbers(plain.replace(/ +/g, ' ').trim());
}
