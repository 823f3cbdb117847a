import type { ProgrammeKind } from '../programme.ts';
import { CERTIFICATE, EARLIER, inOwnWords, OWN_CAPITAL, UNSURE_OPTION, WHEN, WHO } from '../shared-questions.ts';
import { COURSE_FACT, withoutCourse } from '../without-course.ts';

/**
 * Vocational and craft training (đào tạo nghề, truyền nghề ngắn hạn theo nhu cầu thực): facts 1.4, 2.1 (1).
 */
export const programme: ProgrammeKind = {
  id: 'vocational-training',
  order: 8,
  need: {
    id: 'vocational-training',
    menu: 'learning',
    aliases: [
      ...['day nghe', 'hoc nghe', 'truyen nghe', 'dao tao nghe', 'dao tao lao dong', 'dao tao tho', 'tay nghe'],
      ...[
        'dao tao cong nhan',
        'dao tao nguoi',
        'lop day',
        'muon day',
        'day van hanh',
        'dao tao van hanh',
        'hoc van hanh',
        'tho van hanh',
        'cong nhan van hanh',
      ],
      ...[
        'nghe det',
        'lop det',
        'day det',
        'hoc det',
        'day may',
        'hoc may',
        'lop may',
        'day theu',
        'hoc theu',
        'day dan',
      ],
    ],
  },
  details: {
    id: 'craft',
    version: 2,
    facts: COURSE_FACT,
    questions: [
      withoutCourse({ id: 'craft-what', field: { kind: 'text', maxLength: 200 } }),
      {
        id: 'learners',
        field: { kind: 'count', plausible: { min: 1, max: 200 } },
        toldBy: ['nguoi hoc', 'hoc vien', 'nguoi hoc nghe'],
      },
      {
        id: 'craft-learners',
        field: {
          kind: 'choices',
          options: [
            { id: 'workers', aliases: ['dang lam', 'cong nhan', 'tho'] },
            { id: 'newcomers', aliases: ['sap tuyen', 'tuyen moi', 'moi vao'] },
            {
              id: 'neighbours',
              aliases: [
                ...[
                  'ba con',
                  'nguoi trong xa',
                  'xa vien',
                  'thanh vien',
                  'thanh nien',
                  'chi em',
                  'hoi vien',
                  'hang xom',
                ],
                ...['trong thon', 'trong ban', 'trong xom', 'trong lang', 'trong xa'],
              ],
            },
          ],
        },
      },
      withoutCourse({
        id: 'craft-teacher',
        field: {
          kind: 'choice',
          options: [
            {
              id: 'own',
              aliases: ['co roi', 'co tho', 'tu day', 'co nguoi day', 'nghe nhan', 'day duoc', 'biet day', 'nha day'],
            },
            {
              id: 'needed',
              aliases: [
                'chua co',
                'can nguoi day',
                'can thay',
                'nho trung tam',
                'chua ai day',
                'moi thay',
                'thue thay',
                'moi tho',
              ],
            },
          ],
        },
      }),
      withoutCourse({ id: 'craft-place', field: { kind: 'place' }, sameAs: 'commune' }),
      withoutCourse(inOwnWords(WHEN)),
      {
        id: 'craft-jobs',
        field: {
          kind: 'choice',
          options: [
            { id: 'all', aliases: ['co', 'tat ca', 'co het', 'deu co', 'nhan het'] },
            { id: 'some', aliases: ['mot so', 'mot phan', 'vai nguoi', 'mot nua'] },
            UNSURE_OPTION,
          ],
        },
      },
      ...WHO,
      OWN_CAPITAL,
      ...EARLIER,
      CERTIFICATE,
    ],
  },
};
