import type { ProgrammeKind } from '../programme.ts';
import { readsChoices } from '../said-choice.ts';
import { SECTOR } from '../sector.ts';
import {
  LOCAL_MATERIALS,
  NO_OPTION,
  PLAN_AND_PAPERS,
  UNSURE_OPTION,
  WHO,
  WORKERS,
  YES_OPTION,
} from '../shared-questions.ts';

/**
 * Technical demonstration model (mô hình trình diễn kỹ thuật): a new technology or product, or a workshop that does well and
 * shows others how (facts 2.2, 2.3).
 */
export const programme: ProgrammeKind = {
  id: 'technical-demonstration-model',
  order: 2,
  need: {
    id: 'demonstration',
    menu: 'better-ways',
    aliases: [
      'mo hinh trinh dien',
      'trinh dien',
      ...['san xuat thu', 'lam thu', 'cho ba con xem'],
      'lam mo hinh',
      'mo hinh nhan rong',
      'mo hinh',
      'cong nghe moi',
      'san pham moi',
    ],
  },
  rateKind: 'demonstration-model',
  rateKindBy: {
    question: 'model-kind',
    ofOption: {
      'new-product': 'demonstration-model',
      'new-technology': 'demonstration-model',
      replication: 'replication-model',
    },
  },
  readWish: readsChoices({
    'model-kind': {
      phrases: {
        'new-product': ['san pham moi'],
        'new-technology': ['cong nghe moi'],
        replication: ['nhan rong', 'mo hinh nhan rong'],
      },
    },
  }),
  details: {
    id: 'model',
    version: 1,
    questions: [
      ...WHO,
      SECTOR,
      WORKERS,
      {
        id: 'model-kind',
        field: {
          kind: 'choice',
          options: [
            { id: 'new-product', aliases: ['san pham moi', 'hang moi'] },
            { id: 'new-technology', aliases: ['cong nghe', 'may moi', 'cach lam moi', 'ky thuat moi'] },
            {
              id: 'replication',
              aliases: [
                ...['nhan rong', 'cho nguoi khac hoc', 'dang lam tot', 'gioi thieu', 'tham quan'],
                ...['ba con den xem', 'moi nguoi den xem', 'nguoi ta den xem', 'cho ba con xem', 'ba con hoc theo'],
              ],
            },
            UNSURE_OPTION,
          ],
        },
      },
      { id: 'model-what', field: { kind: 'text', maxLength: 600 } },
      { id: 'model-nearby', field: { kind: 'choice', options: [NO_OPTION, YES_OPTION, UNSURE_OPTION] } },
      LOCAL_MATERIALS,
      ...PLAN_AND_PAPERS,
    ],
  },
};
