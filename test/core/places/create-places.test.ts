import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaces } from '../../../core/places/create-places.ts';
import type { PlaceFinding } from '../../../core/places/places.ts';
import { fold } from '../../../core/text/fold.ts';
import { readPlaceTables } from '../../../host/load-places.ts';
import { machineSlowness } from '../../support/machine-slowness.ts';

const tables = await readPlaceTables();
const places = createPlaces(tables);
const near = { provinceCode: '19' };
const find = (text: string) => places.find(text, near);

const nameOf = (finding: PlaceFinding) => (finding.kind === 'found' ? finding.commune.name : finding.kind);
const optionNames = (finding: PlaceFinding) =>
  finding.kind === 'choose' ? finding.options.map(({ commune }) => commune.name) : [];

describe('a place as people type it', () => {
  it.each([
    ['xa my phuong ba be', 'Xã Thượng Minh'],
    ['Mỹ Phương, Ba Bể', 'Xã Thượng Minh'],
    ['ba bể, mỹ phương', 'Xã Thượng Minh'],
    ['XÃ MĨ PHƯƠNG HUYỆN BA BỂ TỈNH BẮC KẠN', 'Xã Thượng Minh'],
    ['bắc cạn ba bể xã mỹ phương', 'Xã Thượng Minh'],
    ['Mỹ Phương, Thái Nguyên', 'Xã Thượng Minh'],
    ['thượng minh ba bể', 'Xã Thượng Minh'],
    ['myphuong', 'Xã Thượng Minh'],
    ['my phuog ba be', 'Xã Thượng Minh'],
    ['bằng phúc', 'Xã Đồng Phúc'],
    ['xã Bằng Phúc huyện Chợ Đồn', 'Xã Đồng Phúc'],
    ['TT Phủ Thông', 'Xã Phủ Thông'],
    ['thị trấn phủ thông bạch thông', 'Xã Phủ Thông'],
    ['toi o xa con minh', 'Xã Côn Minh'],
    ['x. côn minh, h. na rì', 'Xã Côn Minh'],
    ['thôn Phiêng Phàng xã Yến Dương huyện Ba Bể', 'Xã Thượng Minh'],
    ['tràng xá võ nhai thái nguyên', 'Xã Tràng Xá'],
    ['xã bản bo tam đường', 'Xã Bản Bo'],
    ['p.1 đà lạt', 'Phường Xuân Hương - Đà Lạt'],
    ['P1, Q3, TP HCM', 'Phường Bàn Cờ'],
    ['phường bắc kạn', 'Phường Bắc Kạn'],
    ['đảo Lý Sơn Quảng Ngãi', 'Đặc khu Lý Sơn'],
    ['xa bac son lang son', 'Xã Bắc Sơn'],
  ])('%s is understood as %s', (text, name) => {
    expect(nameOf(find(text))).toBe(name);
  });

  it('an old name tells which commune it was', () => {
    expect(find('xa my phuong ba be')).toMatchObject({
      kind: 'found',
      commune: { code: '01921', province: 'Tỉnh Thái Nguyên' },
      former: { commune: 'Xã Mỹ Phương', district: 'Huyện Ba Bể', province: 'Tỉnh Bắc Kạn' },
    });
  });

  it('the name of today comes without an old one', () => {
    expect(find('côn minh')).toEqual({ kind: 'found', commune: places.findCommune('02185'), former: undefined });
  });

  it('a slip, and a place in a province that nobody named, are marked as guessed', () => {
    expect(find('xa con mnih')).toMatchObject({ kind: 'found', guessed: true });
    expect(find('Lệ Ninh')).toMatchObject({ kind: 'found', guessed: true });
    expect(find('Lệ Ninh, Quảng Bình')).not.toHaveProperty('guessed');
  });

  it('what may be the district of a commune that was not understood is marked as guessed too', () => {
    for (const said of ['Púh Đô, Phú Lương', 'phố cổ, Phú Lương', 'vn lang dong hy']) {
      expect(find(said), said).toMatchObject({ kind: 'found', guessed: true });
    }
    expect(find('thôn 3 xã Phú Lương')).not.toHaveProperty('guessed');
  });

  it('is found in words about the merger', () => {
    expect(find('xã tôi vừa sáp nhập từ Cư Lễ')).toMatchObject({ kind: 'found', former: { commune: 'Xã Cư Lễ' } });
  });

  it('a commune of the centre’s province is preferred to its namesakes elsewhere', () => {
    expect(places.find('xã Tân Lập', { provinceCode: '24' })).toMatchObject({
      kind: 'found',
      commune: { name: 'Xã Đèo Gia', provinceCode: '24' },
    });
    expect(places.find('Hoàng Văn Thụ', near)).toMatchObject({ kind: 'found', commune: { provinceCode: '19' } });
  });

  it('several communes of one name become one question', () => {
    const finding = find('tan lap');
    expect(finding).toMatchObject({ kind: 'choose', reason: 'several' });
    expect(optionNames(finding)).toEqual(['Xã Quảng Bạch', 'Phường Tích Lương']);
  });

  it('and so do they behind the name of a village', () => {
    const alone = find('xã Tân Tiến');
    expect(alone).toMatchObject({ kind: 'choose', reason: 'several' });
    for (const text of ['thôn 3 xã Tân Tiến', 'thon Na Coc, xa Tan Tien', 'xóm Mới xã Tân Tiến']) {
      expect(find(text), text).toMatchObject({ kind: 'choose', reason: 'several' });
    }
  });

  it('a divided commune becomes one question about its parts', () => {
    const finding = find('xã Đặng Xá, huyện Gia Lâm, Hà Nội');
    expect(finding).toMatchObject({ kind: 'choose', reason: 'divided' });
    expect(optionNames(finding)).toHaveLength(2);
  });

  it('an old district becomes one question, the commune of its name first', () => {
    for (const text of ['ba be', 'huyện Ba Bể', 'h. ba bể bắc kạn']) {
      const finding = find(text);
      expect(finding).toMatchObject({ kind: 'choose', reason: 'district' });
      expect(optionNames(finding)[0]).toBe('Xã Ba Bể');
    }
  });

  it('a province alone, old or new, is told as a province', () => {
    expect(find('bắc kạn')).toMatchObject({ kind: 'province', provinceCode: '19' });
    expect(find('tinh thai nguyen')).toMatchObject({ kind: 'province', provinceCode: '19' });
    expect(find('tp thai nguyen')).toMatchObject({ kind: 'choose', reason: 'district' });
  });

  it.each([
    'tôi muốn mua máy sấy',
    'may say duoc ho tro bao nhieu',
    'nguyen thi hoa',
    'xã',
    '123',
    '',
    '😀',
    'miến dong',
  ])('"%s" is no place', (text) => {
    expect(find(text)).toEqual({ kind: 'unknown' });
  });
});

