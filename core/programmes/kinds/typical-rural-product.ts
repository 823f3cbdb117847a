import type { ProgrammeKind } from '../programme.ts';
import {
  CERTIFICATE,
  LOCAL_MATERIALS,
  NO_OPTION,
  NOT_KNOWN,
  NOT_THERE,
  WHO,
  WORKERS,
  YES_OPTION,
} from '../shared-questions.ts';

/**
 * Typical rural industrial product (sản phẩm CNNT tiêu biểu): the registration. The four groups are those of TT 26/2014 Điều 5, what is
 * handed in those of Điều 12: the form with a copy of the registration, the description with three colour photos (front, side,
 * top), certificates where there are any (facts 4, verified-old).
 */
export const programme: ProgrammeKind = {
  id: 'typical-rural-product',
  order: 12,
  need: {
    id: 'typical-product',
    menu: 'honours',
    hasNoPrice: true,
    aliases: [
      'san pham tieu bieu',
      'tieu bieu',
      'cnnt tieu bieu',
      'san pham cong nghiep nong thon',
      'binh chon san pham',
      'thi san pham',
      'du thi',
      ...['cong nhan san pham', 'san pham duoc cong nhan'],
    ],
  },
  details: {
    id: 'product',
    version: 1,
    questions: [
      { id: 'product-name', field: { kind: 'text', maxLength: 150 }, sameAs: 'product' },
      {
        id: 'product-group',
        field: {
          kind: 'choice',
          options: [
            { id: 'crafts', aliases: ['thu cong', 'my nghe', 'may tre', 'tho cam', 'dan lat'] },
            { id: 'food', aliases: ['nong san', 'thuc pham', 'che', 'mien', 'ruou', 'do uong', 'lam san', 'thuy san'] },
            { id: 'machines', aliases: ['may', 'co khi', 'thiet bi', 'dung cu', 'phu tung'] },
            { id: 'other', aliases: ['khac', ...NOT_KNOWN] },
          ],
        },
      },
      {
        id: 'product-set',
        field: {
          kind: 'choice',
          options: [
            { id: 'single', aliases: ['mot', 'mot san pham', 'mot loai', 'le'] },
            { id: 'set', aliases: ['bo', 'ca bo', 'mot bo', 'nhieu loai'] },
          ],
        },
      },
      { id: 'product-own', field: { kind: 'choice', options: [YES_OPTION, NO_OPTION] } },
      { id: 'product-series', field: { kind: 'choice', options: [YES_OPTION, NO_OPTION] } },
      { id: 'product-story', field: { kind: 'text', maxLength: 800 } },
      { id: 'product-output', field: { kind: 'text', maxLength: 200 }, skip: { phrases: NOT_KNOWN } },
      LOCAL_MATERIALS,
      WORKERS,
      { id: 'photo-front', field: { kind: 'photos', of: 'product' } },
      { id: 'photo-side', field: { kind: 'photos', of: 'product' } },
      { id: 'photo-top', field: { kind: 'photos', of: 'product' } },
      {
        id: 'product-honours',
        field: {
          kind: 'choice',
          options: [
            { id: 'none', aliases: ['chua', 'chua co', 'khong', 'chua lan nao', 'lan dau', 'lan dau tien'] },
            { id: 'commune', aliases: ['cap xa', 'xa', 'cap huyen', 'huyen'] },
            { id: 'province', aliases: ['cap tinh', 'tinh'] },
            { id: 'higher', aliases: ['khu vuc', 'quoc gia', 'cap khu vuc', 'cap quoc gia'] },
          ],
        },
      },
      { id: 'product-papers', field: { kind: 'photos' }, skip: { phrases: NOT_THERE } },
      ...WHO,
      CERTIFICATE,
    ],
  },
};
