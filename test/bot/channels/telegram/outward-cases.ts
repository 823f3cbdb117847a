import type { SendOutcome } from '../../../../bot/channels/channel.ts';
import type { FakeTelegram } from '../../../platforms/telegram/fake-telegram.ts';
import type { Fault } from '../../../platforms/telegram/faults.ts';
import type { FakePerson } from '../../../platforms/telegram/person.ts';
import { type OutwardCase, SAID } from '../support/channel-cases.ts';

/** What is wrong at Telegram, or with the person, when the message leaves. */
export type Trouble = (around: { lan: FakePerson; fake: FakeTelegram }) => void | Promise<void>;

const fault =
  (given: Fault): Trouble =>
  ({ fake }) =>
    fake.fail('sendMessage', given);
const ending = (
  name: string,
  reply: Trouble,
  outcome: SendOutcome,
  requests: object[] = [{ text: SAID, ...gone }],
) => ({
  ...{ name, reply, requests, content: { text: SAID, choices: [] } },
  outcome: { ...outcome, partsSent: 0 },
});
const refusing = (code: number, description: string, outcome: SendOutcome) =>
  ending(`${code} ${description}`, fault({ kind: 'status', status: code, description }), outcome);
const sent = { kind: 'sent', providerMessageId: 'its id', partsSent: 1 } as const;
const long = `${'Điều 8. '.repeat(500).trim()}\n\n${'Khoản 1. '.repeat(60).trim()}`;
const [first = '', second = ''] = long.split('\n\n');
const keyboard = (...rows: [label: string, key: string][][]) => ({
  reply_markup: {
    inline_keyboard: rows.map((row) => row.map(([label, key]) => ({ text: label, callback_data: key }))),
  },
});
const keys = (...rows: object[][]) => ({
  reply_markup: { keyboard: rows, one_time_keyboard: true, resize_keyboard: true },
});
const gone = { reply_markup: { remove_keyboard: true } };
export const textRequest = (text: string) => ({ text, ...gone });
const choice = (key: string, label: string) => ({ key, label });
/** Known by its name: the line is closed before anything is asked. */
export const closedNetwork: Trouble = () => {};

