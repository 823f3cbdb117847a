import type { Hardship } from '../forms/form.ts';

/**
 * What producers complain of, before they know that there is help for it, and the needs that help, likeliest first. Only what
 * can mean little else stands here: it is proposed, and the person says which.
 */
export const HARDSHIPS: readonly Hardship[] = [
  {
    options: ['machinery'],
    phrases: [
      ...['lam tay', 'lam bang tay', 'lam thu cong', 'toan thu cong', 'lam cham', 'ton cong', 'nang suat thap'],
      ...[
        'lam khong kip',
        'lam ko kip',
        'lam khong xue',
        'may hong',
        'may cu qua',
        'may cu hong',
        'thieu may',
        'chua co may',
      ],
      ...['phoi nang', 'hang khong deu', 'san pham khong deu', 'lam vat va'],
    ],
  },
  {
    options: ['fair', 'showroom', 'packaging'],
    phrases: [
      ...[
        'ban cham',
        'cham ban',
        'kho ban',
        'khong ban duoc',
        'ko ban duoc',
        'chang ban duoc',
        'ban khong duoc',
        'khong ai mua',
      ],
      ...[
        'it nguoi mua',
        'it nguoi biet',
        'it khach',
        'vang khach',
        'khong co khach',
        'khong co dau ra',
        'thieu dau ra',
      ],
      ...[
        'ton kho',
        'hang ton',
        'e hang',
        'hang e',
        'e am',
        'nhieu nguoi biet',
        'ai cung biet',
        'khong biet ban cho ai',
        'khong biet ban o dau',
        'bi ep gia',
      ],
    ],
  },
  {
    options: ['packaging', 'trademark'],
    phrases: [
      ...[
        ...['dong goi xau', 'dong goi chua dep', 'dong goi kem', 'dong goi so sai', 'goi hang xau'],
        'bao bi xau',
        'mau ma xau',
        'nhan xau',
        'bao bi chua dep',
        'mau ma chua dep',
        'chua co bao bi',
        'khong co bao bi',
      ],
      ...['khach che bao bi', 'khach che mau ma', 'dong tui bong', 'dung tui bong', 'chua co nhan'],
    ],
  },
  {
    options: ['trademark'],
    phrases: ['bi nhai', 'nhai ten', 'lam nhai', 'bi lam gia', 'lay mat ten', 'cuop ten', 'an cap ten', 'so mat ten'],
  },
  {
    options: ['vocational-training'],
    phrases: [
      ...[
        'thieu tho',
        'khong co tho',
        'ko co tho',
        'chua co tho',
        'tho yeu',
        'tho kem',
        'tho chua quen',
        'thieu tay nghe',
      ],
      ...[
        'tay nghe kem',
        'tay nghe yeu',
        'tay nghe chua',
        'khong ai biet lam',
        'nghe mai mot',
        'mat nghe',
        'that truyen',
      ],
    ],
  },
  {
    options: ['management-training'],
    phrases: [
      'khong biet ghi so',
      'khong biet tinh gia',
      'khong biet quan ly',
      'so sach roi',
      'quan ly kem',
      'quan ly roi',
    ],
  },
  {
    options: ['cleaner-production', 'cluster'],
    phrases: [
      ...[
        'khoi bui',
        'nhieu khoi',
        'bui qua',
        'mui hoi',
        'hang xom keu',
        'dan keu',
        'o nhiem qua',
        'bi phat moi truong',
        'nuoc thai do ra',
        'nuoc ban do ra',
        'nuoc do ra',
      ],
    ],
  },
  {
    options: ['cleaner-production', 'machinery'],
    phrases: [
      ...['ton dien', 'dien ton', 'hao dien', 'ton cui', 'hao cui', 'ton than', 'ton nhien lieu', 'ton nguyen lieu'],
      ...['hao nguyen lieu', 'hao hut nhieu', 'tien dien cao', 'ton nuoc'],
    ],
  },
];
