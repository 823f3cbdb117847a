import { TEXT_LIMITS } from '../../../../bot/channels/text-limits.ts';
import { type OutwardCase, SAID } from '../support/channel-cases.ts';
import type { Trouble } from './under-test.ts';

export const textRequest = (text: string) => ({ text, choices: [] });
const choices = [
  { key: 'register:send', label: 'Gửi phiếu' },
  { key: 'menu:show', label: 'Về menu' },
];
const long = `${'Điều 8. '.repeat(TEXT_LIMITS['web-chat'] / 8 - 1)}Điều 8.`;

/** Message out → what the open page shows, what is wrong → named outcome. */
export const outwardCases: OutwardCase<Trouble>[] = [
  {
    name: 'choices as buttons',
    content: { text: 'Gửi phiếu nhé?', choices },
    requests: [{ text: 'Gửi phiếu nhé?', choices }],
    outcome: { kind: 'sent' },
  },
  {
    name: 'the longest text arrives whole',
    content: { text: long, choices },
    requests: [{ text: long, choices }],
    outcome: { kind: 'sent' },
  },
  {
    name: 'the key that shares a number is nothing here',
    content: { text: 'Số điện thoại?', choices, contactButton: 'Gửi số của tôi', endsContactButton: 'Vâng ạ.' },
    requests: [{ text: 'Số điện thoại?', choices }],
    outcome: { kind: 'sent' },
  },
  {
    name: 'a database that is away',
    content: { text: SAID, choices },
    reply: 'the database is away',
    requests: [],
    outcome: { kind: 'transient', reason: 'database-away' },
  },
];
