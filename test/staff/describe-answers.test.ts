import { describe, expect, it } from 'vitest';
import type { Prisma } from '../../generated/prisma/client.ts';
import { describeAnswers, describeItems, summarizeAnswers } from '../../staff/requests/describe-answers.ts';

const commune = {
  communeCode: '02185',
  commune: 'Xã Côn Minh',
  provinceCode: '19',
  province: 'Tỉnh Thái Nguyên',
  legacyAddressText: 'Côn Minh, Na Rì, Bắc Kạn',
};

const request = {
  programme: 'support-request',
  answers: {
    price: { value: { minVnd: 400_000_000, maxVnd: 400_000_000 }, raw: '400tr' },
    need: { value: 'machinery', raw: 'mua may' },
    product: { value: 'Miến dong', raw: 'Miến dong' },
    commune: { value: commune, raw: '1' },
    establishment: { value: { isSkipped: true }, raw: 'chua co ten' },
    phone: { value: '0900000001', raw: '0900000001' },
  },
};

describe('answers as an officer reads them', () => {
  it('stand in the order of the form, with its labels and the words of its choices', () => {
    const answers = describeAnswers(request, 'vi');
    expect(answers.map(({ id }) => id)).toEqual(['need', 'product', 'commune', 'establishment', 'phone', 'price']);
    expect(answers[0]).toMatchObject({ label: 'Cần hỗ trợ', text: 'Mua máy móc, dây chuyền', raw: 'mua may' });
    expect(describeAnswers(request, 'en')[0]?.text).not.toBe('Mua máy móc, dây chuyền');
  });

  it('show own words only where they say something else', () => {
    const raw = Object.fromEntries(describeAnswers(request, 'vi').map((answer) => [answer.id, answer.raw]));
    expect(raw.product).toBeUndefined();
    expect(raw.phone).toBeUndefined();
    expect(raw.commune).toBe('Côn Minh, Na Rì, Bắc Kạn');
    expect(raw.price).toBe('400tr');
  });

  it('carry the exact sum, and tell what was left open', () => {
    const answers = describeAnswers(request, 'vi');
    expect(answers.find(({ id }) => id === 'price')).toMatchObject({
      text: '400 triệu đồng',
      exactVnd: { min: 400_000_000, max: 400_000_000 },
    });
    expect(answers.find(({ id }) => id === 'establishment')).toMatchObject({ isSkipped: true });
  });

  it('of an older form or an unknown programme are shown as they were kept, none left out', () => {
    const old = {
      ...request,
      answers: {
        need: { value: 'no-longer-an-option', raw: 'xin máy' },
        'old-question': { value: { some: 'thing' }, raw: null },
      },
    };
    expect(describeAnswers(old, 'vi')).toMatchObject([
      { id: 'need', text: 'xin máy' },
      { id: 'old-question', label: 'old-question', text: '{"some":"thing"}' },
    ]);
    expect(describeAnswers({ ...old, programme: 'gone' }, 'vi')).toHaveLength(2);
  });

  it('are summed up for a list, without what was left open', () => {
    expect(summarizeAnswers(request, 'vi')).toEqual({
      what: 'Mua máy móc, dây chuyền · 400 triệu đồng',
      product: 'Miến dong',
      name: undefined,
      place: 'xã Côn Minh, tỉnh Thái Nguyên',
    });
    expect(summarizeAnswers({ programme: 'gone', answers: {} }, 'vi')).toEqual({ what: '', product: '', place: '' });
  });
});

describe('a dossier that is completed later', () => {
  const answer = (value: Prisma.JsonValue, raw: string | null = null) => ({ value, raw });
  const dossier = {
    programme: 'advanced-equipment',
    answers: {
      ...request.answers,
      'tax-code': answer('001203004567', '001203004567'),
      'machines.1.name': answer('Máy sấy', 'may say'),
      'machines.1.more': answer('yes'),
      'machines.1.gone': answer('yes'),
      'machines.2.name': answer('Máy thái', 'may thai'),
      quotation: answer({ fileIds: ['one', 'two'] }),
      photos: answer({ fileIds: ['three'] }, 'gui anh'),
    },
  };
  const items = describeItems(dossier, 'vi');
  const find = (id: string) => items.find((item) => item.id === id);

  it('shows what is there and what is missing, part by part', () => {
    expect(find('phone')).toMatchObject({ part: 'request', isAnswered: true });
    expect(find('representative')).toMatchObject({ part: 'details', isAnswered: false, text: '' });
    expect(describeAnswers(dossier, 'vi').map(({ id }) => id)).not.toContain('representative');
  });

  it('has the photos of each paper by themselves, and those of no paper by their name', () => {
    expect(find('quotation')).toMatchObject({ part: 'details', fileIds: ['one', 'two'] });
    expect(find('photos')).toMatchObject({ label: 'Ảnh gửi kèm phiếu', fileIds: ['three'], raw: undefined });
  });

  it('shows the parts of each machine that was not taken off, and no question about one more', () => {
    const machines = items.filter(({ id }) => id.startsWith('machines.')).map(({ id }) => id);
    expect(machines).toContain('machines.2.name');
    expect(machines).toContain('machines.2.price');
    expect(machines.join()).not.toMatch(/machines\.1|more|gone/);
  });

  it('tells of a personal id only the last four digits, also in the own words', () => {
    expect(JSON.stringify(find('tax-code'))).toContain('4567');
    expect(JSON.stringify(find('tax-code'))).not.toContain('001203004567');
  });

  it('warns of a tax code whose check digit does not fit, and of no other', () => {
    const taxCode = (value: string) =>
      describeItems({ ...dossier, answers: { 'tax-code': answer(value, value) } }, 'vi').find(
        ({ id }) => id === 'tax-code',
      );
    expect(taxCode('0123456789')).toMatchObject({ text: '0123456789', warning: expect.stringContaining('đối chiếu') });
    expect(taxCode('0123456789-001')?.warning).toContain('đối chiếu');
    for (const right of ['0123456787', '0123456787-001', '001203004567']) {
      expect(taxCode(right), right).toMatchObject({ isAnswered: true, warning: undefined });
    }
    expect(items.filter(({ warning }) => warning !== undefined)).toEqual([]);
  });

  it('whose programme changed still says by name what was completed before, and hides no less', () => {
    const changed = describeItems({ ...dossier, programme: 'support-request' }, 'vi');
    const others = changed.filter(({ part }) => part === 'other');
    expect(others.map(({ id }) => id).sort()).toEqual(['machines.1.name', 'machines.2.name', 'quotation', 'tax-code']);
    expect(others.find(({ id }) => id === 'quotation')).toMatchObject({
      label: 'Ảnh báo giá',
      fileIds: ['one', 'two'],
    });
    expect(JSON.stringify(others)).not.toContain('001203004567');
  });
});
