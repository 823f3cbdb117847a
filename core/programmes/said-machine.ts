import { fold } from '../text/fold.ts';

const THING = /^(?:may|lo|noi|bua may|tu (?:dong|cap dong|say|mat)|day chuyen|thiet bi)(?: |$)/;
/** What stands between the deed and the thing. */
const BEFORE = /^(?:mua|sam|dau|tu|trang|bi|them|lai|mot|1|cai|chiec|bo|con|lap)$/;
const DEED = /^(?:mua|sam)$|^(?:dau tu|trang bi|lap dat)$/;
/** Where the name of the machine ends, with marks or without. */
const ENDS =
  /^(?:cũ|cu|mới|moi|giá|gia|khoảng|khoang|tầm|tam|hết|het|với|và|va|để|cho|của|cua|thì|mà|ma|ở|tại|được|duoc|trị|tri|đã|da|second|thanh|hàng|trong|vào|vao|năm|đang|thay|nhưng|nhung|ạ|tổng|tong)$/iu;
const CLAUSE_END = /[,;.!?]+$/;
const SUM = /^\d+(?:[.,]\d+)*(?:tr|ty|trieu|ti|k)?\d*$/;
const ANOTHER = /^ (?:(?:va|voi|cung|them) )*(?:mot |1 |cai |chiec )*(?:may|lo|noi|day chuyen|thiet bi) /;
const LONGEST = 7;
const USED = /^(?: (?:cu|da qua su dung|qua su dung|da su dung|da dung|second hand|hang bai|bai|thanh ly))(?= |$)/;
const NEW = /^(?: (?:moi|moi tinh|moi 100|moi nguyen|moi hoan toan))(?= |$)/;
const STATE = new RegExp(`${USED.source}$|${NEW.source}$`);
/** "Máy rửa củ": without marks it may be one. */
const ROOT = /^(?:rua|thai|got|bam|nao|xat|nghien|cat|ep|lot)$/;

/** `name` is missing where only "máy" was said. */
export type SaidMachine = { name?: string; state?: 'new' | 'used' };

/**
 * The one machine that a wish names, and whether it is new or used: of "muốn mua máy sấy cũ 300tr" the dryer, used. Undefined for
 * none and for several.
 */
export function readSaidMachine(text: string): SaidMachine | undefined {
  const words = text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');
  const plain = words.map((word) => fold(word).replace(CLAUSE_END, ''));
  const found = plain.flatMap((_, at) => machineAt(words, plain, at));
  const [only, another] = found;
  return another === undefined ? only : undefined;
}

function machineAt(words: readonly string[], plain: readonly string[], deed: number): SaidMachine[] {
  const said = plain[deed] ?? '';
  if (!DEED.test(said) && !DEED.test(`${said} ${plain[deed + 1] ?? ''}`)) return [];
  let from = deed + 1;
  while (BEFORE.test(plain[from] ?? '')) from += 1;
  if (!THING.test(plain.slice(from, from + 3).join(' '))) return [];
  const to = endOf(words, plain, from);
  const hasEnded = CLAUSE_END.test(words[to - 1] ?? '');
  const after = ` ${plain.slice(to).join(' ')} `;
  const state = hasEnded ? undefined : USED.test(after) ? 'used' : NEW.test(after) ? 'new' : undefined;
  const machine: SaidMachine = {
    ...(to - from > 1 && { name: words.slice(from, to).join(' ').replace(CLAUSE_END, '') }),
    ...(state !== undefined && { state }),
  };
  // "Máy sấy và máy nghiền", "máy sấy, máy nghiền": another one follows.
  return ANOTHER.test(after) ? [machine, {}] : [machine];
}

function endOf(words: readonly string[], plain: readonly string[], from: number): number {
  let to = from;
  while (to < words.length && to - from < LONGEST && (to === from || !CLAUSE_END.test(words[to - 1] ?? ''))) {
    const word = (words[to] ?? '').replace(CLAUSE_END, '');
    const isRoot = plain[to] === 'cu' && ROOT.test(plain[to - 1] ?? '') && word.toLowerCase() !== 'cũ';
    if (to > from && !isRoot && (ENDS.test(word) || SUM.test(plain[to] ?? ''))) break;
    to += 1;
  }
  return to;
}

/** "Máy sấy cũ": the machine, and whether it is new. */
export function splitState(said: string): SaidMachine {
  const words = said.split(' ');
  const plain = words.map((word) => fold(word));
  const at = plain.findIndex((_, from) => from > 0 && STATE.test(` ${plain.slice(from).join(' ')}`));
  if (at === -1 || ROOT.test(plain[at - 1] ?? '')) return { name: said };
  const isNew = NEW.test(` ${plain.slice(at).join(' ')}`);
  return { name: words.slice(0, at).join(' '), state: isNew ? 'new' : 'used' };
}
