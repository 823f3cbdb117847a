import type { MenuEntry } from '../forms/form.ts';
import { HARDSHIPS } from './hardships.ts';
import type { ProgrammeKind } from './programme.ts';

/** A label may be a trademark, or what is stuck on a jar. */
const LABELS = ['cai nhan', 'lam nhan', 'in nhan', 'nhan rieng'];

/** Entries of the first list, by what people are after; the words for them are `register:request.need.menu.<id>`. */
const ENTRIES: readonly Pick<MenuEntry, 'id' | 'aliases' | 'things'>[] = [
  { id: 'machines', aliases: [] },
  { id: 'brand', aliases: ['nhan hieu bao bi', 'ten tuoi', ...LABELS], things: LABELS },
  { id: 'selling', aliases: ['ban hang', 'dau ra', 'tieu thu', 'thi truong', 'xuc tien', 'quang ba', 'quang cao'] },
  { id: 'learning', aliases: ['hoc', 'di hoc', 'lop hoc', 'lop', 'dao tao', 'boi duong', 'khoa hoc'] },
  { id: 'better-ways', aliases: ['moi truong', 'o nhiem'] },
  { id: 'honours', aliases: ['binh chon', 'cong nhan', 'danh hieu'] },
];

/** For who does not know what there is: told by what is hard. Kinds that do not exist are left out. */
const GUIDE = ['machinery', 'packaging', 'fair', 'vocational-training', 'cleaner-production', 'startup'];
export const OTHER = 'other';

/** The first list of the request: an entry of several kinds leads to them, the last one helps to find out. */
export function createMenu(kinds: readonly ProgrammeKind[]): MenuEntry[] {
  const entries = ENTRIES.map((entry) => ({
    ...entry,
    options: kinds.filter(({ need }) => need.menu === entry.id).map(({ need }) => need.id),
  })).filter(({ options }) => options.length > 0);
  const listed = new Set(entries.flatMap(({ options }) => options));
  const alone = kinds.filter(({ need }) => !listed.has(need.id)).map(({ need }) => ({ ...need, options: [need.id] }));
  const isThere = (id: string) => kinds.some(({ need }) => need.id === id);
  const guided = GUIDE.filter(isThere);
  const hardships = HARDSHIPS.map(({ phrases, options }) => ({ phrases, options: options.filter(isThere) }));
  return [
    ...entries,
    ...alone.map(({ id, options }) => ({ id, options, aliases: [] })),
    { id: OTHER, options: [...guided, OTHER], isGuide: true, aliases: UNSURE, hardships },
  ];
}

const UNSURE = [
  'chua ro',
  'chua biet',
  'khong ro',
  'khong biet',
  'ko ro',
  'ko biet',
  'k biet',
  'chua chac',
  'phan van',
  'tu van giup',
  'giup chon',
];