describe('every one of the old communes', () => {
  const full = tables.formerCommunes.map((row) => [row.commune, row.district, row.province].filter(Boolean).join(', '));
  const ways: [string, (text: string) => string][] = [
    ['as officially written', (text) => text],
    ['decomposed (NFD)', (text) => text.normalize('NFD')],
    ['without marks and commas', (text) => fold(text).replaceAll(',', '')],
    ['in another order', (text) => text.split(', ').toReversed().join(' ')],
    [
      'without "xã", "huyện", "tỉnh"',
      (text) => text.replace(/(Xã|Phường|Thị [xt]rấn|Huyện|Quận|Thị xã|Thành phố|Tỉnh) (?=\D)/gi, ''),
    ],
  ];

  it.each(ways)(
    'given as "xã, huyện, tỉnh" %s resolves to where the table says, or asks exactly one question',
    (_, write) => {
      const wrong: string[] = [];
      for (const [order, { codes }] of tables.formerCommunes.entries()) {
        const text = write(full[order] ?? '');
        const finding = find(text);
        const answers =
          finding.kind === 'found'
            ? [finding.commune.code]
            : finding.kind === 'choose' && finding.options.length <= 9
              ? finding.options.map(({ commune }) => commune.code)
              : [];
        const isRight = answers.length > 0 && codes.every((code) => answers.includes(code));
        if (!isRight || (finding.kind === 'found' && codes.length !== 1)) wrong.push(text);
      }
      expect(tables.formerCommunes).toHaveLength(10_040);
      expect(wrong).toEqual([]);
    },
  );

  it('where the table does not know, the question offers what is left of the district', () => {
    expect(optionNames(find('xã Thanh Sơn, huyện Ba Chẽ, Quảng Ninh'))).toContain('Xã Ba Chẽ');
  });
});