/** Message out → expected request, mocked reply → named outcome. */
export const outwardCases: OutwardCase<Trouble>[] = [
  {
    name: 'choices as buttons: two short ones in a row, a long one by itself',
    content: {
      text: 'Gửi phiếu nhé?',
      choices: [choice('a:1', 'Gửi'), choice('a:2', 'Thôi'), choice('menu:show', 'Về danh sách các việc')],
    },
    requests: [
      {
        text: 'Gửi phiếu nhé?',
        ...keyboard(
          [
            ['Gửi', 'a:1'],
            ['Thôi', 'a:2'],
          ],
          [['Về danh sách các việc', 'menu:show']],
        ),
      },
    ],
    outcome: sent,
  },
  {
    name: 'a key of 64 bytes is a button',
    content: { text: 'Chọn', choices: [choice('k'.repeat(64), 'Một')] },
    requests: [{ text: 'Chọn', ...keyboard([['Một', 'k'.repeat(64)]]) }],
    outcome: sent,
  },
  {
    name: 'a key that Telegram would refuse makes numbers of all choices',
    content: { text: 'Chọn', choices: [choice('a:1', 'Một'), choice('ế'.repeat(22), 'Hai')] },
    requests: [{ text: 'Chọn\n1. Một\n2. Hai', ...gone }],
    outcome: sent,
  },
  {
    name: 'letters in pieces become whole',
    content: { text: 'miến dong'.normalize('NFD'), choices: [] },
    requests: [{ text: 'miến dong', ...gone }],
    outcome: sent,
  },
  {
    name: 'signs of markup stay as they are',
    content: { text: 'a_b *c* <i>d</i>', choices: [] },
    requests: [{ text: 'a_b *c* <i>d</i>', ...gone }],
    outcome: sent,
  },
  {
    name: 'a text over the limit, with its buttons under the last part',
    content: { text: long, choices: [choice('officer:start', 'Gặp cán bộ')] },
    requests: [
      { text: first, ...gone },
      { text: second, ...keyboard([['Gặp cán bộ', 'officer:start']]) },
    ],
    outcome: { ...sent, partsSent: 2 },
  },
  {
    name: 'the rest of a text whose first part is there',
    content: { text: long, choices: [] },
    partsSent: 1,
    requests: [{ text: second, ...gone }],
    outcome: { ...sent, partsSent: 2 },
  },
  {
    name: 'a question for the phone number: a key that shares it, and the choices as keys',
    content: { text: 'Số điện thoại?', choices: [choice('a:keep', 'Giữ nguyên')], contactButton: 'Gửi số của tôi' },
    requests: [
      {
        text: 'Số điện thoại?',
        ...keys([{ text: 'Gửi số của tôi', request_contact: true }], [{ text: 'Giữ nguyên' }]),
      },
    ],
    outcome: sent,
  },
  {
    name: 'what comes after it takes the keys away, in a message of its own when it has buttons',
    content: { text: 'Giá máy?', choices: [choice('a:skip', 'Chưa rõ')], endsContactButton: 'Vâng ạ.' },
    requests: [
      { text: 'Vâng ạ.', ...gone },
      { text: 'Giá máy?', ...keyboard([['Chưa rõ', 'a:skip']]) },
    ],
    outcome: { ...sent, partsSent: 2 },
  },
  {
    name: 'the rest of it when the keys are gone already',
    content: { text: 'Giá máy?', choices: [choice('a:skip', 'Chưa rõ')], endsContactButton: 'Vâng ạ.' },
    partsSent: 1,
    requests: [{ text: 'Giá máy?', ...keyboard([['Chưa rõ', 'a:skip']]) }],
    outcome: { ...sent, partsSent: 2 },
  },
  {
    name: 'what comes after it and has no buttons takes the keys away by itself',
    content: { text: 'Tên cơ sở?', choices: [], endsContactButton: 'Vâng ạ.' },
    requests: [{ text: 'Tên cơ sở?', ...gone }],
    outcome: sent,
  },
  {
    name: 'nothing to say',
    content: { text: ' ', choices: [] },
    requests: [],
    outcome: { kind: 'refused', reason: 'empty', partsSent: 0 },
  },
  ending('a person who blocked the bot', ({ lan }) => lan.blocks(), { kind: 'unreachable', reason: 'telegram-403' }),
  refusing(403, 'Forbidden: user is deactivated', { kind: 'unreachable', reason: 'telegram-403' }),
  refusing(400, 'Bad Request: chat not found', { kind: 'unreachable', reason: 'telegram-400' }),
  refusing(400, 'Bad Request: message is too long', { kind: 'refused', reason: 'telegram-400' }),
  refusing(401, 'Unauthorized', { kind: 'channel-broken', reason: 'telegram-401' }),
  refusing(404, 'Not Found', { kind: 'channel-broken', reason: 'telegram-404' }),
  refusing(409, 'Conflict', { kind: 'channel-broken', reason: 'telegram-409' }),
  refusing(500, 'Internal Server Error', { kind: 'ambiguous', reason: 'telegram-500' }),
  ending('429', fault({ kind: 'too-many', retryAfter: 17 }), { kind: 'rate-limited', retryAfterMs: 17_000 }),
  ending('a page of a gateway', fault({ kind: 'non-json' }), { kind: 'ambiguous', reason: 'telegram-502' }),
  ending('a page instead of an answer', fault({ kind: 'non-json', status: 200 }), {
    kind: 'ambiguous',
    reason: 'invalid-json',
  }),
  ending('a line cut before it was read', fault({ kind: 'drop' }), { kind: 'ambiguous', reason: 'ECONNRESET' }),
  ending('a line cut after it was delivered', fault({ kind: 'drop-after' }), {
    kind: 'ambiguous',
    reason: 'ECONNRESET',
  }),
  ending('no answer in time', fault({ kind: 'slow', ms: 600 }), { kind: 'ambiguous', reason: 'timeout' }),
  ending('no line at all', closedNetwork, { kind: 'transient', reason: 'ECONNREFUSED' }, []),
];
