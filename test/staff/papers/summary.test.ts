import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../locales/words.ts';
import { makeRequestSummary, type RequestSummary } from '../../../staff/papers/summary/request-summary.ts';
import type { ToldAdvice } from '../../../staff/requests/tell-advice.ts';

const now = new Date('2026-11-22T02:05:00Z');
type Known = Parameters<typeof makeRequestSummary>[0]['request'];
const event = (kind: string, data: Known['events'][number]['data'] = {}): Known['events'][number] => ({
  ...{ id: randomUUID(), kind, at: now, data },
  ...(kind === 'submitted'
    ? { actorKind: 'person', actorId: null, actorName: null }
    : { actorKind: 'officer', actorId: 'o', actorName: 'Nguyễn Thị Hoa' }),
});
const sum = (vnd: number) => ({ minVnd: vnd, maxVnd: vnd });
const commune = {
  ...{ communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
  legacyAddressText: 'con minh na ri',
};
const ANSWERS = {
  ...{ need: 'machinery', product: 'Miến dong', commune, establishment: 'HTX Tài Hoan', price: sum(400_000_000) },
  ...{ 'contact-name': 'Nông Thị Mai', 'own-capital': sum(200_000_000), certificate: { fileIds: ['a', 'b'] } },
  quotation: { isSkipped: true },
  ...{ 'machines.1.name': 'Lò sấy', 'machines.1.state': 'new', 'machines.1.price': sum(300_000_000) },
};
const ADVICE: ToldAdvice = {
  verdict: 'officer',
  reasons: Array.from({ length: 9 }, (_, at) => ({ verdict: 'officer', text: `lý do ${at}`, source: `Điều ${at}` })),
  estimate: {
    price: '400 triệu đồng',
    sums: [
      {
        where: 'Nguồn quốc gia',
        support: '200 triệu đồng',
        ownCapital: '200 triệu đồng',
        source: '',
        certainty: 'chắc',
      },
    ],
  },
};

function summarize(
  changes: Partial<Known> & { values?: Record<string, object | string> } = {},
  advice: ToldAdvice | null = ADVICE,
): RequestSummary {
  const { values = ANSWERS, ...rest } = changes;
  const answers = Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, raw: null, answeredAt: now }]),
  );
  const request: Known = {
    ...{ code: 'KC-2026-0123', programme: 'advanced-equipment', status: 'in-review', answers },
    ...{ events: [event('submitted'), event('claimed')], holder: { id: 'o', name: 'Nguyễn Thị Hoa' } },
    ...rest,
  };
  const summary = makeRequestSummary(
    { request, advice, centre: 'Trung tâm thử', now },
    { words: wordsFor('vi'), locale: 'vi' },
  );
  return JSON.parse(JSON.stringify(summary).replaceAll('\u00a0', ' '));
}
const texts = (lines: { label: string; text: string }[]): string[] =>
  lines.map(({ label, text }) => `${label}: ${text}`);

describe('a request on one sheet', () => {
  it('says who, what, how much, whether the rules seem met, which papers are there and which are missing', () => {
    const { about, who, what, money, advice, papers } = summarize();
    expect(about).toEqual([
      ...['Nội dung hỗ trợ: Máy móc, thiết bị tiên tiến', 'Tình trạng: Đang xét', 'Gửi lúc 09:05 ngày 22/11/2026'],
      ...['Cán bộ xét: Nguyễn Thị Hoa', 'In lúc 09:05 ngày 22/11/2026'],
    ]);
    expect(texts(who)).toEqual(
      expect.arrayContaining(['Tên cơ sở: HTX Tài Hoan', 'Nơi sản xuất: xã Côn Minh, tỉnh Thái Nguyên']),
    );
    expect(texts(what)).toEqual(['Cần hỗ trợ: Mua máy móc, dây chuyền', 'Máy 1: Lò sấy, Máy mới, 300 triệu đồng']);
    expect(texts(money)).toEqual([
      ...['Dự kiến chi: 400 triệu đồng', 'Vốn tự có: 200 triệu đồng'],
      'Nguồn quốc gia: có thể tới 200 triệu đồng, vốn đối ứng khoảng 200 triệu đồng (chắc)',
    ]);
    expect(advice?.verdict).toBe('Cán bộ cần xem');
    expect(advice?.reasons[0]).toEqual({ text: 'lý do 0 (Cán bộ cần xem)', source: 'Điều 0' });
    expect(papers.had).toEqual(['Ảnh giấy đăng ký: 2 ảnh']);
    expect(papers.missing).toEqual(['Ảnh báo giá (người khai: Chưa có báo giá)']);
  });

  it('says what was proposed and approved, once it is', () => {
    const events = [
      event('submitted'),
      event('accepted'),
      event('proposed', { planYear: 2027, fund: 'national', amountVnd: 180_000_000 }),
      event('approved', { nationalVnd: 150_000_000, localVnd: 0, counterpartVnd: 250_000_000 }),
    ];
    expect(texts(summarize({ events, status: 'approved' }).money)).toEqual(
      expect.arrayContaining([
        'Đề nghị cho kế hoạch 2027: 180 triệu đồng',
        'Được duyệt: quốc gia 150 triệu đồng; vốn đối ứng 250 triệu đồng',
      ]),
    );
  });

  it('counts what has no room', () => {
    const machines = Array.from({ length: 15 }, (_, at) => [
      [`machines.${at + 1}.name`, `Máy ${'rất dài '.repeat(30)}`],
      [`machines.${at + 1}.more`, 'yes'],
    ]).flat();
    const events = [event('submitted'), ...Array.from({ length: 20 }, () => event('claimed'))];
    const { what, advice, history } = summarize({ values: { ...ANSWERS, ...Object.fromEntries(machines) }, events });
    expect(what).toHaveLength(9);
    expect(what.at(-1)?.text).toMatch(/^và \d+ mục khác/);
    expect(what.every(({ text }) => text.length <= 90)).toBe(true);
    expect([advice?.reasons.length, advice?.more]).toEqual([5, 'và 4 mục khác, xem bản in đầy đủ']);
    expect([history.events.length, history.more]).toEqual([8, 'Trước đó còn 13 việc.']);
  });

  it('of an erased request says so, and nothing else of it', () => {
    const { about, who, what, money } = summarize({ status: 'erased' }, null);
    expect(about).toContain('Nội dung phiếu đã được xoá theo yêu cầu.');
    expect([...who, ...what, ...money]).toEqual([]);
  });
});
