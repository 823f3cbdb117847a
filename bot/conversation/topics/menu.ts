import type { Choice } from '../../channels/channel.ts';
import type { Reply, Topic, Turn } from '../topic.ts';

export function menuChoices({ words, conversation }: Turn): Choice[] {
  const resume: Choice[] =
    conversation.open !== undefined || conversation.paused !== undefined
      ? [{ key: 'menu:resume', label: words.t('conversation:menu.resume') }]
      : [];
  return [
    ...resume,
    { key: 'menu:ask', label: words.t('conversation:menu.ask') },
    { key: 'register:start', label: words.t('conversation:menu.register') },
    { key: 'my-dossiers:list', label: words.t('conversation:menu.myDossiers') },
    { key: 'officer:start', label: words.t('conversation:menu.officer') },
    { key: 'menu:more', label: words.t('conversation:menu.more') },
  ];
}

/** The menu, and what can be done with whatever is open: pause, go on, give up. */
export function createMenuTopic(findTopic: (name: string) => Topic | undefined): Topic {
  const resume = async (turn: Turn): Promise<Reply | undefined> => {
    const { conversation } = turn;
    // Who was asked what to tell an officer and goes on instead means what was set aside for that.
    if (
      conversation.open === undefined ||
      (conversation.open.topic === 'officer' && conversation.paused !== undefined)
    ) {
      conversation.open = conversation.paused;
      conversation.paused = undefined;
    }
    if (conversation.open === undefined) return undefined;
    return await findTopic(conversation.open.topic)?.askAgain?.(turn);
  };

  return {
    name: 'menu',
    choose: async (turn, [what]) => {
      const { conversation, words } = turn;
      const menu: Reply = { paragraphs: [words.t('conversation:menu.title')], choices: menuChoices(turn) };
      switch (what) {
        case 'show':
          return menu;
        case 'ask':
          return {
            paragraphs: [words.t('conversation:menu.howToAsk'), words.t('conversation:menu.askExamples')],
            choices: [],
          };
        case 'more':
          return {
            paragraphs: [words.t('conversation:menu.moreTitle')],
            choices: [
              { key: 'news:show', label: words.t('news:menuLabel') },
              { key: 'reminders:list', label: words.t('reminders:menuLabel') },
              { key: 'members:list', label: words.t('members:menuLabel') },
              { key: 'link:show', label: words.t('link:menuLabel') },
              { key: 'my-data:show', label: words.t('my-data:menuLabel') },
              { key: 'menu:show', label: words.t('common:backToMenu') },
            ],
          };
        case 'resume':
          return (await resume(turn)) ?? { ...menu, paragraphs: [words.t('conversation:nothingOpen')] };
        case 'pause':
          conversation.paused = conversation.open ?? conversation.paused;
          conversation.open = undefined;
          return {
            paragraphs: [words.t('conversation:paused')],
            choices: [
              { key: 'menu:resume', label: words.t('conversation:menu.resume') },
              { key: 'menu:show', label: words.t('common:backToMenu') },
            ],
          };
        case 'ask-cancel':
          return {
            paragraphs: [words.t('conversation:askCancel')],
            choices: [
              { key: 'menu:resume', label: words.t('conversation:menu.resume') },
              { key: 'menu:pause', label: words.t('conversation:cancel.pause') },
              ...(conversation.open?.topic === 'register'
                ? [{ key: 'register:discard', label: words.t('conversation:cancel.discard') }]
                : []),
            ],
          };
        default:
          return undefined;
      }
    },
  };
}
