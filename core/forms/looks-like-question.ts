import { fold } from '../text/fold.ts';

/**
 * Whether a text asks something rather than answers, so that a field of free words does not swallow
 * "may say duoc ho tro bao nhieu". Names and products pass: "Miến dong", "máy sấy", "sữa chua", "dầu lạc".
 */
export function looksLikeQuestion(text: string): boolean {
  if (text.includes('?')) return true;
  const words =
    withoutAny(withoutSomewhat(withoutDenied(withoutNever(withoutCount(withoutVacuum(text))))))
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const plain = ` ${words.map(fold).join(' ')} `;
  return ANYWHERE.test(plain) || ENDING.test(plain) || hasAccentedAsking(words) || OPENING.test(plain);
}

/** "Máy hút chân không": a vacuum asks nothing. */
function withoutVacuum(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<!\p{L})(?:chân không|(?<=(?:hut|may|say|goi|dong goi|bom|tui) )chan khong)(?!\p{L})/giu, 'chan');
}

/** "Từ hồi mười mấy tuổi", "mấy chục năm nay", "mấy mẹ con": about how many, asking nothing. */
const MANY =
  /(?<!\p{L})(?:(?:mười|mươi|chục|trăm|muoi|chuc) mấy|mấy (?:chục năm|năm nay|đời|thế hệ|hôm nay|anh em|chị em|mẹ con|bố con|vợ chồng|bà con|ông bà))(?!\p{L})/giu;

/** "Có mấy việc cần nhờ", "khai giúp mấy hộ": how many there are is said there, not asked. */
function withoutCount(text: string): string {
  return text
    .normalize('NFC')
    .replace(MANY, '')
    .replace(
      /(?<!\p{L})(?:có|co|cần|can|muốn|muon|nhờ|nho) mấy (?:việc|thứ|cái|chuyện|nhu cầu) (?=cần|nhờ|muốn|là|ạ|này|:)|(?<=(?<!\p{L})(?:giúp|hộ|thay|cùng|với|cả|cho) )mấy (?=(?:hộ|nhà|người|chị|anh|bà|ông|em|gia|bác|cô|chú|cháu|cơ)(?!\p{L}))/giu,
      '',
    );
}

/** "Chưa bao giờ", "em chưa được hỗ trợ lần nào": that it never was. "Đã bao giờ … chưa" asks. */
function withoutNever(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      /(?<!\p{L})(chưa|chua|không|khong|ko)((?: \p{L}+){0,4}?) (?:bao giờ|bao gio|lần nào|lan nao|khi nào|khi nao|lúc nào|luc nao|đợt nào|dot nao)(?= *(?:$|[.,!]| (?:ạ|a|cả|ca|hết|het|đâu|em|được|duoc|có|co|nhận|nhan)(?!\p{L})))/giu,
      '$1$2',
    );
}

/** "Chưa đăng ký gì", "không có tên đâu": that there is none is said there. Who knows nothing may still ask. */
function withoutDenied(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      /^((?:\p{L}+,? ){0,8}?(?:chưa|không|chẳng|ko|chua|khong)(?: (?!biết|rõ|hiểu|thấy|biet|ro|hieu|thay)\p{L}+){1,4}) (?:gì|đâu|gi)(?: (?:cả|hết|ạ|em|đâu|ca|het|a))*[ .!]*$/iu,
      '$1',
    );
}

/** "Hai ba chục triệu gì đó", "đâu đó 20 triệu": about so many; nothing is asked. "Là gì đó" may ask. */
function withoutSomewhat(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<!(?<!\p{L})(?:là|la|làm|lam) )(?<!\p{L})(?:gì|gi|nào|nao) (?:đó|ấy|do|ay)(?!\p{L})/giu, '')
    .replace(
      /(?<!(?<!\p{L})(?:ở|o|đi|di|đến|den) )(?<!\p{L})(?:đâu|dau) (?:đó|do|khoảng|khoang|tầm|tam)(?= [\p{L}\d])/giu,
      '',
    );
}

/** "Đâu cũng được", "muốn đi hội chợ mà chưa biết đi đâu": whatever it is, and who is not sure yet; nothing is asked. */
function withoutAny(text: string): string {
  return text
    .replace(
      /(?<!\p{L})(?:(?:ở|khi|lúc|ngày|chỗ|lớp|thế|bao|luc|ngay|cho|the) )?(?:đâu|nào|gì|sao|ai|giờ|dau|nao|gi|gio) (?:cũng|cung)(?!\p{L})/giu,
      'cũng',
    )
    .replace(
      /(?<!\p{L})(?:chưa|chua) (?:biết|biet|rõ|ro) (?:đi|di|chọn|chon|vào|vao) (?:\p{L}+ ){0,2}(?:đâu|dau|gì|gi|nào|nao)(?= *(?:$|[.,]|ạ|nên|nen))/giu,
      'chưa biết',
    );
}

/** Phrases that ask wherever they stand; folded, so only those that mean nothing else without marks. */
const ANYWHERE = new RegExp(
  ` (?:${[
    'bao nhieu',
    'bao nhiu',
    'bi nhiu',
    'bi nhieu',
    'nhiu tien',
    'bn tien',
    'bn phan',
    'bao lau',
    'bao gio',
    'bao xa',
    'khi nao',
    'luc nao',
    'ngay nao',
    'nao khong',
    'the nao',
    'nhu nao',
    'ntn',
    'lam sao',
    'tai sao',
    'vi sao',
    'sao lai',
    'ra sao',
    'lam rang',
    'o dau',
    'den dau',
    'nop dau',
    'la gi',
    'lam gi',
    'can gi',
    'gom gi',
    'nhung gi',
    'nhung giay',
    'can giay',
    'giay to gi',
    'dieu kien gi',
    'can chi',
    'o mo',
    'la ai',
    'ai duoc',
    'co phai',
    'co duoc',
    'co can',
    'co bi',
    'co mat',
    'dung khong',
    'duoc khong',
    'duoc ko',
    'dc ko',
    'duoc k',
    'dc k',
    'phai khong',
    'hay khong',
  ].join('|')}) `,
);

/** "… không", "… ko", "… hông" at the end of three words and more; "đã … chưa"; "phải mua mới hay cũ", "mới hay cũ được". */
const ENDING =
  /(?: \S+)+ (?!\d)\S+ (?:khong|ko|kg|k|hok|hong|hem|nhi)(?: (?:a|ah|em|anh|chi|ad|ban|nhi|vay|the))* $| (?:da|duoc|co) (?:\S+ )+chua(?: (?:a|em|ad))* $| phai (?:\S+ ){1,4}hay (?:\S+ ){1,4}$| hay (?:(?!cung )\S+ ){1,4}(?:duoc|dc|ha|vay|nhi|chi|em)(?: (?:a|em|anh|chi))* $/;

const OPENING =
  /^ (?:(?:a|em|anh|chi|ad|da|oi|nay) )*(?:cho (?:toi|em|minh|chau|hoi)|(?:toi|em|minh) (?:muon |xin |can )?hoi|xin hoi|hoi (?:chut|ti|xiu|cai|them|la)|the con|vay con|con neu|neu |sao )/;

/** With marks these are sure; without them they are other words (dầu, mai, máy, sao). */
function hasAccentedAsking(words: readonly string[]): boolean {
  return words.length > 1 && words.some((word) => ['đâu', 'mấy', 'gì', 'nào'].includes(word));
}
