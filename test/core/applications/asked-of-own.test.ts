import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAskedOfOwn } from '../../../core/applications/asked-of-own.ts';

describe('what somebody asks of their own dossier without naming it', () => {
  it.each([
    ['decided', 'da duyet chua em oi', 'duyệt chưa', 'có kết quả chưa ạ', 'can bo xem chua', 'phieu cua em duoc chua'],
    ['decided', 'tien ve chua', 'nhận được máy chưa', 'xong chua', 'duoc duyet roi ha'],
    ['when', 'khi nao ky hop dong', 'bao gio co ket qua', 'bao gio co tien', 'tiền bao giờ về', 'con bao lau nua'],
    ['when', 'bao giờ giải ngân vậy', 'khi nào cán bộ gọi em', 'cho den bao gio', 'bao gio thi duoc duyet'],
    ['next', 'viec tiep theo cua toi la gi', 'giờ làm gì tiếp', 'bay gio toi phai lam gi', 'tiep theo la gi'],
    ['missing', 'con thieu gi', 'toi phai nop gi nua', 'hồ sơ đủ chưa', 'em con phai bo sung gi nua khong'],
    ['slow', 'sao lau the', 'chờ lâu quá rồi', 'sao mãi chưa thấy ai gọi', 'sao duyet cham the'],
    ['decided', 'có được duyệt không', 'được duyệt bao nhiêu tiền'],
    ['when', 'khi nao can bo xuong xem', 'may bao gio ve', 'bao gio may ve', 'tien dau'],
    ['decided', 'gia han duoc chua'],
    ['next', 'gio tui phai mần chi', 'gio chi lam gi tiep', 'toi can lam gi bay gio'],
    ['missing', 'co phai nop them giay to gi nua khong'],
    ['standing', 'ho so co van de gi khong', 'xem giup chi ho so', 'chi muon hoi ho so cua chi'],
    ['back', 'bi tu choi roi a, vi sao', 'sao khong duoc duyet'],
    ['standing', 'ho so cua toi the nao roi', 'hs e toi dau r ad', 'phiếu em sao rồi'],
    ['back', 'ho so bi tra lai thi lam sao', 'vì sao phiếu của tôi bị trả lại', 'sao ho so bi tu choi'],
  ] as const)('is heard as %s in few words', (kind, ...texts) => {
    expect(texts.map((text) => [text, readAskedOfOwn(text)])).toEqual(texts.map((text) => [text, kind]));
  });

  it.each([
    ...['cần nộp giấy tờ gì', 'phai nop gi', 'bao giờ mở đợt', 'khi nao co hoi cho', 'bao gio co lop', 'ai duyệt'],
    ...['hồ sơ gồm gì', 'bao giờ hết hạn', 'bao lau thi duoc ban may', 'bao lâu thì được xin lại', 'được bao nhiêu'],
    ...['khi nào có tiền thì mua', 'khi nao bao cao tien do', 'hợp đồng mua máy cần gì', 'hồ sơ xin máy bao giờ nộp'],
    ...['muốn hỏi hồ sơ', 'mua máy bao giờ', 'xem máy', 'máy hỏng gì không', 'giấy tờ gì', 'hồ sơ xin máy', 'đơn giá'],
    ...['chưa rõ', 'chưa có', 'có', 'rồi', 'sao', 'thế nào', 'chưa biết', 'máy cũ được không', 'bao giờ có điện'],
  ])('is not heard in "%s": that is a question of the rules, or an answer', (text) => {
    expect(readAskedOfOwn(text)).toBeUndefined();
  });

  it('is heard in no question that the rules answer, but when something comes and why it takes so long', () => {
    const rows = ['seen', 'seen-2', 'seen-3', 'seen-4', 'seen-5'].flatMap((name) =>
      readFileSync(new URL(`../answers/questions/${name}.jsonl`, import.meta.url), 'utf8')
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row) as { q: string; kind: string; articles?: string[] }),
    );
    const asked = rows.filter(({ kind, articles = [] }) => kind !== 'intent' && !articles.includes('intent status'));
    const heard = asked.filter(({ q }) => !['when', 'slow', undefined].includes(readAskedOfOwn(q)));
    expect(heard.map(({ q, articles }) => [q, articles])).toEqual([]);
  });
});
