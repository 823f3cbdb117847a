import { foldPhrase } from '../../text/fold.ts';

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
