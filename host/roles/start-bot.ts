import { type Bot, createBot } from '../../bot/bot.ts';
import { webChatChannel } from '../../bot/channels/web-chat/web-chat-channel.ts';
import { webChatRoutes } from '../../bot/channels/web-chat/web-chat-routes.ts';
import { createRooms } from '../../bot/conversation/rooms.ts';
import { loadLibrary } from '../../bot/library/load-library.ts';
import { errorFacts } from '../../core/error-facts.ts';
import { loadHolidays } from '../../data/holidays/load-holidays.ts';
import type { Mount } from '../http/create-app.ts';
import { projectRoot } from '../project-root.ts';
import type { Shared } from './shared.ts';

/** The bot with its channels, and what its pages ask over HTTP. */
export type RunningBot = Bot & { mountChat: Mount };

/** The role `bot`: answers people and sends what is due. The role `jobs` needs it too, to take up what was left. */
export async function startBot(shared: Shared): Promise<RunningBot> {
  const { config, db, clock, ids, log, signals, files, places, closing } = shared;
  const library = await loadLibrary({ root: projectRoot });
  const holidays = loadHolidays();
  const bot = createBot({
    db,
    clock,
    ids,
    log,
    channels: [webChatChannel({ db })],
    rooms: createRooms(),
    library: () => library,
    places,
    holidays: () => holidays,
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
  return { ...bot, mountChat: (app) => void app.route('/chat/api', chatRoutes) };
}
