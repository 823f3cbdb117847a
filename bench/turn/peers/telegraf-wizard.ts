// The dialogue as telegraf's documentation has one: a WizardScene whose session is a row of PostgreSQL.
import { createServer } from 'node:http';
import { type Context, Scenes, session, Telegraf } from 'telegraf';
import { isPeerAnswer, PEER_WORDS, QUESTION_IDS } from '../dialogue.ts';
import { openRequests, readTask } from './keep-request.ts';

type Wizard = Scenes.WizardContext & { wizard: { state: { answers?: Record<string, string> } } };

const { databaseUrl, apiUrl, token, secret, port } = readTask();
const { pool, keep } = await openRequests(databaseUrl);
await pool.query('CREATE TABLE IF NOT EXISTS session (key text PRIMARY KEY, value jsonb NOT NULL)');

/** telegraf has no store for PostgreSQL that is kept up; this is the smallest one that keeps what it was given. */
const store = {
  get: async (key: string) => {
    const { rows } = await pool.query<{ value: Scenes.WizardSession }>('SELECT value FROM session WHERE key = $1', [
      key,
    ]);
    return rows[0]?.value;
  },
  set: async (key: string, value: Scenes.WizardSession) => {
    await pool.query(
      'INSERT INTO session (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [key, JSON.stringify(value)],
    );
  },
  delete: async (key: string) => {
    await pool.query('DELETE FROM session WHERE key = $1', [key]);
  },
};

const textOf = (ctx: Context): string => (ctx.message !== undefined && 'text' in ctx.message ? ctx.message.text : '');
const questions = PEER_WORDS.questions.map((_, index) => async (ctx: Wizard) => {
  const text = textOf(ctx);
  if (!isPeerAnswer(index, text)) return await ctx.reply(PEER_WORDS.questions[index] ?? '');
  const id = QUESTION_IDS[index] ?? '';
  ctx.wizard.state.answers = { ...ctx.wizard.state.answers, [id]: text };
  await ctx.reply(PEER_WORDS.questions[index + 1] ?? PEER_WORDS.review);
  return ctx.wizard.next();
});
const request = new Scenes.WizardScene<Wizard>(
  'request',
  async (ctx) => {
    await ctx.reply(PEER_WORDS.consent);
    return ctx.wizard.next();
  },
  async (ctx) => {
    if (textOf(ctx) !== 'đồng ý') return await ctx.reply(PEER_WORDS.consent);
    await ctx.reply(PEER_WORDS.questions[0]);
    return ctx.wizard.next();
  },
  ...questions,
  async (ctx) => {
    if (textOf(ctx) !== 'gửi phiếu') return await ctx.reply(PEER_WORDS.review);
    const code = await keep(ctx.chat?.id ?? 0, ctx.wizard.state.answers ?? {});
    await ctx.reply(PEER_WORDS.sent(code));
    return await ctx.scene.leave();
  },
);

const bot = new Telegraf<Wizard>(token, { telegram: { apiRoot: apiUrl, webhookReply: false } });
bot.use(session({ store }));
bot.use(new Scenes.Stage<Wizard>([request]).middleware());
bot.hears('đăng ký hỗ trợ', (ctx) => ctx.scene.enter('request'));
bot.on('message', (ctx) => ctx.reply(PEER_WORDS.nothing));
bot.botInfo = await bot.telegram.getMe();
const webhook = bot.webhookCallback('/hook', { secretToken: secret });
createServer((req, res) => void webhook(req, res).catch(() => res.destroy())).listen(port, '127.0.0.1');
