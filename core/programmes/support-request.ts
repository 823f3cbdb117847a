import type { ChoiceOption, FormDefinition } from '../forms/form.ts';
import { FOR_ANOTHER_QUESTIONS, OF_OWNER_WORDS } from './for-another.ts';
import { KINDS } from './kinds.ts';
import type { Programme, ProgrammeKind } from './programme.ts';
import { createMenu, OTHER } from './request-menu.ts';
import { GOODS } from './trade-words.ts';

/** "Làm riêng thôi chứ có tên chi mô" */
const NO_NAME_AT_ALL = ['co ten chi', 'co ten gi', 'co ten dau', 'co ten mo', 'lam gi co ten', 'lay dau ra ten'];

/**
 * The request (phiếu nhu cầu) with which every dossier begins: at most eight questions after consent.
 * The kinds of support follow the nine groups of NĐ 45/2012 Điều 4, as amended (facts 2.1), in the words of producers;
 * the legal forms follow NĐ 235/2025 Điều 1 khoản 1 (facts 1.2), and "not registered yet", whom an officer advises.
 */
export const supportRequest: Programme = { id: 'support-request', form: createRequest(KINDS) };

/** The request for some kinds of support. */
export function createRequest(kinds: readonly ProgrammeKind[]): FormDefinition {
  const options: ChoiceOption[] = [
    ...kinds.map(({ id, need: { id: option, aliases, notIn, marked } }) => ({
      ...{ id: option, aliases, notIn, marked },
      wordsOf: `programmes:${id}.request`,
    })),
    { id: 'training', aliases: [], isKeptOnly: true },
    { id: OTHER, aliases: ['viec khac', 'muc khac', 'thu khac', 'ho tro khac'] },
  ];
  const withoutPrice = kinds.filter(({ need }) => need.hasNoPrice).map(({ need }) => need.id);
  return {
    id: 'request',
    version: 2,
    ofOwner: OF_OWNER_WORDS,
    questions: [
      {
        id: 'need',
        field: { kind: 'choice', options, menu: createMenu(kinds) },
        furtherTo: 'also',
        alsoReads: ['price', 'commune', 'phone', 'product'],
      },
      {
        id: 'also',
        field: { kind: 'choices', options: options.filter(({ isKeptOnly }) => isKeptOnly !== true) },
        askIf: { questionId: 'also', isChosen: true },
        isAside: true,
        skip: { phrases: ['khong', 'ko', 'thoi', 'khong can', 'khong them'] },
      },
      ...FOR_ANOTHER_QUESTIONS,
      {
        id: 'product',
        field: { kind: 'text', maxLength: 200 },
        madeOf: GOODS,
        alsoReads: ['commune'],
        saidWith: ['chuyen lam', 'chuyen san xuat', 'lam ra', 'lam nghe', 'lam', 'san xuat', 'che bien', 'nau'],
      },
      { id: 'commune', field: { kind: 'place' } },
      {
        id: 'establishment',
        field: { kind: 'name', of: 'establishment' },
        alsoReads: ['legal-form'],
        saidWith: ['ten la', 'lay ten la', 'co ten la'],
        skip: {
          phrases: [
            'chua co ten',
            'khong co ten',
            'khong co ten co so',
            'ko co ten',
            'khong ten',
            'chua dat ten',
            'chua co',
            ...NO_NAME_AT_ALL,
          ],
        },
      },
      {
        id: 'legal-form',
        field: {
          kind: 'choice',
          options: [
            {
              id: 'enterprise',
              inNames: ['cong ty', 'cty', 'doanh nghiep', 'dntn'],
              aliases: ['doanh nghiep', 'cong ty', 'dn', 'dntn', 'tnhh', 'cty', 'co phan', 'doanh nghiep tu nhan'],
            },
            {
              id: 'cooperative',
              inNames: ['hop tac xa', 'htx', 'lien hiep hop tac xa', 'lien hiep htx'],
              aliases: ['hop tac xa', 'htx', 'lien hiep hop tac xa', 'lh htx'],
            },
            {
              id: 'cooperative-group',
              inNames: ['to hop tac', 'tht'],
              aliases: ['to hop tac', 'tht', 'to hop', 'nhom ho'],
            },
            {
              id: 'business-household',
              inNames: ['ho kinh doanh', 'hkd'],
              aliases: [
                'ho kinh doanh',
                'hkd',
                'ho kd',
                'ho ca the',
                'ho kinh doanh ca the',
                'kinh doanh ca the',
                ...[
                  'ho gia dinh co giay phep',
                  'ho gia dinh co dang ky',
                  'ho co giay phep',
                  'ho co dang ky',
                  'ho gia dinh da dang ky',
                ],
              ],
            },
            {
              id: 'unregistered',
              aliases: [
                'chua dang ky',
                ...[
                  'chua dk',
                  'chua dk gi',
                  'chua dki gi',
                  'chua dk kd',
                  'chua co dk kd',
                  'chua dkkd',
                  'chua co dkkd',
                  'chua dki',
                  'chua dky',
                  'chua dang ki',
                ],
                ...['chua dang ky kinh doanh', 'chua dang ky gi', 'chua dang ky gi ca', 'chua dang ky kd'],
                ...['chua co dang ky kinh doanh', 'chua co giay phep kinh doanh', 'khong dang ky', 'ko dang ky'],
                ...['chua co giay phep', 'chua co giay gi', 'khong co giay gi', 'chua co giay', 'chua lam giay to'],
                'ho gia dinh',
                'gia dinh',
                'ca nhan',
                'lam nha',
                'chua co dang ky',
                'khong co giay to',
                'chua co giay to',
                'nha lam',
                'tu lam',
              ],
            },
            // Who manages a cluster of workshops may ask for it (facts 2.3), and is none of those above.
            {
              id: 'public-body',
              isUnlisted: true,
              aliases: [
                ...['uy ban', 'uy ban nhan dan', 'ubnd', 'uy ban xa', 'ubnd xa', 'ubnd phuong', 'uy ban nhan dan xa'],
                ...[
                  'co quan nha nuoc',
                  'nha nuoc',
                  'don vi su nghiep',
                  'ban quan ly cum',
                  'ban quan ly',
                  'chinh quyen',
                ],
              ],
            },
          ],
        },
      },
      { id: 'contact-name', field: { kind: 'name', of: 'person' }, phone: 'phone' },
      { id: 'phone', field: { kind: 'phone' } },
      {
        id: 'price',
        // Outside of these a slip is likelier than the truth, so the sum is asked back; nothing is refused.
        field: { kind: 'money', plausibleVnd: { min: 1_000_000, max: 100_000_000_000 } },
        wordedBy: 'need',
        askIf: { questionId: 'need', isNoneOf: withoutPrice },
        skip: {
          phrases: [
            'chua ro',
            'chua biet',
            'chua co gia',
            'chua hoi gia',
            'chua tinh',
            'bao nhieu cung duoc',
            'khong ro',
            'khong biet',
            'ko ro',
            'ko biet',
            'k biet',
            'chua chac',
          ],
        },
      },
    ],
  };
}
