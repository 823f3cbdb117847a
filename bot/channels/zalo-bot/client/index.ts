/**
 * A client of the Zalo Bot Platform's HTTP API, on axios. It knows nothing of the rest of this project.
 *
 * @example
 * const zalo = createZaloBotClient({ token });
 * const answer = await zalo.sendMessage({ chatId, text: 'Chào anh/chị' });
 * if (answer.kind === 'quota-exhausted') …
 */
export type { ZaloAnswer } from './answers.ts';
export {
  createZaloBotClient,
  type SentMessage,
  ZALO_BOT_API,
  type ZaloBotClient,
} from './zalo-bot-client.ts';
