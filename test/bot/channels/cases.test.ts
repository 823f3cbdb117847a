import { testChannel } from './support/channel-cases.ts';
import * as telegramIn from './telegram/inward-cases.ts';
import * as telegramOut from './telegram/outward-cases.ts';
import { openTelegram } from './telegram/under-test.ts';
import * as terminal from './terminal/cases.ts';
import { openTerminal } from './terminal/under-test.ts';
import * as pageIn from './web-chat/inward-cases.ts';
import * as pageOut from './web-chat/outward-cases.ts';
import { openWebChat } from './web-chat/under-test.ts';
import * as zaloIn from './zalo-bot/inward-cases.ts';
import * as zaloOut from './zalo-bot/outward-cases.ts';
import { openZalo } from './zalo-bot/under-test.ts';

testChannel('Zalo', {
  open: openZalo,
  says: zaloIn.says,
  textRequest: zaloOut.asked,
  inward: zaloIn.inwardCases,
  outward: zaloOut.outwardCases,
});

testChannel('Telegram', {
  open: openTelegram,
  says: telegramIn.says,
  textRequest: telegramOut.textRequest,
  inward: telegramIn.inwardCases,
  outward: telegramOut.outwardCases,
});

testChannel('the chat page', {
  open: openWebChat,
  says: pageIn.says,
  textRequest: pageOut.textRequest,
  inward: pageIn.inwardCases,
  outward: pageOut.outwardCases,
});

testChannel('the terminal', {
  open: openTerminal,
  says: terminal.says,
  textRequest: (text) => text,
  inward: terminal.inwardCases,
  outward: terminal.outwardCases,
});
