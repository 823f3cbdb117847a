import { foldPhrase } from '../../core/text/fold.ts';
import { TELEGRAM } from '../channels/telegram/telegram-channel.ts';
import type { Reply, Turn, TurnInput } from './topic.ts';
import { menuChoices } from './topics/menu.ts';

const GREETING =
  /^(?:(?:(?:xin )?chao|alo+|hello|hi|hey|start|menu|bat dau)(?: (?:ban|em|anh|chi|bac|co|chu|sep|shop|bot|ad|admin|trung tam|tro ly|a|nhe|oi|moi nguoi|ca nha))*|(?:cho )?(?:(?:em|toi|minh|chau) )?hoi (?:chut|ti|ty|xiu|cai)(?: (?:a|nhe|voi))*)$/;

/** Whether the first message is only a greeting, so that there is nothing else to answer. */
export function isGreeting(input: TurnInput): boolean {
  if (input.kind === 'text') return GREETING.test(foldPhrase(input.text));
  return input.kind === 'empty' || input.kind === 'sticker';
}

/**
 * The first words: that this is an automatic assistant of the centre (facts 7.1), and what is kept. On Telegram also where
 * else the centre is: once Telegram is cut off, nothing more can be said there.
 */
export function introduce(
  { words, centre, contact }: Turn,
  zaloLink: string | undefined,
  { tellsKept = true } = {},
): string[] {
  const elsewhere =
    contact.channel === TELEGRAM && zaloLink !== undefined ? [words.t('cut-off:beforehand', { link: zaloLink })] : [];
  const kept = tellsKept ? [words.t('conversation:kept')] : [];
  return [words.t('conversation:welcome', { centre: centre.name }), ...kept, ...elsewhere];
}

export function greet(turn: Turn, zaloLink: string | undefined): Reply {
  return { paragraphs: introduce(turn, zaloLink), choices: menuChoices(turn) };
}
