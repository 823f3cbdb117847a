import type { Producer } from './producer.ts';

/** The eight questions for a machine, answered; returns the code. */
export async function leavesRequest(
  producer: Producer,
  { name, phone }: { name: string; phone: string },
): Promise<string> {
  await beginsRequest(producer);
  return await finishesRequest(producer, { name, phone });
}

/** Up to the third question. */
export async function beginsRequest(producer: Producer): Promise<void> {
  await producer.says('gui phieu nhu cau', /đồng ý không/);
  await producer.chooses('Đồng ý', /Câu 1\/8/);
  await producer.chooses('Mua máy móc', /Câu 2\/8/);
  await producer.says('mien dong', /Câu 3\/8/);
}

/** The same from the third question on. */
export async function finishesRequest(
  producer: Producer,
  { name, phone }: { name: string; phone: string },
): Promise<string> {
  await producer.says('xa con minh na ri', /Câu 4\/8/);
  await producer.says('HTX Tài Hoan', /Câu 6\/8/);
  await producer.says(name, /Câu 7\/8/);
  await producer.says(phone, /Câu 8\/8/);
  await producer.says('400tr', /xem lại phiếu/);
  const sent = await producer.chooses('Gửi phiếu', /Mã phiếu của anh\/chị: KC-\d{4}-\d{4}/);
  return /KC-\d{4}-\d{4}/.exec(sent)?.[0] ?? '';
}
