const NBSP = '\u00a0';

/**
 * What must not be torn apart at the end of a line: "Điều 5", "khoản 4", "Thông tư 28/2018/TT-BTC", "200 triệu đồng",
 * "ngày 22 tháng 11 năm 2026".
 */
const BEFORE_NUMBER =
  /(?<![\p{L}\p{N}])(Điều|Khoản|khoản|Điểm|điểm|Phụ lục|Mẫu|số|Số|tháng|quý|năm|ngày|Ngày|Luật|Nghị định|Thông tư|Thông tư liên tịch|Nghị quyết|Quyết định|Chỉ thị) (?=\d)/gu;
const BEFORE_UNIT =
  /(?<=\d) (?=(?:triệu|tỷ|nghìn|đồng|tháng|năm|người|máy|kg|tấn|tạ|lít|ha|kW|kWh)(?![\p{L}\p{N}])|%)/gu;
const BEFORE_CURRENCY = /(?<![\p{L}\p{N}])(triệu|tỷ|nghìn) (?=đồng(?![\p{L}\p{N}]))/gu;

export function keepTogether(text: string): string {
  return text
    .replaceAll(BEFORE_NUMBER, `$1${NBSP}`)
    .replaceAll(BEFORE_UNIT, NBSP)
    .replaceAll(BEFORE_CURRENCY, `$1${NBSP}`);
}

type Paper = string | number | null | readonly Paper[] | { readonly [field: string]: Paper | undefined };

/** The same paper with every text so kept together. */
export function typeset<P>(paper: P): P;
export function typeset(paper: Paper | undefined): Paper | undefined {
  if (typeof paper === 'string') return keepTogether(paper);
  if (Array.isArray(paper)) return paper.map((each) => typeset(each));
  if (typeof paper !== 'object' || paper === null) return paper;
  return Object.fromEntries(Object.entries(paper).map(([field, value]) => [field, typeset(value)]));
}
