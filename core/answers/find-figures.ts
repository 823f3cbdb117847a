/** What a number may count for it to be a figure: a fact that must have a source. */
const UNITS = [
  '%',
  'triệu',
  'tỷ',
  'nghìn',
  'đồng',
  'ngày',
  'tuần',
  'tháng',
  'năm',
  'lần',
  'giờ',
  'lao động',
  'người',
  'bộ',
  'ảnh',
  'điểm',
  'cm',
  'số',
  'đề án',
  'mô hình',
  'sản phẩm',
  'cơ sở',
  'xã',
  'phường',
  'thôn',
  'tỉnh',
  'gian',
  'hội chợ',
  'lượt',
  'việc làm',
  'học viên',
  'dây chuyền',
];
const NUMBER = String.raw`\d+(?:[.,]\d+)*(?:×\d+)?`;
const BETWEEN = '(?:, | hoặc | và | đến |–)';
/** "300 triệu", and "8, 10, 15 triệu": the unit of a list is that of each number in it. */
const COUNTED = new RegExp(
  String.raw`(?<![\d/.,])(${NUMBER}(?:${BETWEEN}${NUMBER})*) ?(${UNITS.join('|')})(?!\p{L})`,
  'gu',
);
const DATE = /(?<![\d/])\d{1,2}\/\d{1,2}(?:\/\d{4})?(?![\d/])/gu;
const YEARS = new RegExp(String.raw`[Nn]ăm (\d{4}(?:${BETWEEN}\d{4})*)`, 'gu');
const YEAR = /^(?:19|20)\d{2}$/;

/** The figures in a text, one of each: numbers with their unit, dates, and years ("năm 2014"). */
export function findFigures(text: string): string[] {
  const plain = plainFigure(text);
  const counted = [...plain.matchAll(COUNTED)].flatMap(([, numbers = '', unit = '']) =>
    numbers
      .split(new RegExp(BETWEEN))
      .filter((number) => !YEAR.test(number))
      .map((number) => `${number} ${unit}`),
  );
  const years = [...plain.matchAll(YEARS)].flatMap(([, list = '']) =>
    list.split(new RegExp(BETWEEN)).map((year) => `năm ${year}`),
  );
  const dates = [...plain.matchAll(DATE)].map(([date]) => date);
  return [...new Set([...counted, ...years, ...dates])];
}

/** "50%" and "50 %" are one figure. */
export function plainFigure(text: string): string {
  return text.replace(/(\d) ?%/g, '$1 %').replace(/[^\S\n]+/g, ' ');
}
