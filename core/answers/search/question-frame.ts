import { readTable } from '../typing/read-table.ts';

/** Phrases that make a question of something, or are said around it; they tell little of what it is about. */
const FRAMES: readonly string[][] = readTable(`
right or wrong: dung hay sai, dung hay khong, dung khong, la dung, la sai, phai khong, co phai, phai hay khong, hay khong,
    co dung khong, co duoc khong, duoc khong, chua dung, khong dung
which: la gi, la nhung gi, nhung gi, cai gi, gi, nao, nhung nao, sau day, duoi day, the nao, nhu the nao, ra sao, bao nhieu,
    may, bao lau, khi nao, luc nao, bao gio, o dau, tai dau, dau, ai, la ai, vi sao, tai sao, boi ai, cua ai
asking: cho hoi, xin hoi, hay cho biet, cho biet, hay neu, hay, tra loi, cau hoi, xin, cho em hoi, cho toi hoi, a, vay, the, nhe
by what: theo quy dinh, theo quy dinh cua phap luat, quy dinh cua phap luat, theo luat, theo phap luat, quy dinh nhu the nao,
    duoc quy dinh, duoc hieu la, duoc hieu, phat bieu, khang dinh, nhan dinh, y kien, dieu nao, truong hop nao, khi
`).flatMap(({ items }) => items.map((item) => item.split(' ')));

/** 1 for each syllable that is part of such a phrase. */
export function findFrame(forms: readonly string[]): Uint8Array {
  const frame = new Uint8Array(forms.length);
  for (const phrase of FRAMES)
    for (let at = 0; at + phrase.length <= forms.length; at += 1)
      if (phrase.every((form, ahead) => forms[at + ahead] === form)) frame.fill(1, at, at + phrase.length);
  return frame;
}
