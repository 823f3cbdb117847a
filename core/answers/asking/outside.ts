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
  /^(?:\S+ ){0,3}(?<!quoc )gia (?!tri|dinh|ca|cong|han|danh)(?:\S+ ){1,6}(?:bao nhieu|hom nay|khoang)/,
  /^gia (?!tri|dinh|ca|cong|han|danh)(?:\S+ ?){1,6}$/,
  /\b(?:mua|ban|thue)\b.* (?:o dau|cho nao|cua hang nao|dau re|o cua hang)/,
];
// Details that no article holds, whatever else the question speaks of: pay, people's names and own numbers, lists of who got
// something, rates of success, files and links, days of meetings, how often one may come again.
const DETAILS = [
  /\b(?:phu cap|thu lao|he so luong|tien luong|luong (?:cua|can bo|giam doc|cong nhan|toi thieu|co ban|vien chuc))\b/,
  /\b(?:giam doc|chu tich|bi thu|truong phong|truong thon|can bo|chuyen vien)(?: \S+){0,6} (?:ten (?:la )?(?:gi|ai)|may tuoi|bao nhieu tuoi|que o dau)\b/,
  /\b(?:so (?:dien thoai|dt|di dong|rieng)|email|zalo|facebook)(?: \S+){0,2} (?:giam doc|pho giam doc|chu tich|bi thu|truong phong)\b/,
  /\bdanh sach (?:\S+ ){0,3}(?:co so|ho|nha|don vi|doanh nghiep|nguoi|htx|hop tac xa) (?:\S+ ){0,3}(?:duyet|nhan|trung|huong)\b/,
  /\b(?:ty|ti) le (?:\S+ ){0,2}(?:dau|truot|do|thanh cong|duoc duyet|bi loai|bi tu choi)\b/,
  /\bbao nhieu (?:ho so|don|de an|co so|phieu) (?:\S+ ){0,2}(?:bi|duoc|da) (?:loai|truot|tu choi|duyet)\b/,
  /\b(?:file (?:word|excel|pdf)|link(?! la\b)|duong dan)\b/,
  /\b(?:dia chi|vao|xem|tren|ten) (?:fanpage|website)\b|\b(?:fanpage|website) (?:nao|la gi|cua (?:trung tam|so|tinh|bo)|trung tam|so cong thuong|khuyen cong)\b/,
  /\bhop (?:vao )?(?:ngay|hom|thu) (?:nao|may)\b|\bmay gio\b/,
  /\b(?:bao lau|may nam|may thang) (?:\S+ ){0,3}(?:duoc|moi) (?:\S+ ){0,2}(?:ban lai|ban di|sang ten|thanh ly|cho thue)\b/,
  /\b(?:thue (?:vat|gtgt|gia tri gia tang|tncn|thu nhap|mon bai|dat))\b/,
  /^(?!.*\b(?:du lieu|thong tin)\b).*\bbi phat\b.*\bbao nhieu\b|^(?!.*\b(?:du lieu|thong tin)\b).*\bphat (?:bao nhieu|may trieu)\b/,
  /\b(?:may tuoi|tren \d+ tuoi|duoi \d+ tuoi|qua tuoi)\b/,
];
const SUPPORT = /\b(?:ho tro|khuyen cong|duoc|xin|nha nuoc|vay|tu van|duyet|dung ten|hoa don)\b/;

/** Whether the question is of a kind that no article answers. */
export function isOutside(plain: string): boolean {
  if (DETAILS.some((pattern) => pattern.test(plain))) return true;
  return !SUPPORT.test(plain) && OUTSIDE.some((pattern) => pattern.test(plain));
}

const CUE =
  /\b(?:ho tro|khuyen cong|nha nuoc|ho so|giay to|thu tuc|de an|phieu|binh chon|tieu bieu|san pham|hop tac xa|co so|dang ky|dieu kien|uu tien|xin|duoc (?:khong|huong|bao nhieu)|nghiem thu|giai ngan|tam ung|nhan hieu|hoi cho|bao bi|day chuyen|mo hinh|ocop|ho kinh doanh|giay chung nhan|du lieu|mat phi)\b/;

/** Whether the question speaks of support, papers or the things that support is for. */
export function hasCue(plain: string): boolean {
  return CUE.test(plain);
}
