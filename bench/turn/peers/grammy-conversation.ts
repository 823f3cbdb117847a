// The dialogue as a conversation of grammY, kept by its own adapter in PostgreSQL.
import { createServer } from 'node:http';
import { type Conversation, type ConversationFlavor, conversations, createConversation } from '@grammyjs/conversations';
import { PsqlAdapter } from '@grammyjs/storage-psql';
import { Bot, type Context, webhookCallback } from 'grammy';
import { isPeerAnswer, PEER_WORDS, QUESTION_IDS } from '../dialogue.ts';
import { openRequests, readTask } from './keep-request.ts';

type Outside = ConversationFlavor<Context>;

const { databaseUrl, apiUrl, token, secret, port } = readTask();
const { pool, keep } = await openRequests(databaseUrl);

async function request(conversation: Conversation<Outside, Context>, ctx: Context): Promise<void> {
  const ask = async (words: string, isAnswer: (text: string) => boolean): Promise<string> => {
    while (true) {
      await ctx.reply(words);
      const { message } = await conversation.waitFor('message:text');
      if (isAnswer(message.text)) return message.text;
    }
  };
  await ask(PEER_WORDS.consent, (text) => text === 'đồng ý');
  const answers: Record<string, string> = {};
  for (const [index, words] of PEER_WORDS.questions.entries()) {
    answers[QUESTION_IDS[index] ?? ''] = await ask(words, (text) => isPeerAnswer(index, text));
  }
  await ask(PEER_WORDS.review, (text) => text === 'gửi phiếu');
  const code = await conversation.external(() => keep(ctx.chat?.id ?? 0, answers));
  await ctx.reply(PEER_WORDS.sent(code));
}

const bot = new Bot<Outside>(token, { client: { apiRoot: apiUrl } });
// Its types name a lone connection and tell nothing of what is kept; all it asks of either is a query and a row.
const storage = Object(await PsqlAdapter.create({ tableName: 'session', client: Object(pool) }));
bot.use(conversations<Outside, Context>({ storage }));
bot.use(createConversation(request));
bot.hears('đăng ký hỗ trợ', (ctx) => ctx.conversation.enter('request'));
bot.on('message', (ctx) => ctx.reply(PEER_WORDS.nothing));
await bot.init();
const webhook = webhookCallback(bot, 'http', { secretToken: secret });
createServer((req, res) => void webhook(req, res).catch(() => res.destroy())).listen(port, '127.0.0.1');
