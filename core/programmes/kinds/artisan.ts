import { NOT_FOR_ANOTHER } from '../for-another.ts';
import type { ProgrammeKind } from '../programme.ts';
import { readsChoices } from '../said-choice.ts';
import { EARLIER, NOT_THERE } from '../shared-questions.ts';

/**
 * Artisans (nghệ nhân nhân dân, nghệ nhân ưu tú trong thủ công mỹ nghệ): who keeps and hands on a craft (NĐ 235/2025, facts 1.2, 1.4, 2.1).
 */
export const programme: ProgrammeKind = {
  id: 'artisan',
  order: 13,
  need: {
    id: 'artisan',
    menu: 'honours',
    aliases: ['nghe nhan', 'nghe nhan uu tu', 'nghe nhan nhan dan', 'giu nghe', 'nghe truyen thong'],
  },
  readWish: readsChoices({
    'artisan-title': { phrases: { peoples: ['nghe nhan nhan dan'], meritorious: ['nghe nhan uu tu'] } },
  }),
  details: {
    id: 'artisan',
    version: 1,
    questions: [
      {
        id: 'artisan-name',
        field: { kind: 'name', of: 'person' },
        sameAs: 'owner-name',
        self: { questionId: 'contact-name', askIf: NOT_FOR_ANOTHER },
      },
      {
        id: 'artisan-title',
        field: {
          kind: 'choice',
          options: [
            { id: 'peoples', aliases: ['nhan dan'] },
            { id: 'meritorious', aliases: ['uu tu'] },
            { id: 'none', aliases: ['chua', 'chua co', 'khong co', 'chua duoc phong'] },
          ],
        },
      },
      {
        id: 'title-papers',
        field: { kind: 'photos' },
        askIf: { questionId: 'artisan-title', isOneOf: ['peoples', 'meritorious'] },
        skip: { phrases: NOT_THERE },
      },
      { id: 'artisan-craft', field: { kind: 'text', maxLength: 200 } },
      {
        id: 'artisan-years',
        field: { kind: 'count', plausible: { min: 1, max: 80 }, units: ['nam trong nghe', 'nam nghe', 'nam'] },
      },
      {
        id: 'artisan-wishes',
        field: {
          kind: 'choices',
          options: [
            { id: 'teaching', aliases: ['truyen nghe', 'day nghe', 'day', 'con chau'] },
            { id: 'products', aliases: ['mau moi', 'san pham moi', 'sang tao'] },
            { id: 'showing', aliases: ['trung bay', 'hoi cho', 'gioi thieu', 'trinh dien'] },
            { id: 'tools', aliases: ['dung cu', 'nguyen lieu', 'may moc', 'khung cui'] },
            { id: 'other', aliases: ['khac', 'viec khac'] },
          ],
        },
      },
      {
        id: 'learners',
        field: { kind: 'count', plausible: { min: 1, max: 200 } },
        toldBy: ['nguoi hoc', 'hoc vien', 'hoc tro'],
        askIf: { questionId: 'artisan-wishes', isOneOf: ['teaching'] },
      },
      { id: 'artisan-wish', field: { kind: 'text', maxLength: 500 } },
      { id: 'work-photos', field: { kind: 'photos', of: 'thing' }, skip: { phrases: NOT_THERE } },
      ...EARLIER,
    ],
  },
};
