import type { ProgrammeKind } from '../programme.ts';
import { readsChoices } from '../said-choice.ts';
import { SECTOR } from '../sector.ts';
import { NO_OPTION, NOT_KNOWN, PLAN_AND_PAPERS, UNSURE_OPTION, WHO, WORKERS, YES_OPTION } from '../shared-questions.ts';

/**
 * Cleaner production, sustainable production and consumption (sản xuất sạch hơn, sản xuất và tiêu dùng bền vững): facts 1.2,
 * 2.1, 2.3.
 */
export const programme: ProgrammeKind = {
  id: 'cleaner-production',
  order: 3,
  need: {
    id: 'cleaner-production',
    menu: 'better-ways',
    aliases: [
      'san xuat sach',
      'san xuat sach hon',
      'sxsh',
      'tiet kiem dien',
      'tiet kiem nang luong',
      'tieu dung ben vung',
      ...['do ton dien', 'giam tien dien', 'do tien dien', 'bot tien dien', 'dien mat troi', 'nang luong mat troi'],
      ...['do ton cui', 'bot ton cui', 'giam ton cui', 'giam khoi', 'bot khoi', 'do khoi', 'it phat thai'],
    ],
  },
  rateKind: 'cleaner-production',
  readWish: readsChoices({
    'clean-aims': {
      isSeveral: 'all',
      phrases: {
        energy: [
          ...[
            'tiet kiem dien',
            'ton dien',
            'tien dien',
            'dien mat troi',
            'nang luong',
            'ton than',
            'bot than',
            'tiet kiem than',
          ],
          ...['ton cui', 'bot cui', 'tiet kiem cui', 'nhien lieu'],
        ],
        materials: ['tiet kiem nguyen lieu', 'hao hut'],
        water: ['nuoc thai', 'tiet kiem nuoc'],
        air: [
          'khoi bui',
          'nhieu khoi',
          'bot khoi',
          'giam khoi',
          'do khoi',
          'khoi than',
          'khi thai',
          'nhieu bui',
          'giam bui',
          'mui hoi',
        ],
        waste: ['ba thai', 'chat thai ran', 'phe lieu'],
      },
    },
  }),
  details: {
    id: 'cleaner',
    version: 1,
    questions: [
      ...WHO,
      SECTOR,
      WORKERS,
      {
        id: 'clean-aims',
        field: {
          kind: 'choices',
          options: [
            { id: 'energy', aliases: ['dien', 'than', 'cui', 'nhien lieu', 'nang luong'] },
            { id: 'materials', aliases: ['nguyen lieu', 'vat tu', 'hao hut'] },
            { id: 'water', aliases: ['nuoc', 'nuoc thai'] },
            { id: 'air', aliases: ['khoi', 'bui', 'mui', 'khi thai'] },
            { id: 'waste', aliases: ['rac', 'ba thai', 'phe lieu', 'chat thai ran'] },
          ],
        },
      },
      { id: 'clean-now', field: { kind: 'text', maxLength: 400 } },
      { id: 'clean-plan', field: { kind: 'text', maxLength: 600 }, skip: { phrases: NOT_KNOWN } },
      { id: 'clean-assessed', field: { kind: 'choice', options: [NO_OPTION, YES_OPTION, UNSURE_OPTION] } },
      ...PLAN_AND_PAPERS,
    ],
  },
};