describe('every commune of today', () => {
  it('is found by its name and province', () => {
    const wrong = tables.communes.filter(({ name, province, code }) => {
      const finding = find(`${name}, ${province}`);
      const codes =
        finding.kind === 'found'
          ? [finding.commune.code]
          : finding.kind === 'choose'
            ? finding.options.map(({ commune }) => commune.code)
            : [];
      return !codes.includes(code);
    });
    expect(wrong.map(({ name, province }) => `${name}, ${province}`)).toEqual([]);
  });
});

describe('whatever is typed', () => {
  const syllable = fc.constantFrom(
    'xã',
    'huyện',
    'p.',
    'tân',
    'lập',
    'ba',
    'bể',
    'mỹ',
    'phương',
    'thái',
    'nguyên',
    ',',
    '1',
    'thôn',
    'bản',
    'đồng',
    '?',
    'TT',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(syllable, { maxLength: 20 }).map((parts) => parts.join(' ')),
  );

  it('there is a finding, the same for NFC and NFD, and choices are never fewer than two', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const finding = find(typed.normalize('NFC'));
        expect(find(typed.normalize('NFD'))).toEqual(finding);
        if (finding.kind === 'choose') expect(finding.options.length).toBeGreaterThan(1);
      }),
      { numRuns: 500 },
    );
  });

  it('the provinces of before are told with the one that each was joined into, each of the 52 that were joined once', () => {
    const namesOf = (code: string) => places.listFormerProvinces(code).map(({ name }) => name);
    expect(namesOf('19')).toEqual(['Bắc Kạn', 'Thái Nguyên']);
    expect(namesOf('79')).toEqual(['Bà Rịa - Vũng Tàu', 'Bình Dương', 'Hồ Chí Minh']);
    expect(namesOf('01')).toEqual([]);
    const codes = new Set(tables.communes.map(({ provinceCode }) => provinceCode));
    const former = [...codes].flatMap(namesOf);
    expect(former).toHaveLength(52);
    expect(new Set(former).size).toBe(52);
  });

  it('each commune of today lies in a province of before, where several make up its own', () => {
    const areas = places.listFormerProvinces('19');
    const codes = places.listCommunes('19').map(({ code }) => code);
    expect(new Set(areas.flatMap(({ communeCodes }) => communeCodes))).toEqual(new Set(codes));
    const [bacKan] = areas;
    expect(bacKan?.communeCodes).toHaveLength(37);
    expect(bacKan?.communeCodes).toContain('02185');
    expect(codes.length - (bacKan?.communeCodes.length ?? 0)).toBe(areas[1]?.communeCodes.length);
  });

  it('a lookup takes under 2 ms, also in long texts and with slips', () => {
    const texts = [
      'my phuog ba be',
      'Tân Lập Chợ Đồn',
      'tan an',
      'thôn Phiêng Phàng xã Yến Dương huyện Ba Bể',
      'xa tan lap '.repeat(900),
    ];
    for (const typed of texts) for (let run = 0; run < 50; run += 1) find(typed);
    for (const typed of texts) {
      const durations = Array.from({ length: 30 }, () => {
        const start = performance.now();
        find(typed);
        return performance.now() - start;
      });
      // The fastest run: what the lookup costs, and not what else the machine is doing.
      expect(Math.min(...durations) / machineSlowness(), typed.slice(0, 40)).toBeLessThan(2);
    }
  });
});
