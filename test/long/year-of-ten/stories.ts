import type { Story } from './tell.ts';

const COOPERATIVE = 'hop tac xa';
const HOUSEHOLD = 'ho kinh doanh';
const COMPANY = 'cong ty';
const of = (said: Omit<Story, 'name' | 'details'> & Partial<Story>): Story => ({
  name: 'Nguyễn Thị Hoa',
  details: {},
  ...said,
});

/** Ten establishments of ten communes; one of them writes a second time by another phone, and one again a year later. */
export const STORIES = {
  noodles: of({
    ...{ need: 'mua may say mien', product: 'mien dong', commune: 'xa con minh na ri', price: '500tr' },
    ...{ establishment: 'HTX Tài Hoan', legalForm: COOPERATIVE, phone: '0900000001' },
    details: { Ngành: 'thuc pham' },
  }),
  tea: of({
    ...{ need: 'mua may vo che', product: 'che kho', commune: 'dai tu', price: '200 trieu' },
    ...{ establishment: 'Chè Minh Tiến', legalForm: HOUSEHOLD, phone: '0900000002' },
    details: { Ngành: 'che bien thuc pham' },
  }),
  /** Her husband, on his own phone, of the same workshop. */
  teaAgain: of({
    ...{ need: 'dang ky nhan hieu', product: 'che xanh', commune: 'xa dai tu', price: '30 trieu' },
    ...{ establishment: 'che minh tien', legalForm: HOUSEHOLD, phone: '0900000022' },
  }),
  bamboo: of({
    ...{ need: 'dang ky nhan hieu', product: 'gio may', commune: 'ba be', price: '35tr' },
    ...{ establishment: 'Mây tre Pác Ngòi', legalForm: COOPERATIVE, phone: '0900000003' },
  }),
  bricks: of({
    ...{ need: 'lam mo hinh trinh dien', product: 'gach khong nung', commune: 'bach thong', price: '3 ty' },
    ...{ establishment: 'Công ty Gạch Sông Cầu', legalForm: COMPANY, phone: '0900000004' },
    details: { Ngành: 'vat lieu xay dung' },
  }),
  smiths: of({
    ...{ need: 'dao tao nghe', product: 'may nong nghiep', commune: 'phu luong', price: '120tr' },
    ...{ establishment: 'Cơ khí Phú Lương', legalForm: COMPANY, phone: '0900000005' },
    details: { 'Số người học': '25' },
  }),
  weavers: of({
    ...{ need: 'di hoi cho', product: 'tho cam', commune: 'cho don', price: '25tr' },
    ...{ establishment: 'Thổ cẩm Chợ Đồn', legalForm: COOPERATIVE, phone: '0900000006' },
    details: { 'Số gian hàng': '2' },
  }),
  distillers: of({
    ...{ need: 'mua may chung cat', product: 'ruou men la', commune: 'xa dong phuc', price: '80tr' },
    ...{ establishment: 'Rượu Bằng Phúc', legalForm: HOUSEHOLD, phone: '0900000007' },
  }),
  carpenters: of({
    ...{ need: 'mua may cua', product: 'do go', commune: 'dinh hoa', price: '330tr' },
    ...{ establishment: 'Gỗ Định Hoá', legalForm: HOUSEHOLD, phone: '0900000008' },
  }),
  bakers: of({
    ...{ need: 'mua may lam banh', product: 'banh chung', commune: 'phu binh', price: '150tr' },
    ...{ establishment: 'Bánh chưng Phú Bình', legalForm: HOUSEHOLD, phone: '0900000009' },
  }),
  mushrooms: of({
    ...{ need: 'lam bao bi', product: 'nam huong', commune: 'na ri', price: '40tr' },
    ...{ establishment: 'Nấm Na Rì', legalForm: COOPERATIVE, phone: '0900000010' },
  }),
} satisfies Record<string, Story>;

export type Who = keyof typeof STORIES;
