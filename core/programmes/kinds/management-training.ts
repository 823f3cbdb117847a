import type { ProgrammeKind } from '../programme.ts';
import { readsChoices } from '../said-choice.ts';
import { inOwnWords, NOT_KNOWN, WHEN, WORKERS } from '../shared-questions.ts';
import { COURSE_FACT, withoutCourse } from '../without-course.ts';

/**
 * Management training (tập huấn nâng cao năng lực quản lý): facts 2.1 (2). Which courses there are, and when, officers say;
 * here is asked when and where the person can come.
 */
export const programme: ProgrammeKind = {
  id: 'management-training',
  order: 7,
  need: {
    id: 'management-training',
    menu: 'learning',
    hasNoPrice: true,
    aliases: [
      'tap huan',
      'tap huan quan ly',
      'hoc quan ly',
      'quan ly',
      'ke toan',
      'so sach',
      ...['ghi chep', 'thu chi', 'ghi so', 'tinh gia thanh'],
      'hoi thao',
      'hoc ban hang',
    ],
    notIn: ['phan mem quan ly', 'phan mem ke toan', 'ban quan ly', 'phong quan ly', 'chi cuc quan ly'],
  },
  readWish: readsChoices({
    'course-topics': {
      isSeveral: 'all',
      phrases: {
        managing: ['quan ly', 'quan tri', 'dieu hanh'],
        books: ['so sach', 'ke toan', 'tinh gia thanh'],
        selling: ['hoc ban hang', 'ban hang', 'marketing', 'tiep thi'],
        online: [
          'ban hang tren mang',
          'ban hang qua mang',
          'ban tren mang',
          'ban qua mang',
          'ban hang online',
          'ban online',
        ],
      },
    },
  }),
  details: {
    id: 'course',
    version: 2,
    facts: COURSE_FACT,
    questions: [
      withoutCourse({
        id: 'course-topics',
        field: {
          kind: 'choices',
          options: [
            { id: 'managing', aliases: ['quan ly', 'dieu hanh', 'quan tri'] },
            { id: 'books', aliases: ['so sach', 'ke toan', 'tinh gia', 'chi phi', 'thue'] },
            { id: 'selling', aliases: ['ban hang', 'thi truong', 'marketing', 'tiep thi'] },
            { id: 'online', aliases: ['qua mang', 'online', 'facebook', 'tiktok', 'shopee'] },
            { id: 'other', aliases: ['khac', 'viec khac'] },
          ],
        },
      }),
      {
        id: 'learners',
        field: { kind: 'count', plausible: { min: 1, max: 100 } },
        toldBy: ['nguoi hoc', 'nguoi di hoc', 'nguoi di', 'nguoi tham gia', 'hoc vien'],
      },
      { id: 'learner-names', field: { kind: 'text', maxLength: 400 }, skip: { phrases: [...NOT_KNOWN, 'chua chon'] } },
      withoutCourse(inOwnWords(WHEN)),
      withoutCourse({
        id: 'course-days',
        field: {
          kind: 'choice',
          options: [
            { id: 'weekdays', aliases: ['ngay thuong', 'trong tuan', 'thu hai'] },
            { id: 'weekend', aliases: ['cuoi tuan', 'thu bay', 'chu nhat'] },
            { id: 'any', aliases: ['luc nao cung duoc', 'ngay nao cung duoc', 'the nao cung duoc', 'tuy'] },
          ],
        },
      }),
      withoutCourse({
        id: 'course-place',
        field: {
          kind: 'choice',
          options: [
            { id: 'commune', aliases: ['tai xa', 'o xa', 'gan nha', 'trong xa'] },
            { id: 'province', aliases: ['tren tinh', 'o tinh', 'trung tam tinh', 'thanh pho'] },
            { id: 'online', aliases: ['qua mang', 'hoc online', 'tu xa'] },
            { id: 'any', aliases: ['dau cung duoc', 'cho nao cung duoc', 'tuy'] },
          ],
        },
      }),
      WORKERS,
    ],
  },
};
