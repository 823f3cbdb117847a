import type { ProgrammeKind } from '../programme.ts';
import { readsChoices } from '../said-choice.ts';
import { NOT_KNOWN, NOT_THERE, PLAN_AND_PAPERS, WHO } from '../shared-questions.ts';

/**
 * Packaging and label design, and consulting (tư vấn: dự án, marketing, quản trị, mẫu mã bao bì, công nghệ): facts 2.1 (5), 2.3.
 */
export const programme: ProgrammeKind = {
  id: 'packaging-consulting',
  order: 5,
  need: {
    id: 'packaging',
    menu: 'brand',
    aliases: [
      'bao bi',
      'mau ma',
      'tem',
      'tem nhan',
      'nhan mac',
      'vo hop',
      'hop dung',
      'tui dung',
      'tui giay',
      'lam tui',
      'in tui',
      'thiet ke',
      'tu van',
      'marketing',
      'lap du an',
    ],
  },
  rateKind: 'consulting',
  readWish: readsChoices({
    'pack-topics': {
      isSeveral: 'all',
      phrases: {
        packaging: ['bao bi', 'vo hop', 'hop dung', 'hop giay', 'tui dung', 'tui giay', 'mau ma'],
        labels: ['tem', 'nhan mac', 'nhan chai', 'cai nhan', 'lam nhan', 'in nhan', 'nhan dan', 'ma qr', 'truy xuat'],
        marketing: ['marketing', 'tiep thi', 'tu van ban hang'],
        managing: ['tu van quan ly', 'tu van quan tri'],
        project: ['lap du an', 'tu van dau tu'],
      },
    },
  }),
  details: {
    id: 'pack',
    version: 1,
    questions: [
      ...WHO,
      {
        id: 'pack-topics',
        field: {
          kind: 'choices',
          options: [
            { id: 'packaging', aliases: ['bao bi', 'vo hop', 'hop giay', 'tui dung', 'chai', 'mau ma'] },
            { id: 'labels', aliases: ['tem', 'nhan mac', 'tem nhan', 'ma qr', 'truy xuat'] },
            { id: 'marketing', aliases: ['ban hang', 'quang cao', 'tiep thi', 'marketing', 'thi truong'] },
            { id: 'managing', aliases: ['quan ly', 'quan tri', 'so sach'] },
            { id: 'technology', aliases: ['cong nghe', 'ky thuat', 'may moc'] },
            { id: 'project', aliases: ['du an', 'dau tu', 'phuong an'] },
          ],
        },
      },
      {
        id: 'pack-now',
        field: { kind: 'photos', of: 'thing' },
        askIf: { questionId: 'pack-topics', isOneOf: ['packaging', 'labels'] },
        skip: { phrases: NOT_THERE },
      },
      { id: 'pack-wish', field: { kind: 'text', maxLength: 400 }, skip: { phrases: NOT_KNOWN } },
      {
        id: 'pack-maker',
        field: { kind: 'text', maxLength: 200 },
        skip: { phrases: [...NOT_THERE, ...NOT_KNOWN, 'chua tim'] },
      },
      ...PLAN_AND_PAPERS,
    ],
  },
};
