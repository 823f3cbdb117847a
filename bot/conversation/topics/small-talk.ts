import type { Intent } from '../../../core/answers/answer.ts';
import type { Choice } from '../../channels/channel.ts';
import { phrasePlace } from '../../library/phrase-place.ts';
import type { Reply, Turn } from '../topic.ts';
import { menuChoices } from './menu.ts';

/** The wishes that end in a reply here; the others lead elsewhere at once. */
type Talk = Exclude<
  Intent,
  'officer' | 'register' | 'status' | 'stop-news' | 'deadlines' | 'remind-me' | 'my-data' | 'withdraw-consent' | 'multi'
>;

/** What is said to somebody who asks for no knowledge: a short fitting reply, and the buttons for what they want. */
export function smallTalk(turn: Turn, intent: Talk, text: string): Reply {
  const { words, centre, conversation, places, inbound } = turn;
  const button = {
    register: { key: 'register:start', label: words.t('conversation:menu.register') },
    typicalProduct: { key: 'register:need:typical-product', label: words.t('conversation:menu.register') },
    officer: { key: 'officer:start', label: words.t('conversation:menu.officer') },
    askAgain: { key: 'menu:ask', label: words.t('ask:choice.askAgain') },
    selectionPapers: { key: 'ask:article:selection-papers', label: words.t('ask:choice.selectionPapers') },
    wrong: { key: `ask:wrong:${inbound.seq}`, label: words.t('ask:choice.wrong') },
    menu: { key: 'menu:show', label: words.t('common:backToMenu') },
  } satisfies Record<string, Choice>;
  if (intent !== 'complaint') conversation.misses = 0;
  const reply = (choices: Choice[], paragraphs = [words.word(`ask:intent.${intent}`)]): Reply => ({
    paragraphs,
    choices,
  });

  switch (intent) {
    case 'greeting':
    case 'goodbye':
      return {
        ...reply(intent === 'greeting' ? menuChoices(turn) : [button.menu]),
        withGreeting: { paragraphs: [words.t('conversation:kept')], choices: menuChoices(turn) },
      };
    case 'thanks':
      return reply([button.menu]);
    case 'about':
      return reply([button.officer, button.menu], [words.t('ask:intent.about', { centre: centre.name })]);
    case 'register-selection':
      return reply([button.typicalProduct, button.selectionPapers, button.officer]);
    case 'place':
      return reply(
        [button.register, button.wrong, button.menu],
        phrasePlace(words, places.find(text, { provinceCode: centre.provinceCode })),
      );
    case 'complaint':
      return reply([button.askAgain, button.officer]);
  }
}
