import type { IncomingBody } from '../../../../bot/channels/channel.ts';
import type { InwardCase, OutwardCase } from '../support/channel-cases.ts';
import type { Told } from '../support/told.ts';

const means = (name: string, event: IncomingBody, body: Told['body']): InwardCase<IncomingBody> => ({
  ...{ name, event },
  told: [{ address: 'LAN', platformMessageId: 'ID', displayName: undefined, body }],
});

export const says = (text: string): IncomingBody => ({ kind: 'text', text });

/** Typed → message. */
export const inwardCases: InwardCase<IncomingBody>[] = [
  means('an empty line', says(''), { kind: 'text', text: '' }),
  means('a choice', { kind: 'choice', key: 'menu:show' }, { kind: 'choice', key: 'menu:show' }),
  means('a sticker', { kind: 'sticker' }, { kind: 'sticker' }),
];

/** Message out → printed lines; a terminal refuses nothing. */
export const outwardCases: OutwardCase<never>[] = [
  {
    name: 'choices as numbered lines',
    content: {
      text: 'Gửi phiếu nhé?',
      choices: [
        { key: 'register:send', label: 'Gửi phiếu' },
        { key: 'menu:show', label: 'Về menu' },
      ],
    },
    requests: ['Gửi phiếu nhé?\n1. Gửi phiếu\n2. Về menu'],
    outcome: { kind: 'sent' },
  },
  {
    name: 'a long text whole',
    content: { text: 'Điều 8. '.repeat(2_000), choices: [] },
    requests: ['Điều 8. '.repeat(2_000)],
    outcome: { kind: 'sent' },
  },
];
