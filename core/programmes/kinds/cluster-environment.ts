import type { ProgrammeKind } from '../programme.ts';
import { readsChoices } from '../said-choice.ts';
import { NOT_KNOWN, NOT_THERE, PLAN_AND_PAPERS, UNSURE_OPTION, WHO, WORKERS } from '../shared-questions.ts';

/**
 * Infrastructure of industrial clusters, and treating what a workshop or a cluster gives off (hạ tầng cụm công nghiệp, xử lý môi
 * trường, di dời): facts 1.2, 2.1 (7), 2.3.
 */
export const programme: ProgrammeKind = {
  id: 'cluster-environment',
  order: 11,
  need: {
    id: 'cluster',
    menu: 'better-ways',
    aliases: [
      'cum cong nghiep',
      'ccn',
      'ha tang cum',
      'ha tang',
      'xu ly moi truong',
      'xu ly nuoc thai',
      ...['he thong nuoc thai', 'tram nuoc thai', 'be nuoc thai', 'be xu ly', 'be loc', 'ham biogas', 'be biogas'],
      'xu ly o nhiem',
      'xu ly khoi',
      'di doi',
      'di doi xuong',
    ],
  },
  rateKindBy: {
    question: 'cluster-what',
    ofOption: {
      'own-treatment': 'pollution-establishment',
      moving: 'relocation-interest',
      'cluster-treatment': 'pollution-cluster',
      infrastructure: 'cluster-infrastructure',
      planning: 'cluster-planning',
    },
  },
  readWish: readsChoices({
    'cluster-what': {
      phrases: {
        'own-treatment': [
          'xu ly khoi',
          'be xu ly',
          'be nuoc thai',
          'cho xuong',
          'o xuong',
          'xuong toi',
          'xuong em',
          'xuong nha',
        ],
        moving: [
          'di doi',
          'chuyen xuong',
          'chuyen vao cum',
          'xuong vao cum',
          'doi vao cum',
          'muon vao cum',
          'xin vao cum',
        ],
        infrastructure: ['ha tang cum', 'dau tu ha tang', 'lam duong', 'duong vao cum', 'dien vao cum', 'nuoc vao cum'],
      },
    },
  }),
  details: {
    id: 'cluster',
    version: 1,
    questions: [
      {
        id: 'cluster-what',
        field: {
          kind: 'choice',
          options: [
            { id: 'own-treatment', aliases: ['o co so', 'tai co so', 'xuong toi', 'o xuong', 'tai xuong'] },
            { id: 'moving', aliases: ['di doi', 'chuyen xuong', 'vao cum'] },
            { id: 'cluster-treatment', aliases: ['xu ly chung', 'ca cum'] },
            { id: 'infrastructure', aliases: ['ha tang', 'duong', 'dien nuoc', 'mat bang'] },
            { id: 'planning', aliases: ['quy hoach'] },
            UNSURE_OPTION,
          ],
        },
      },
      {
        id: 'cluster-name',
        field: { kind: 'text', maxLength: 150 },
        askIf: { questionId: 'cluster-what', isOneOf: ['moving', 'cluster-treatment', 'infrastructure', 'planning'] },
        skip: { phrases: NOT_KNOWN },
      },
      {
        id: 'cluster-role',
        field: {
          kind: 'choice',
          options: [
            { id: 'workshop', aliases: ['co so san xuat', 'co so', 'xuong'] },
            { id: 'investor', aliases: ['chu dau tu', 'dau tu ha tang'] },
            { id: 'manager', aliases: ['quan ly', 'ban quan ly', 'uy ban'] },
          ],
        },
      },
      {
        id: 'waste-kinds',
        field: {
          kind: 'choices',
          options: [
            { id: 'water', aliases: ['nuoc', 'nuoc thai'] },
            { id: 'air', aliases: ['khoi', 'bui', 'mui', 'khi thai'] },
            { id: 'noise', aliases: ['on', 'tieng on', 'rung'] },
            { id: 'waste', aliases: ['rac', 'ba thai', 'phe lieu', 'chat thai ran'] },
          ],
        },
        askIf: { questionId: 'cluster-what', isOneOf: ['own-treatment', 'moving', 'cluster-treatment', 'unsure'] },
      },
      { id: 'cluster-plan', field: { kind: 'text', maxLength: 600 } },
      { id: 'site-photos', field: { kind: 'photos', of: 'thing' }, skip: { phrases: NOT_THERE } },
      ...WHO,
      WORKERS,
      ...PLAN_AND_PAPERS,
    ],
  },
};
