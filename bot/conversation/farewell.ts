import { foldPhrase } from '../../core/text/fold.ts';
import type { ConversationState, Reply, Turn } from './topic.ts';
import { menuChoices } from './topics/menu.ts';

const BEFORE = '(?:(?:da|vang|ok|oke|okie|u|uh|um|a|the|vay|duoc|roi|thoi|cam on|minh|em|toi|chi|anh|chau|bac|co) )*';
const NOTHING = '(?:khong|ko|k|chang|chua)(?: (?:can|co|con|hoi|muon|nho|thac mac|biet hoi))* (?:gi|chi|them)';
const AFTER =
  '(?: (?:nua|het|ca|dau|roi|a|ah|nhe|nha|em|anh|chi|ad|ban|chau|ban nhe|the|vay|thoi|cam on|nhieu|lam|da|ay))*';
const DONE = new RegExp(
  `^${BEFORE}(?:xong|xong roi|da xong|xong het|het|het roi|du roi|vay thoi|the thoi|thoi|khong|ko|k|khong can|ko can|khong co|ko co|${NOTHING})${AFTER}$`,
);

/** Choices under which "không" is an answer: what is to be stopped, who may come in. */
const ASKING = /^(?:news|reminders|members|link|my-data|certificates|courses):/;

/**
 * "Xong", "không", "hết rồi", where nothing is open and nothing was asked: who says so takes leave. `no`: the question goes to
 * no officer then. Undefined where these words may answer something.
 */
export function readFarewell({ pending, lastReply }: ConversationState, text: string): 'leaves' | 'no' | undefined {
  if (!DONE.test(foldPhrase(text.normalize('NFKC')))) return undefined;
  if (pending.some(({ key }) => key === 'ask:no')) return 'no';
  const isAsked = lastReply?.paragraphs.some((paragraph) => paragraph.trimEnd().endsWith('?')) === true;
  return isAsked || pending.some(({ key }) => ASKING.test(key)) ? undefined : 'leaves';
}

/** A kind word, and the ways on; as the first word of all there is nothing to take leave of. */
export function takeLeave(turn: Turn): Reply {
  const { words, conversation } = turn;
  conversation.misses = 0;
  const resume = { key: 'menu:resume', label: words.t('conversation:menu.resume') };
  return {
    paragraphs: [words.t('ask:intent.goodbye')],
    choices: [
      ...(conversation.paused === undefined ? [] : [resume]),
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
    withGreeting: { paragraphs: [words.t('conversation:kept')], choices: menuChoices(turn) },
  };
}
