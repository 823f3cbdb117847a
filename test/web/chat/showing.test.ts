import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../../bot/channels/web-chat/protocol.ts';
import { arrange } from '../../../web/chat/logic/arrange.ts';
import type { Outgoing } from '../../../web/chat/logic/chat-state.ts';
import { findLinks } from '../../../web/chat/logic/find-links.ts';
import { makeMessageId } from '../../../web/chat/logic/message-id.ts';
import { sayClock, sayDay } from '../../../web/chat/logic/say-time.ts';

const said = (at: string, from: ChatMessage['from'] = 'assistant'): ChatMessage => ({
  id: at,
  position: at,
  at,
  from,
  text: '',
  choices: [],
  photos: [],
  seen: true,
});

describe('the time of what was said', () => {
  it('is the office’s, wherever the phone believes to be', () => {
    expect(sayClock(Date.parse('2026-11-23T17:05:00Z'))).toBe('00:05');
  });

  it.each([
    ['2026-11-23T16:59:00Z', 'Hôm nay'],
    ['2026-11-22T16:59:00Z', 'Hôm qua'],
    ['2026-11-20T03:00:00Z', 'Thứ Sáu 20/11'],
    ['2025-11-20T03:00:00Z', '20/11/2025'],
  ])('%s is told as %s', (at, words) => {
    expect(sayDay(Date.parse(at), Date.parse('2026-11-23T03:00:00Z')).toLowerCase()).toBe(words.toLowerCase());
  });

  it('is told on a new day and after ten minutes of silence, and not between', () => {
    const messages = [
      said('2026-11-23T03:00:00Z', 'person'),
      said('2026-11-23T03:09:59Z'),
      said('2026-11-23T03:20:00Z'),
      said('2026-11-23T17:00:00Z'),
    ];
    const kinds = arrange({ messages, outgoing: [] }).map((row) =>
      row.kind === 'time' ? (row.isNewDay ? 'day' : 'time') : row.kind,
    );
    expect(kinds).toEqual(['day', 'said', 'said', 'time', 'said', 'day', 'said']);
  });
});

describe('choices', () => {
  const outgoing = (state: Outgoing['state']): Outgoing => ({
    id: 'x',
    madeAt: Date.parse('2026-11-23T03:00:01Z'),
    body: { kind: 'text', text: 'a' },
    state,
  });
  const lastStands = (items: Outgoing[]) =>
    arrange({ messages: [said('2026-11-23T03:00:00Z')], outgoing: items }).some(
      (row) => row.kind === 'said' && row.isLast,
    );

  it('stand until something is said, and a refused photo is not something said', () => {
    expect(lastStands([])).toBe(true);
    expect(lastStands([outgoing('waiting')])).toBe(false);
    expect(lastStands([outgoing('sent')])).toBe(false);
    expect(lastStands([outgoing('refused')])).toBe(true);
  });
});

describe('links', () => {
  it.each([
    ['xem https://vanban.chinhphu.vn/?id=1.', ['https://vanban.chinhphu.vn/?id=1']],
    ['(http://a.example/b), rồi', ['http://a.example/b']],
    ['javascript:alert(1) data:text/html,x', []],
    ['https:// https://', []],
    ['ftp://a.example', []],
  ])('in "%s" are %j', (text, links) => {
    expect(findLinks(text).flatMap(({ href }) => href ?? [])).toEqual(links);
  });

  it('nothing of the text is lost or added', () => {
    const text = 'Theo 28/2018/TT-BTC (https://a.example/x), phiếu KC-2026-0123: "https://b.example".';
    const parts = findLinks(text);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter(({ isWhole }) => isWhole).map((part) => part.text)).toEqual(['28/2018/TT-BTC', 'KC-2026-0123']);
  });
});

it('message ids are random UUIDs, also where the browser has no randomUUID', () => {
  const { randomUUID } = crypto;
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
  try {
    const ids = new Set(Array.from({ length: 1000 }, makeMessageId));
    expect(ids.size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  } finally {
    Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true });
  }
});
