/** How much is asked. */
export const ASKS =
  /\b(?:bao nhi?eu|nhi?eu|nhi?u|bao tien|may|the nao|sao|phan thieu|mot nua|chung (?:mo|nao)|muc(?: \S+)?(?: ho tro| nao| duoc)|muc ho tro|con so|tien ho tro|ho tro(?= \.|$)|hoi ho tro|bang nao)\b/;
export const SAYS_SUPPORT = /\b(?:ho tro|duoc|cho|nha nuoc|xin|khuyen cong)\b/;
/** Another thing that is asked than how much. */
export const ASKS_OTHER =
  /\b(?:o dau|bao gio|bao lau|khi nao|luc nao|ai|tai sao|vi sao|cho nao|cong suat bao nhieu|(?:bao nhieu|may) (?:lan|nam|ngay|thang|bo|loai)|^sao)\b/;
const HOW_MUCH_BESIDE = /\b(?:bao nhi?eu|nhi?eu|nhi?u|bao tien|may|muc|phan thieu|mot nua)\b/;
/** Nothing is asked in "máy sấy 400 triệu": that is how much, too. */
export const ASKS_SOMETHING = /\b(?:thi|co|tien|bao|khong|hong|dung|chua|neu|giay to|ho so|thu tuc)\b/;

/** "máy 250 triệu ai duyệt": who, when, where, and not how much beside it. */
export function asksOnlyOther(plain: string): boolean {
  return ASKS_OTHER.test(plain) && !HOW_MUCH_BESIDE.test(plain.replace(ASKS_OTHER, ' '));
}

/** How much of something else is asked: "máy 500 triệu đóng thuế bao nhiêu", "… phải đối ứng mấy". */
const OF_ELSE =
  /\b(?:thue|lai suat|tien lai|doi ung|tam ung|nop phat|bi phat|dat coc|luong|phi|no|vay|gop)(?: (?!ho tro|duoc|cho|xin|nha nuoc|khuyen cong)\S+){0,2} (?:bao nhi?eu|may|nhi?eu|nhi?u|bao tien)\b/;

export function asksOfElse(plain: string): boolean {
  return OF_ELSE.test(plain);
}
