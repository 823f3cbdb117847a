import { foldPhrase } from '../../core/text/fold.ts';
import type { Reply, Turn, TurnInput } from './topic.ts';
import { menuChoices } from './topics/menu.ts';

const GREETING =
  /^(?:(?:xin )?chao|alo+|hello|hi|hey|start|menu|bat dau)(?: (?:ban|em|anh|chi|bac|ad|admin|trung tam|tro ly|a|nhe|oi|moi nguoi|ca nha))*$/;

/** Whether the first message is only a greeting, so that there is nothing else to answer. */
export function isGreeting(input: TurnInput): boolean {
  if (input.kind === 'text') return GREETING.test(foldPhrase(input.text));
  return input.kind === 'empty' || input.kind === 'sticker';
}

/** The first words: that this is an automatic assistant of the centre (facts 7.1), and what is kept. */
export function introduce({ words, centre }: Turn): string[] {
  return [words.t('conversation:welcome', { centre: centre.name }), words.t('conversation:kept')];
}

export function greet(turn: Turn): Reply {
  return { paragraphs: introduce(turn), choices: menuChoices(turn) };
}
