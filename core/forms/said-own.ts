import { fold, foldPhrase } from '../text/fold.ts';
import type { Question } from './form.ts';

/** "Dạ nhà em", "cơ sở chúng tôi": who speaks of their own. */
const OWN =
  /^(?:(?:da|vang|thi|vay|chao|ad|anh|chi|oi|a) )*(?:(?:nha|ben|xuong|co so|co so san xuat|htx|hop tac xa|cong ty|cty|to hop tac|gia dinh)(?: (?:nha|cua))?(?: (?:em|toi|minh|chau|con|chung toi|chung em))?|(?:bo|me|bo me|ong ba|vo|chong|ong noi|ba noi|ong ngoai|ba ngoai|ong|ba) (?:em|toi|minh|chau|con)|em|toi|minh|chung toi|chung em) (?:(?:dang|hien|chuyen|co|cung|van) )*/;
const KIN = /(?:^| )(?:bo|me|bo me|ong ba|vo|chong|ong|ba)(?: noi| ngoai)? (?:em|toi|minh|chau|con) $/;
/** "Cô là Tâm làm bánh chưng": who they are stands before what they make. */
const NAMED =
  /^(?:(?:da|vang|a) )*(?:em|toi|minh|chau|co|chu|bac|chi|anh|ong|ba) (?:la|ten la|ten) (?:\S+ ){1,5}?(?=(?:chuyen |dang )?(?:lam|san xuat|che bien) )(?:(?:chuyen|dang) (?=(?:lam|san xuat|che bien) ))?/;
/** "Hộ thứ 1: bà Nông Thị Mai làm rượu ngô", "nhà chị Sủi dệt thổ cẩm": whose it is stands before what they make. */
const HOUSE =
  /^(?:(?:da|vang|con|tiep|roi) )*(?:(?:ho|nha)(?: (?:thu )?(?:\d{1,2}|nhat|hai|ba(?= (?:la )?ba )|tu|nam):?)?:? (?:la )?(?:ong|ba|anh|chi|co|chu|bac|cu)|ong|ba) (?!(?:toi|em|minh|chau|con|nha|noi|ngoai|oi|cho|muon|can) )(?:\S+ ){1,4}?(?=(?:chuyen |dang )?(?:lam|san xuat|che bien|nau) )(?:(?:chuyen|dang) (?=(?:lam|san xuat|che bien|nau) ))?/;
/** "Miến dong nhà em muốn dự thi", "rượu men lá của chúng tôi": the thing stands before whose it is. */
const OF_OURS =
  /^(?:(?:cua )?(?:nha|ben|xuong|co so|htx|to|cong ty) (?:em|toi|minh|chau|con|chung toi|chung em)|cua (?:em|toi|minh|chau|con|chung toi|chung em))(?: |$)/;
const MOST_MORE = 3;
const CLAUSES = /[,;.!?\n]+/;
/** Where what is told of ends, with marks or without. */
const ENDS =
  /^(?:muốn|cần|xin|định|đang|nay|hiện|giờ|có|ở|tại|để|nên|thì|nhưng|mà|mong|nhờ|được|từ|bán|lâu|đã|chưa|không|cho|dính|tốn|bị|hay|rất|quá|vất|muon|can|xin|dinh|dang|hien|gio|o|nen|thi|nhung|mong|duoc|ạ)$/iu;
/** "Em làm phiếu", "tôi làm hộ mẹ", "nhà em làm ăn": no thing that is made. */
const NO_THING =
  /^(?:phieu|don|ho so|giay (?:to|phep|chung|dang ky|kinh doanh|khai)|ho|giup|thay|dum|gium|thu tuc|viec|an|thue|chu|giam doc|truong|pho|can bo|nong|ruong|ray|nuong|the|gi|sao|cong|tu|ca|dai|mot minh|theo|dich vu|mo hinh|lai|duoc|khong|ko|duoi|o|roi|xong|nghe|cung|chung|nhieu|it|rat|qua|bang|voi|nho|lon|to|kem|thu|den)(?: |$)/;
/** "… bán chợ", typed without marks: "ban" alone may be many words. */
const SOLD = /^ban (?:cho|le|buon|o|tai|dan|trong|ngoai|quanh|hang|kiem)$/;
const MOST_WORDS = 7;
const MOST_LISTED = 3;

