import { type Bot, createBot } from '../../bot/bot.ts';
import type { Receive } from '../../bot/channels/channel.ts';
import { webChatChannel } from '../../bot/channels/web-chat/web-chat-channel.ts';
import { webChatRoutes } from '../../bot/channels/web-chat/web-chat-routes.ts';
import { createRooms } from '../../bot/conversation/rooms.ts';
import { errorFacts } from '../../core/error-facts.ts';
import type { Mount } from '../http/create-app.ts';
import { otherWaysOf } from './other-ways.ts';
import type { Shared } from './shared.ts';
import { openTelegram } from './telegram.ts';
import { openZaloBot } from './zalo-bot.ts';

/** The bot with its channels, and what its pages ask over HTTP. */
export type RunningBot = Bot & {
  mountChat: Mount;
  /** Platforms that are not asked do not tell: begins to listen to them, once HTTP is served. Only the role `bot` does. */
  listen: () => void;
};

/** The role `bot`: answers people and sends what is due. The role `jobs` needs it too, to take up what was left. */
export async function startBot(shared: Shared): Promise<RunningBot> {
  const { config, db, clock, ids, log, signals, files, places, library, calendar, closing } = shared;
  // A channel needs the bot to hand messages to, and the bot its channels.
  const receive: Receive = (message) => bot.receive(message);
  const opened = [await openZaloBot(shared, receive), await openTelegram(shared, receive)];
  const platforms = opened.filter((one) => one !== undefined);
  const bot: Bot = createBot({
    db,
    clock,
    ids,
    log,
    channels: [webChatChannel({ db }), ...platforms.map(({ channel }) => channel)],
    rooms: createRooms({ zaloLink: config.zaloBot?.link, publicUrl: config.publicUrl }),
    library: library.current,
    places,
    calendar: calendar.current,
    otherWays: otherWaysOf(config),
  });

  signals.on('delivery', (contactId) => void bot.sender.wake(contactId));
  const takeUp = async (): Promise<void> => {
    try {
      await bot.sender.recoverStuck();
      await bot.sweepInbound();
      await bot.sender.sendDue();
    } catch (error) {
      log.warn(errorFacts(error), 'what was left could not be taken up; the next sweep tries again');
    }
  };
  // What a crash left behind, and what was signalled while nobody could hear it.
  signals.onReconnect(() => void takeUp());
  void takeUp();

  const { publicUrl, trustProxy } = config;
  const chatRoutes = webChatRoutes({
    db,
    clock,
    ids,
    receive: bot.receive,
    signals,
    files,
    publicUrl,
    trustProxy,
    log,
    closing,
  });
  return {
    ...bot,
    mountChat: (app) => {
      app.route('/chat/api', chatRoutes);
      for (const { routes } of platforms) if (routes !== undefined) app.route('/', routes);
    },
    listen: () => {
      for (const platform of platforms) platform.start();
    },
    stop: async () => {
      // First nothing more comes in, then what is under way ends.
      await Promise.all(platforms.map((platform) => platform.stop()));
      await bot.stop();
    },
  };
}
