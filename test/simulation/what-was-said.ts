import { wordsFor } from '../../locales/words.ts';
import type { DeliveryFacts } from './delivery-facts.ts';

/**
 * What a reply promises somebody about reminders: since then they may count on it. Read from the words they got, and not from
 * what the product has kept of it.
 */
export type Said = { n: number; at: number; personId: string } & (
  | { kind: 'wish'; programme: string }
  | { kind: 'leads'; programme: string; leads: string[] }
  | { kind: 'stop'; programme: string }
  | { kind: 'stop-window'; windowId: string }
  | { kind: 'resume-window'; windowId: string }
  | { kind: 'again'; id: string }
  | { kind: 'drop-again' }
);

const ANY = 'any';
const PROGRAMMES = [
  'advanced-equipment',
  'support-request',
  'typical-rural-product',
  'management-training',
  'vocational-training',
  'trade-fair',
] as const;

/** The replies in the order in which they were written; `n` counts them. */
export function whatWasSaid(deliveries: readonly DeliveryFacts[]): Said[] {
  return deliveries.flatMap((delivery) => (delivery.kind === 'reply' ? readReply(delivery) : []));
}

function readReply({ seq: n, createdAt: at, personId, text, choiceKeys }: DeliveryFacts): Said[] {
  const who = { n, at, personId };
  const said: Said[] = [];
  if (/Có đợt nhận phiếu là Trợ lý nhắn/.test(text)) said.push({ ...who, kind: 'wish', programme: ANY });
  const wished = /Có đợt nhận phiếu (.+?) là Trợ lý nhắn/.exec(text)?.[1];
  if (wished !== undefined) said.push({ ...who, kind: 'wish', programme: programmeCalled(wished) });
  const leadsAny = /Có đợt nào Trợ lý cũng nhắc lúc mở, rồi trước hạn (.+?)\./.exec(text)?.[1];
  if (leadsAny !== undefined) said.push({ ...who, kind: 'leads', programme: ANY, leads: readLeads(leadsAny) });
  const [, of, leads] = /Đợt nhận phiếu (.+?) thì Trợ lý nhắc lúc mở, rồi trước hạn (.+?)\./.exec(text) ?? [];
  if (of !== undefined && leads !== undefined) {
    said.push({ ...who, kind: 'leads', programme: programmeCalled(of), leads: readLeads(leads) });
  }
  const usual = /Đợt nhận phiếu (.+?) thì Trợ lý nhắc trước hạn như thường\./.exec(text)?.[1];
  if (usual !== undefined) said.push({ ...who, kind: 'leads', programme: programmeCalled(usual), leads: [] });
  if (/Vâng\. Trợ lý nhắc trước hạn như thường\./.test(text)) {
    said.push({ ...who, kind: 'leads', programme: ANY, leads: [] });
  }
  if (/Trợ lý không nhắc đợt nhận phiếu nào nữa/.test(text)) said.push({ ...who, kind: 'stop', programme: ANY });
  const stopped = /Trợ lý không nhắc các đợt nhận phiếu (.+?) nữa/.exec(text)?.[1];
  if (stopped !== undefined) said.push({ ...who, kind: 'stop', programme: programmeCalled(stopped) });
  const stoppedWindow = keyAfter(choiceKeys, 'reminders:resume:window/');
  if (stoppedWindow !== undefined) said.push({ ...who, kind: 'stop-window', windowId: stoppedWindow });
  const again = /Trợ lý nhắc lại .+ lúc /.test(text) ? keyAfter(choiceKeys, 'reminders:drop:') : undefined;
  if (again !== undefined) said.push({ ...who, kind: 'again', id: again });
  if (/Trợ lý không nhắc lại việc ấy nữa/.test(text)) said.push({ ...who, kind: 'drop-again' });
  return said;
}

function programmeCalled(name: string): string {
  const words = wordsFor('vi');
  const found = PROGRAMMES.find((id) => words.word(`programmes:${id}.inSentence`) === name);
  if (found === undefined) throw new Error(`The simulation knows no programme that is called "${name}".`);
  return found;
}

/** "10 ngày và 1 ngày" */
function readLeads(text: string): string[] {
  return [...text.matchAll(/(\d+) (ngày|giờ)/g)].map(([, count = '', unit]) => {
    const name = unit === 'ngày' ? 'day' : 'hour';
    return `${count}-${name}${count === '1' ? '' : 's'}`;
  });
}

function keyAfter(keys: readonly string[], prefix: string): string | undefined {
  return keys.find((key) => key.startsWith(prefix))?.slice(prefix.length);
}
