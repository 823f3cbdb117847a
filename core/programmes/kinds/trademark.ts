import type { ProgrammeKind } from '../programme.ts';
import { readsChoices } from '../said-choice.ts';
import {
  CERTIFICATE,
  EARLIER,
  NOT_KNOWN,
  NOT_THERE,
  QUOTATION,
  UNSURE_OPTION,
  WHEN,
  WHO,
} from '../shared-questions.ts';

/**
 * Making and registering a trademark (xây dựng, đăng ký nhãn hiệu): facts 2.3; what is shown at acceptance, 3.3 (9); the
 * office that grants it is another one, 6bis.7.
 */
export const programme: ProgrammeKind = {
  id: 'trademark',
  order: 4,
  need: {
    id: 'trademark',
    menu: 'brand',
    aliases: ['nhan hieu', 'thuong hieu', 'logo', 'dang ky nhan hieu', 'bao ho', 'ten thuong mai', 'ten rieng'],
  },
  rateKind: 'trademark',
  readWish: readsChoices({
    'mark-kind': {
      phrases: {
        own: ['nhan hieu rieng', 'thuong hieu rieng', 'logo rieng', 'cho rieng'],
        collective: ['tap the', 'dung chung', 'nhieu ho', 'ca lang', 'chung cho ca'],
      },
    },
  }),
  details: {
    id: 'mark',
    version: 1,
    questions: [
      ...WHO,
      {
        id: 'mark-name',
        field: { kind: 'text', maxLength: 150 },
        skip: { phrases: [...NOT_KNOWN, 'chua nghi ra', 'chua dat'] },
      },
      { id: 'mark-goods', field: { kind: 'text', maxLength: 300 } },
      {
        id: 'mark-kind',
        field: {
          kind: 'choice',
          options: [
            { id: 'own', aliases: ['rieng', 'cua rieng', 'mot co so', 'cua toi'] },
            { id: 'collective', aliases: ['tap the', 'chung', 'dung chung', 'nhieu ho', 'ca lang', 'lang nghe'] },
            UNSURE_OPTION,
          ],
        },
      },
      {
        id: 'mark-stage',
        field: {
          kind: 'choice',
          options: [
            { id: 'nothing', aliases: ['chua', 'chua co', 'chua lam', 'chua co gi', 'chua bat dau'] },
            {
              id: 'drawn',
              aliases: ['co mau', 'co logo', 'thiet ke roi', 've roi', 'moi ve', 'dang ve', 'dang thiet ke'],
            },
            { id: 'filed', aliases: ['nop don', 'da nop', 'nop roi', 'dang cho'] },
            { id: 'granted', aliases: ['co giay', 'duoc cap', 'co chung nhan'] },
          ],
        },
      },
      {
        id: 'mark-picture',
        field: { kind: 'photos', of: 'thing' },
        askIf: { questionId: 'mark-stage', isOneOf: ['drawn', 'filed', 'granted'] },
        skip: { phrases: NOT_THERE },
      },
      WHEN,
      ...EARLIER,
      CERTIFICATE,
      QUOTATION,
    ],
  },
};
