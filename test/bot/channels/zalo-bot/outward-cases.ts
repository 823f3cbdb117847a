import type { SendOutcome } from '../../../../bot/channels/channel.ts';
import type { Fault } from '../../../platforms/zalo/faults.ts';
import { type OutwardCase, SAID } from '../support/channel-cases.ts';

export const LAN = '7bc3c934eacf966280ac';
export const STRANGER = 'f00f00f00f00f00f00f0';
export const TO_A_STRANGER = 'Chào người lạ';

export const asked = (text: string) => ({ chat_id: LAN, text });
const ending = (name: string, reply: Fault, outcome: SendOutcome): OutwardCase<Fault> => ({
  name,
  content: { text: SAID, choices: [] },
  reply,
  requests: [asked(SAID)],
  outcome: { ...outcome, partsSent: 0 },
});
const sent = { kind: 'sent', providerMessageId: 'its id', partsSent: 1 } as const;
const long = `${'Điều 8. '.repeat(240).trim()}\n\n${'Khoản 1. '.repeat(60).trim()}`;
const [first, second] = long.split('\n\n');

/** Message out → expected request, mocked reply → named outcome. */
export const outwardCases: OutwardCase<Fault>[] = [
  {
    name: 'choices as numbered lines',
    content: {
      text: 'Gửi phiếu nhé?',
      choices: [
        { key: 'register:send', label: 'Gửi phiếu' },
        { key: 'menu:show', label: 'Về menu' },
      ],
    },
    requests: [asked('Gửi phiếu nhé?\n1. Gửi phiếu\n2. Về menu')],
    outcome: sent,
  },
  {
    name: 'letters in pieces become whole',
    content: { text: 'miến dong'.normalize('NFD'), choices: [] },
    requests: [asked('miến dong')],
    outcome: sent,
  },
  {
    name: 'a text over the limit, with its choices at the end',
    content: { text: long, choices: [{ key: 'a', label: 'Gặp cán bộ' }] },
    requests: [asked(first ?? ''), asked(`${second}\n1. Gặp cán bộ`)],
    outcome: { ...sent, partsSent: 2 },
  },
  {
    name: 'the rest of a text whose first part is there',
    content: { text: long, choices: [] },
    partsSent: 1,
    requests: [asked(second ?? '')],
    outcome: { ...sent, partsSent: 2 },
  },
  {
    name: 'nothing to say',
    content: { text: ' ', choices: [] },
    requests: [],
    outcome: { kind: 'refused', reason: 'empty', partsSent: 0 },
  },
  {
    name: 'a chat that is not there',
    content: { text: TO_A_STRANGER, choices: [] },
    requests: [{ chat_id: STRANGER, text: TO_A_STRANGER }],
    outcome: { kind: 'unreachable', reason: 'zalo-400', partsSent: 0 },
  },
  ending(
    'a refusal',
    { kind: 'error', code: 400, description: `Bad Request: ${SAID}` },
    { kind: 'refused', reason: 'zalo-400' },
  ),
  // Nothing was sent this month, so it can hardly be the month's quota: an hour.
  ending('429', { kind: 'error', code: 429 }, { kind: 'quota-exhausted', until: new Date('2026-11-23T03:00:00Z') }),
  ending('a wrong token', { kind: 'error', code: 401 }, { kind: 'channel-broken', reason: 'unauthorized' }),
  ending('403, an error of Zalo', { kind: 'error', code: 403 }, { kind: 'transient', reason: 'zalo-403' }),
  ending('500', { kind: 'error', code: 500 }, { kind: 'transient', reason: 'zalo-500' }),
  ending('503 from a gateway', { kind: 'http', status: 503 }, { kind: 'transient', reason: 'zalo-503' }),
  ending('502 from a gateway', { kind: 'http', status: 502 }, { kind: 'ambiguous', reason: 'http-502' }),
  ending('408', { kind: 'error', code: 408 }, { kind: 'ambiguous', reason: 'zalo-408' }),
  ending('no JSON', { kind: 'http', status: 200, body: 'ok' }, { kind: 'ambiguous', reason: 'http-200' }),
  ending('a page of somebody else', { kind: 'http', status: 404 }, { kind: 'channel-broken', reason: 'not-zalo-404' }),
  ending('a cut line', { kind: 'drop', done: true }, { kind: 'ambiguous', reason: 'ECONNRESET' }),
  ending('no answer', { kind: 'silence', done: false }, { kind: 'ambiguous', reason: 'timeout' }),
  {
    name: 'a slow answer',
    content: { text: SAID, choices: [] },
    reply: { kind: 'slow', ms: 50 },
    requests: [asked(SAID)],
    outcome: sent,
  },
];
