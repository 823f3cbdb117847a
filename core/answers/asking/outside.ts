// Kinds of questions that share many words with what the articles tell and still ask for something else: recipes, market
// prices, shops, opening hours, names of people. Over `plainForm`.
const OUTSIDE = [
  /\b(?:cach|bi quyet) (?:lam|nau|u|pha|trong|nuoi|che bien|van hanh|su dung|sua|lam ra)\b(?! (?:ho so|don|giay|phieu|thu tuc|de an|nhan hieu))/,
  /\bcong thuc\b/,
  /\bmay gio\b/,
  /\b(?<!doi |dat )ten (?:la )?(?:gi|ai)\b/,
  /\b(?:loai|hang|may (?:\S+ ){1,4}?) ?nao (?:tot|ben|re|ngon)\b/,
  /\b(?:bi hong|sua may|sua chua may|bao hanh)\b/,
  /\bluong (?:bao nhieu|thang|may)\b/,
  /^(?:\S+ ){0,3}gia (?!tri|dinh|ca|cong|han|danh)(?:\S+ ){1,6}(?:bao nhieu|hom nay|khoang)/,
  /^gia (?!tri|dinh|ca|cong|han|danh)(?:\S+ ?){1,6}$/,
  /\b(?:mua|ban|thue)\b.* (?:o dau|cho nao|cua hang nao|dau re|o cua hang)/,
];
const SUPPORT = /\b(?:ho tro|khuyen cong|duoc|xin|nha nuoc|vay|tu van|duyet|dung ten|hoa don)\b/;

/** Whether the question is of a kind that no article answers. */
export function isOutside(plain: string): boolean {
  return !SUPPORT.test(plain) && OUTSIDE.some((pattern) => pattern.test(plain));
}

const CUE =
  /\b(?:ho tro|khuyen cong|nha nuoc|ho so|giay to|thu tuc|de an|phieu|binh chon|tieu bieu|san pham|hop tac xa|co so|dang ky|dieu kien|uu tien|xin|duoc (?:khong|huong|bao nhieu)|nghiem thu|giai ngan|tam ung|nhan hieu|hoi cho|bao bi|day chuyen|mo hinh|ocop|ho kinh doanh|giay chung nhan|du lieu|mat phi)\b/;

/** Whether the question speaks of support, papers or the things that support is for. */
export function hasCue(plain: string): boolean {
  return CUE.test(plain);
}