/** What may not be a further thing that is made: a place, a name, a number. */
const ELSEWHERE =
  /^(?:ban (?:cham|kho|khong|it)|kho|thieu|bi|hay|chua|khong|ko|dong goi|toan|phai|cung|can|muon|xin|dinh|xa|phuong|thi tran|huyen|tinh|htx|hop tac xa|cong ty|cty|co so|chi|anh|ong|ba|ten|sdt|so|mst|ma so|em|toi|minh|nha|o|tai|von|gia) |\d/;

/** What somebody tells of their own by the question's verbs: of "nhà em làm miến dong, muốn xin hỗ trợ" the noodles. */
export function readSaidOwn({ saidWith = [], madeOf = [] }: Question, text: string): string | undefined {
  const clauses = text.normalize('NFC').split(CLAUSES);
  for (const [order, clause] of clauses.entries()) {
    const thing = saidWith.some((verb) => verb.includes('ten')) ? undefined : thingOfOurs(clause, madeOf);
    if (thing !== undefined) return thing;
    const words = wordsOf(clause);
    const typed = words.map((word) => fold(word)).join(' ');
    const whose = (NAMED.exec(`${typed} `) ?? OWN.exec(`${typed} `) ?? HOUSE.exec(`${typed} `))?.[0];
    const own = whose ?? (saysKnownThing(typed, saidWith, madeOf) ? '' : undefined);
    const verb = saidWith.find((phrase) => own !== undefined && `${typed.slice(own.length)} `.startsWith(`${phrase} `));
    if (own === undefined || verb === undefined) continue;
    // "Mẹ con tên là Hà Thị Liễu" is no name of an establishment.
    if (verb.includes('ten') && KIN.test(own)) continue;
    const told = untilEnd(words.slice(`${own}${verb}`.trim().split(' ').length), madeOf);
    if (told.words.length === 0 || told.words.length > MOST_WORDS || NO_THING.test(foldPhrase(told.words.join(' '))))
      continue;
    const more = told.isCut ? [] : listedAfter(clauses.slice(order + 1));
    return [told.words.join(' '), ...more].join(', ');
  }
  return undefined;
}

/** "Làm bánh giò bán chợ": of nobody, and only of what is known as something that is made. */
function saysKnownThing(typed: string, verbs: readonly string[], madeOf: readonly string[]): boolean {
  const verb = verbs.find((phrase) => typed.startsWith(`${phrase} `));
  const thing = verb === undefined ? '' : `${typed.slice(verb.length + 1)} `;
  return madeOf.some((known) => thing.startsWith(`${known} `));
}

/** What is known as a thing, at the beginning, with up to a few words more before whose it is. */
function thingOfOurs(clause: string, madeOf: readonly string[]): string | undefined {
  const words = wordsOf(clause);
  const typed = words.map((word) => fold(word));
  const known = madeOf.filter((thing) => `${typed.join(' ')} `.startsWith(`${thing} `));
  if (known.length === 0) return undefined;
  const fewest = Math.max(...known.map((thing) => thing.split(' ').length));
  const end = typed.findIndex((_, at) => at >= fewest && OF_OURS.test(typed.slice(at).join(' ')));
  return end === -1 || end > fewest + MOST_MORE ? undefined : words.slice(0, end).join(' ');
}

/** "Chè xanh, chè đinh": what a comma adds. */
function listedAfter(clauses: readonly string[]): string[] {
  const more: string[] = [];
  for (const clause of clauses) {
    const { words, isCut } = untilEnd(wordsOf(clause));
    const isThing = words.length > 0 && words.length <= MOST_LISTED && !ELSEWHERE.test(`${foldPhrase(clause)} `);
    if (!isThing || (isCut && wordsOf(clause).length > words.length + 1)) break;
    more.push(words.join(' '));
  }
  return more;
}

/** "Gạch không nung": what is known as one thing does not end within its name. */
function untilEnd(words: readonly string[], known: readonly string[] = []): { words: string[]; isCut: boolean } {
  const typed = words.map((word) => fold(word)).join(' ');
  const lengths = known.filter((thing) => `${typed} `.startsWith(`${thing} `)).map((thing) => thing.split(' ').length);
  const isEnd = (word: string, at: number): boolean =>
    ENDS.test(word) ||
    SOLD.test(
      `${words
        .slice(at, at + 2)
        .map((each) => fold(each))
        .join(' ')}`,
    );
  const end = words.findIndex((word, at) => at >= Math.max(0, ...lengths) && isEnd(word, at));
  return end === -1 ? { words: [...words], isCut: false } : { words: words.slice(0, end), isCut: words[end] !== 'ạ' };
}

function wordsOf(clause: string): string[] {
  return clause.trim().split(/\s+/).filter(Boolean);
}
