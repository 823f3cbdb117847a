import type { Question } from '../forms/form.ts';

/** The sectors of NĐ 45/2012 Điều 5 khoản 1, as amended by NĐ 235/2025 (facts 1.3), in the words of producers. */
export const SECTOR: Question = {
  id: 'sector',
  wordsOf: 'register:shared',
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
        notIn: ['dien tich', 'dien thoai', 'dai dien', 'nha dien'],
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
