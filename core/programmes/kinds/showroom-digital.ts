import type { ProgrammeKind } from '../programme.ts';
import { readsChoices } from '../said-choice.ts';
import { NOT_THERE, PLAN_AND_PAPERS, WHO, WORKERS } from '../shared-questions.ts';

/** How each part is told, in a wish and where it is asked. */
const SAID = {
  showroom: ['trung bay', 'cua hang', 'bay hang', 'bay ban', 'gian hang gioi thieu', 'gioi thieu san pham'],
  online: [
    ...[
      'shopee',
      'tiktok',
      'facebook',
      'livestream',
      'voso',
      'postmart',
      'qua mang',
      'tren mang',
      'len mang',
      'online',
    ],
    ...['len san', 'thuong mai dien tu', 'tmdt'],
  ],
  website: ['website', 'trang web', 'lam web', 'web'],
  software: ['phan mem'],
  trace: ['truy xuat', 'ma qr', 'tem dien tu', 'qr'],
};

/**
 * Showroom, e-commerce, digital transformation (phòng trưng bày, thương mại điện tử, chuyển đổi số): facts 2.1 (4), 2.3, 6bis.6; no
 * rate is known for them, so none is spoken of.
 */
export const programme: ProgrammeKind = {
  id: 'showroom-digital',
  order: 10,
  need: {
    id: 'showroom',
    menu: 'selling',
    aliases: [
      'phong trung bay',
      'trung bay',
      'bay hang',
      'cua hang',
      'thuong mai dien tu',
      'tmdt',
      'chuyen doi so',
      'ban hang qua mang',
      'ban qua mang',
      'ban hang online',
      'ban online',
      ...[
        'tren mang',
        'qua mang',
        'livestream',
        'live stream',
        'tiktok',
        'facebook',
        'shopee',
        'voso',
        'postmart',
        'quay clip',
        'quay video',
      ],
      ...['len san', 'so hoa'],
      'san thuong mai',
      'phan mem',
      'website',
      'trang web',
      'lam web',
    ],
    notIn: [
      ...['o cua hang', 'tai cua hang', 'ra cua hang', 'cho cua hang'],
      ...['cua hang tap hoa', 'chu cua hang', 'cua hang muon', 'cua hang can', 'cua hang xin', 'cua hang dinh'],
      ...['cua hang toi', 'cua hang em', 'cua hang minh', 'cua hang nha'],
    ],
  },
  readWish: readsChoices({
    'digital-what': {
      isSeveral: true,
      phrases: SAID,
    },
  }),
  details: {
    id: 'showroom',
    version: 1,
    questions: [
      {
        id: 'digital-what',
        field: {
          kind: 'choices',
          options: [
            { id: 'showroom', aliases: SAID.showroom },
            { id: 'online', aliases: SAID.online },
            { id: 'website', aliases: SAID.website },
            { id: 'software', aliases: [...SAID.software, 'quan ly', 'may tinh'] },
            { id: 'trace', aliases: SAID.trace },
          ],
        },
      },
      {
        id: 'showroom-place',
        field: { kind: 'place' },
        sameAs: 'commune',
        askIf: { questionId: 'digital-what', isOneOf: ['showroom'] },
      },
      {
        id: 'showroom-photos',
        field: { kind: 'photos', of: 'thing' },
        askIf: { questionId: 'digital-what', isOneOf: ['showroom'] },
        skip: { phrases: NOT_THERE },
      },
      { id: 'sell-now', field: { kind: 'text', maxLength: 300 } },
      ...WHO,
      WORKERS,
      ...PLAN_AND_PAPERS,
    ],
  },
};
