import type { FormTools } from '../../../core/forms/fields/field-reading.ts';
import type { FormDefinition } from '../../../core/forms/form.ts';
import type { Saying } from '../../../core/forms/saying.ts';
import type { Places } from '../../../core/places/places.ts';

/** A neutral form: joining a tennis club. */
export const tennisClub: FormDefinition = {
  id: 'club',
  version: 1,
  questions: [
    {
      id: 'level',
      field: {
        kind: 'choice',
        options: [
          { id: 'beginner', aliases: ['moi choi'] },
          { id: 'player', aliases: ['da choi'] },
          { id: 'coach', aliases: ['huan luyen'] },
        ],
      },
    },
    {
      id: 'racket',
      field: { kind: 'text', maxLength: 40 },
      askIf: { questionId: 'level', isOneOf: ['player', 'coach'] },
    },
    { id: 'home', field: { kind: 'place' } },
    { id: 'phone', field: { kind: 'phone' } },
    {
      id: 'fee',
      field: { kind: 'money', plausibleVnd: { min: 100_000, max: 50_000_000 } },
      skip: { phrases: ['chua ro'] },
    },
  ],
};

const LABELS: Record<string, string> = {
  'register:club.level.option.beginner': 'Mới chơi',
  'register:club.level.option.player': 'Đã chơi lâu năm',
  'register:club.level.option.coach': 'Huấn luyện viên',
  'register:club.phone.label': 'Số điện thoại',
};

const commune = (code: string, name: string) => ({ code, name, provinceCode: '19', province: 'Tỉnh Thái Nguyên' });
const former = { commune: 'Xã Cũ', district: 'Huyện Cũ', province: 'Tỉnh Cũ' };

/** Four places are enough for a club. */
const places: Places = {
  find: (text) => {
    if (text.includes('Sân Đất')) return { kind: 'found', commune: commune('1', 'Xã Sân Đất') };
    if (text.includes('Cũ')) return { kind: 'found', commune: commune('2', 'Xã Mới'), former };
    if (text.includes('Chia')) {
      const options = [commune('3', 'Xã Đông'), commune('4', 'Xã Tây')].map((each) => ({ commune: each, former }));
      return { kind: 'choose', reason: 'divided', options };
    }
    return text.includes('Tỉnh')
      ? { kind: 'province', provinceCode: '19', province: 'Tỉnh Thái Nguyên' }
      : { kind: 'unknown' };
  },
  findCommune: () => undefined,
  listCommunes: () => [],
  findProvince: () => undefined,
  listFormerProvinces: () => [],
};

export const tools: FormTools = {
  places,
  nearProvinceCode: '19',
  today: Temporal.PlainDate.from('2026-11-22'),
  say: sayInClub,
};

function sayInClub(saying: Saying): string {
  if (typeof saying === 'string') return saying;
  const { label } = saying.values ?? {};
  // A line of a card is known by its label.
  return label === undefined || typeof label === 'number' ? (LABELS[saying.key] ?? saying.key) : sayInClub(label);
}
