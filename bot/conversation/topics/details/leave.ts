import { findApplication } from '../../../../records/applications.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { countDetails, type FilledDetails } from './fill-details.ts';
import { close } from './state.ts';

/** The card is left: what is there, what is missing, and what happens next. */
export function leave(turn: Turn, { application }: FilledDetails, before: string[] = []): Reply {
  const { words } = turn;
  const { id, code = '', status } = application;
  const counts = countDetails(application);
  close(turn);
  const isBack = status === 'needs-papers';
  const complete = counts.missing === 0 && !isBack;
  const resume: Choice = { key: `details:open:${id}`, label: words.t(complete ? 'details:look' : 'details:goOn') };
  const told =
    counts.total === 0 ? [] : [words.t(complete ? 'details:left.complete' : 'details:left.kept', { code, ...counts })];
  return {
    paragraphs: [...before, ...told, words.t(nextOf(isBack, complete), { code })],
    choices: [resume, ...wayOn(turn)],
  };
}

function nextOf(isBack: boolean, complete: boolean) {
  if (isBack) return 'details:left.notSentAgain';
  return complete ? 'details:left.next' : 'details:left.whenever';
}

/** Nothing of it can be completed: it is gone, still a draft, decided, or its programme asks no more. */
export async function tellClosed(turn: Turn, id: string): Promise<Reply> {
  const { tx, person, words } = turn;
  close(turn);
  const application = await findApplication(tx, { id, personId: person.id });
  if (application?.status === 'draft') {
    return {
      paragraphs: [words.t('details:closed.draft')],
      choices: [{ key: `register:continue:${id}`, label: words.t('dossiers:goOn') }, ...wayOn(turn)],
    };
  }
  const show: Choice[] =
    application?.code === undefined
      ? []
      : [{ key: `my-dossiers:show:${id}`, label: words.t('register:gone.see', { code: application.code }) }];
  return {
    paragraphs: [
      application?.code === undefined
        ? words.t('dossiers:notFound')
        : words.t('details:closed.sent', { code: application.code }),
    ],
    choices: [...show, ...wayOn(turn)],
  };
}

/** What was open before, the dossiers, the menu. */
export function wayOn({ words, conversation }: Turn): Choice[] {
  const isPaused = conversation.open !== undefined || conversation.paused !== undefined;
  return [
    ...(isPaused ? [{ key: 'menu:resume', label: words.t('conversation:menu.resume') }] : []),
    { key: 'my-dossiers:list', label: words.t('register:submitted.mine') },
    { key: 'menu:show', label: words.t('common:backToMenu') },
  ];
}
