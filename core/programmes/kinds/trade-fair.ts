import type { ProgrammeKind } from '../programme.ts';
import { readsChoices } from '../said-choice.ts';
import {
  CERTIFICATE,
  EARLIER,
  inOwnWords,
  NOT_KNOWN,
  NOT_THERE,
  UNSURE_OPTION,
  WHEN,
  WHO,
} from '../shared-questions.ts';

/**
 * Trade fairs at home and abroad (hội chợ, triển lãm): facts 2.2 (abroad at most twice a year), 2.3; a fair has many hosts, 6bis.6.
 */
export const programme: ProgrammeKind = {
  id: 'trade-fair',
  order: 6,
  need: {
    id: 'fair',
    menu: 'selling',
    aliases: ['hoi cho', 'trien lam', 'gian hang hoi cho', 'gian hang', 'phien cho'],
    notIn: ['gian hang tren', 'gian hang online', 'gian hang shopee', 'gian hang tiktok', 'gian hang qua mang'],
  },
  rateKindBy: { question: 'fair-where', ofOption: { country: 'fair-joined', abroad: 'fair-abroad' } },
  // At a fair of the province or one that is not chosen yet, who holds it decides.
  ruleKinds: ['fair-organised', 'fair-joined'],
  readWish: readsChoices({
    'fair-where': {
      phrases: {
        province: ['trong tinh'],
        country: ['tinh khac', 'ngoai tinh', 'trong nuoc', 'ha noi', 'hai phong', 'da nang', 'sai gon', 'hue'],
        abroad: [
          ...['nuoc ngoai', 'ngoai nuoc', 'trung quoc', 'quang tay', 'van nam', 'thai lan', 'han quoc', 'nhat ban'],
          ...['ben lao', 'sang lao', 'nuoc lao', 'o lao'],
        ],
      },
    },
  }),
  details: {
    id: 'fair',
    version: 1,
    questions: [
      {
        id: 'fair-where',
        field: {
          kind: 'choice',
          options: [
            { id: 'province', aliases: ['trong tinh', 'o tinh', 'gan nha'] },
            { id: 'country', aliases: ['tinh khac', 'trong nuoc', 'ha noi', 'sai gon', 'ngoai tinh'] },
            { id: 'abroad', aliases: ['nuoc ngoai', 'trung quoc', 'lao', 'ngoai nuoc'] },
            UNSURE_OPTION,
          ],
        },
        // "Hà Nội với Trung Quốc": one trip after the other.
        wordsTo: 'fair-which',
      },
      {
        id: 'fair-abroad-before',
        field: {
          kind: 'choice',
          options: [
            { id: 'none', aliases: ['chua', 'chua di', 'khong', 'ko', 'chua lan nao', '0 lan'] },
            { id: 'once', aliases: ['mot lan', '1 lan'] },
            { id: 'twice', aliases: ['hai lan', '2 lan', 'nhieu lan'] },
          ],
        },
        askIf: { questionId: 'fair-where', isOneOf: ['abroad'] },
      },
      {
        id: 'fair-which',
        field: { kind: 'text', maxLength: 200 },
        skip: { phrases: [...NOT_KNOWN, ...NOT_THERE, 'chua chon'] },
      },
      {
        id: 'fair-booths',
        field: { kind: 'count', plausible: { min: 1, max: 10 }, units: ['gian hang', 'gian', 'quay'] },
        toldBy: ['gian hang', 'gian', 'quay'],
      },
      {
        id: 'fair-people',
        field: { kind: 'count', plausible: { min: 1, max: 20 } },
        toldBy: ['nguoi di', 'nguoi cung di', 'nguoi'],
      },
      inOwnWords(WHEN),
      ...WHO,
      ...EARLIER,
      CERTIFICATE,
      { id: 'goods-photos', field: { kind: 'photos', of: 'thing' }, skip: { phrases: NOT_THERE } },
    ],
  },
};
