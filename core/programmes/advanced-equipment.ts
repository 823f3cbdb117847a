import type { Question } from '../forms/form.ts';
import { expandGroup } from '../forms/group.ts';
import type { Programme } from './programme.ts';
import { supportRequest } from './support-request.ts';

/** "Not known yet", as people say it of a sum or a date. */
const NOT_KNOWN = [
  'chua ro',
  'chua biet',
  'khong ro',
  'khong biet',
  'ko ro',
  'ko biet',
  'k biet',
  'chua chac',
  'chua tinh',
];
const NOT_THERE = ['chua co', 'khong co', 'ko co', 'chua lam', 'chua dang ky', 'chua xin'];

/** The sectors of NĐ 45/2012 Điều 5 khoản 1, as amended by NĐ 235/2025 (facts 1.3), in the words of producers. */
const SECTOR: Question = {
  id: 'sector',
  field: {
    kind: 'choice',
    options: [
      {
        id: 'food',
        aliases: [
          'thuc pham',
          'nong san',
          'lam san',
          'thuy san',
          'mien',
          'che',
          'ruou',
          'bun',
          'banh',
          'go',
          'duoc lieu',
        ],
      },
      {
        id: 'consumer-goods',
        aliases: ['hang tieu dung', 'xuat khau', 'may mac', 'det may', 'da giay', 'quan ao', 'do gia dung'],
      },
      { id: 'crafts', aliases: ['tieu thu cong', 'thu cong', 'my nghe', 'may tre', 'tho cam', 'dan lat', 'lang nghe'] },
      { id: 'building-materials', aliases: ['vat lieu', 'gach', 'gach khong nung', 'da xay dung', 'ngoi', 'be tong'] },
      {
        id: 'mechanics',
        aliases: ['co khi', 'dien', 'dien tu', 'sua chua', 'lap rap', 'gia cong', 'phu tung', 'tin hoc'],
      },
      { id: 'farm-chemicals', aliases: ['hoa chat', 'phan bon', 'phan vi sinh', 'thuoc bao ve thuc vat'] },
      { id: 'mining', aliases: ['khoang san', 'khai khoang', 'quang'] },
      {
        id: 'clean',
        aliases: [
          'moi truong',
          'san xuat sach',
          'xu ly nuoc thai',
          'tiet kiem nang luong',
          'nang luong',
          'cong nghe cao',
        ],
      },
      {
        id: 'other',
        aliases: ['khac', 'nganh khac', 'chua ro', 'khong ro', 'ko ro', 'khong biet', 'ko biet', 'chua biet'],
      },
    ],
  },
};

/** Several machines; a used one is written down like a new one, since officers decide, not the form. */
const MACHINES = expandGroup({
  id: 'machines',
  mostItems: 20,
  parts: [
    { id: 'name', field: { kind: 'text', maxLength: 150 } },
    {
      id: 'state',
      field: {
        kind: 'choice',
        options: [
          { id: 'new', aliases: ['moi', 'mua moi', 'moi tinh', 'moi 100', 'moi nguyen'] },
          { id: 'used', aliases: ['cu', 'da dung', 'qua su dung', 'second hand', 'hang bai', 'thanh ly'] },
        ],
      },
    },
    {
      id: 'price',
      // Outside of these a slip is likelier than the truth, so the sum is asked back; nothing is refused.
      field: { kind: 'money', plausibleVnd: { min: 1_000_000, max: 50_000_000_000 } },
      skip: { phrases: [...NOT_KNOWN, 'chua co gia', 'chua hoi gia', 'chua co bao gia'] },
    },
  ],
  moreAliases: {
    yes: ['co', 'con', 'con nua', 'them', 'them may', 'con may nua'],
    no: ['khong', 'ko', 'k', 'het', 'het roi', 'khong con', 'ko con', 'the thoi', 'du roi', 'chi the', 'xong'],
  },
});

/**
 * Applying advanced machines and equipment (ứng dụng máy móc thiết bị tiên tiến): what officers need beside the request,
 * completed in any order, each answer kept at once. Ids are short, since they stand in the keys of buttons.
 */
export const advancedEquipment: Programme = {
  id: 'advanced-equipment',
  form: supportRequest.form,
  details: {
    id: 'equipment',
    version: 1,
    order: 'any',
    questions: [
      {
        id: 'tax-code',
        field: { kind: 'tax-code' },
        skip: { phrases: [...NOT_THERE, ...NOT_KNOWN, 'khong nho', 'ko nho'] },
      },
      { id: 'representative', field: { kind: 'name', of: 'person' } },
      { id: 'workshop', field: { kind: 'place' } },
      SECTOR,
      { id: 'workers', field: { kind: 'count', plausible: { min: 1, max: 300 } } },
      ...MACHINES,
      {
        id: 'own-capital',
        field: { kind: 'money', plausibleVnd: { min: 1_000_000, max: 100_000_000_000 } },
        skip: { phrases: [...NOT_KNOWN, 'chua co'] },
      },
      { id: 'when', field: { kind: 'when' }, skip: { phrases: [...NOT_KNOWN, 'chua dinh', 'chua quyet'] } },
      {
        id: 'earlier-support',
        field: {
          kind: 'choice',
          options: [
            { id: 'yes', aliases: ['co', 'da co', 'co roi', 'duoc roi', 'da duoc', 'da nhan', 'nhan roi'] },
            {
              id: 'no',
              aliases: ['chua', 'chua co', 'khong', 'ko', 'k', 'chua bao gio', 'chua tung', 'khong co', 'ko co'],
            },
          ],
        },
      },
      {
        id: 'earlier-what',
        field: { kind: 'text', maxLength: 300 },
        askIf: { questionId: 'earlier-support', isOneOf: ['yes'] },
      },
      { id: 'certificate', field: { kind: 'photos' }, skip: { phrases: NOT_THERE } },
      { id: 'quotation', field: { kind: 'photos' }, skip: { phrases: [...NOT_THERE, 'chua xin bao gia'] } },
    ],
  },
};
