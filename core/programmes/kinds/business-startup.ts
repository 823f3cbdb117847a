import type { ProgrammeKind } from '../programme.ts';
import {
  CERTIFICATE,
  EARLIER,
  NOT_THERE,
  OWN_CAPITAL,
  REPRESENTATIVE,
  UNSURE_OPTION,
  WHEN,
  WORKERS,
} from '../shared-questions.ts';

/**
 * Starting a business (khởi sự, thành lập doanh nghiệp công nghiệp nông thôn): the plan, the founding project and the costs of
 * registering, where life is hard (facts 2.3, k1).
 */
export const programme: ProgrammeKind = {
  id: 'business-startup',
  order: 9,
  need: {
    id: 'startup',
    menu: 'learning',
    aliases: [
      'lap doanh nghiep',
      'thanh lap cong ty',
      'thanh lap doanh nghiep',
      'lap cong ty',
      'mo cong ty',
      'khoi su',
      'khoi nghiep',
      'mo xuong',
      ...['mo co so', 'gop von', 'lap hop tac xa', 'lap htx', 'lap to hop tac', 'lap tht', 'lap ho kinh doanh'],
      'len doanh nghiep',
      'len cong ty',
    ],
  },
  rateKind: 'startup',
  details: {
    id: 'startup',
    version: 1,
    questions: [
      { id: 'start-market', field: { kind: 'text', maxLength: 300 } },
      {
        id: 'start-form',
        field: {
          kind: 'choice',
          options: [
            { id: 'enterprise', aliases: ['doanh nghiep', 'cong ty', 'dn', 'tnhh'] },
            { id: 'cooperative', aliases: ['hop tac xa', 'htx'] },
            { id: 'household', aliases: ['ho kinh doanh', 'hkd', 'ho'] },
            UNSURE_OPTION,
          ],
        },
      },
      {
        id: 'start-from',
        field: {
          kind: 'choice',
          options: [
            { id: 'household', aliases: ['dang lam', 'ho kinh doanh', 'dang co', 'lam nha'] },
            { id: 'new', aliases: ['moi', 'lam moi', 'bat dau', 'chua lam'] },
          ],
        },
      },
      {
        id: 'start-papers',
        field: {
          kind: 'choice',
          options: [
            { id: 'none', aliases: ['chua', 'chua lam', 'chua co'] },
            { id: 'under-way', aliases: ['dang lam', 'dang nop', 'dang cho'] },
            { id: 'granted', aliases: ['co roi', 'da co', 'duoc cap', 'xong roi'] },
          ],
        },
      },
      { ...CERTIFICATE, askIf: { questionId: 'start-papers', isOneOf: ['granted'] } },
      { id: 'start-plan', field: { kind: 'photos' }, skip: { phrases: NOT_THERE } },
      WORKERS,
      REPRESENTATIVE,
      OWN_CAPITAL,
      WHEN,
      ...EARLIER,
    ],
  },
};
