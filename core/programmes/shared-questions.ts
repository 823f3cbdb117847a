import type { Question } from '../forms/form.ts';
import { NOT_FOR_ANOTHER } from './for-another.ts';

// What officers need of almost every kind of support (facts 3.2, 3.4, 5.7), asked in the same words and kept under the same
// ids, so that nothing is asked twice when the kind changes.

/** "Not known yet", as people say it of a sum or a date. */
export const NOT_KNOWN = [
  'chua ro',
  'chua biet',
  'khong ro',
  'khong biet',
  'ko ro',
  'ko biet',
  'k biet',
  'chua chac',
  'chua tinh',
  'khong nho',
  'ko nho',
  'k nho',
];
export const NOT_THERE = ['chua co', 'khong co', 'ko co', 'chua lam', 'chua dang ky', 'chua xin'];

const NEVER = ['chua bao gio', 'chua lan nao', 'chua khi nao', 'chua luc nao', 'chua dot nao', 'chua tung', 'chua he'];

/** Said of this alone, whatever is asked. */
const NEVER_SUPPORTED = ['duoc', 'dc', 'nhan', 'duoc nhan', 'tung duoc', 'bao gio duoc'].flatMap((got) =>
  ['', ' gi', ' lan nao', ' bao gio', ' gi ca', ' dot nao'].map((ever) => `chua ${got} ho tro${ever}`),
);

/** "Có", "chưa", "không rõ" as options of a choice. */
export const YES_OPTION = { id: 'yes', aliases: ['co', 'da co', 'co roi', 'roi', 'da', 'vang'] };
export const NO_OPTION = {
  id: 'no',
  aliases: ['chua', 'chua co', 'khong', 'ko', 'k', 'khong co', 'ko co', ...NEVER],
};
export const UNSURE_OPTION = { id: 'unsure', aliases: [...NOT_KNOWN, 'chua nghi'] };

const WORDS = 'register:shared';

export const TAX_CODE: Question = {
  id: 'tax-code',
  field: { kind: 'tax-code' },
  skip: { phrases: [...NOT_THERE, ...NOT_KNOWN] },
  toldBy: ['ma so thue', 'mst', 'ma thue', 'ma so doanh nghiep', 'ma so htx', 'ma so hkd'],
  wordsOf: WORDS,
};
export const REPRESENTATIVE: Question = {
  id: 'representative',
  field: { kind: 'name', of: 'person' },
  self: { questionId: 'contact-name', askIf: NOT_FOR_ANOTHER },
  toldBy: ['nguoi dai dien', 'dai dien', 'giam doc', 'chu nhiem', 'nguoi dung ten', 'dung ten'],
  wordsOf: WORDS,
};
export const WORKSHOP: Question = { id: 'workshop', field: { kind: 'place' }, sameAs: 'commune', wordsOf: WORDS };
export const WORKERS: Question = {
  id: 'workers',
  // A large enterprise has hundreds, which is what officers need to know.
  field: { kind: 'count', plausible: { min: 1, max: 2_000 } },
  toldBy: ['cong nhan', 'lao dong', 'nguoi lam', 'nhan cong', 'nhan vien', 'tho lam', 'tho'],
  wordsOf: WORDS,
};
/** Materials of the province are a reason of priority from a half on (TT 46/2012 Điều 6, facts 3.1). */
export const LOCAL_MATERIALS: Question = {
  id: 'local-materials',
  field: { kind: 'percent' },
  toldBy: ['nguyen lieu', 'nguyen vat lieu'],
  skip: { phrases: NOT_KNOWN },
  wordsOf: WORDS,
};
export const OWN_CAPITAL: Question = {
  id: 'own-capital',
  field: { kind: 'money', plausibleVnd: { min: 1_000_000, max: 100_000_000_000 } },
  skip: { phrases: [...NOT_KNOWN, 'chua co'] },
  toldBy: [
    'von tu co',
    'von co',
    'von doi ung',
    'von cua',
    'doi ung',
    'tu bo ra',
    'bo ra duoc',
    'tu lo duoc',
    'von san co',
    ...['von nha', 'von gia dinh', 'von rieng', 'tien nha'],
    'co san von',
  ],
  wordsOf: WORDS,
};
export const WHEN: Question = {
  id: 'when',
  field: { kind: 'when' },
  skip: {
    phrases: [...NOT_KNOWN, 'chua dinh', 'chua quyet', 'luc nao cung duoc', 'khi nao cung duoc', 'tuy trung tam'],
  },
  toldBy: [
    'du kien',
    'du dinh',
    'dinh',
    'dinh mua',
    'dinh lam',
    'dinh mo',
    'mua vao',
    'lam vao',
    'trien khai',
    'mo vao',
  ],
  wordsOf: WORDS,
};
export const EARLIER_SUPPORT: Question = {
  id: 'earlier-support',
  field: {
    kind: 'choice',
    options: [
      { id: 'yes', aliases: ['co', 'da co', 'co roi', 'roi', 'duoc roi', 'da duoc', 'da nhan', 'nhan roi'] },
      {
        id: 'no',
        aliases: ['chua', 'chua co', 'khong', 'ko', 'k', ...NEVER, 'khong co', 'ko co', ...NEVER_SUPPORTED],
      },
    ],
  },
  // "Có, năm 2023 được 20 triệu": what it was is said with it.
  alsoReads: ['earlier-what'],
  wordsOf: WORDS,
};
export const EARLIER_WHAT: Question = {
  id: 'earlier-what',
  field: { kind: 'text', maxLength: 300 },
  askIf: { questionId: 'earlier-support', isOneOf: ['yes'] },
  wordsOf: WORDS,
};
export const CERTIFICATE: Question = {
  id: 'certificate',
  field: { kind: 'photos' },
  skip: { phrases: NOT_THERE },
  wordsOf: WORDS,
};
export const QUOTATION: Question = {
  id: 'quotation',
  field: { kind: 'photos' },
  skip: { phrases: [...NOT_THERE, 'chua xin bao gia'] },
  wordsOf: WORDS,
};

/** Who stands behind the establishment. */
export const WHO: readonly Question[] = [TAX_CODE, REPRESENTATIVE];
export const EARLIER: readonly Question[] = [EARLIER_SUPPORT, EARLIER_WHAT];
/** What every plan that costs something ends with: own money, when, earlier support, papers. */
export const PLAN_AND_PAPERS: readonly Question[] = [OWN_CAPITAL, WHEN, ...EARLIER, CERTIFICATE, QUOTATION];

/** The same question in words of its programme's own. */
export function inOwnWords({ wordsOf: _, ...question }: Question): Question {
  return question;
}
