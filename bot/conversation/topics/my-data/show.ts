import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { sayDay } from '../../../../locales/say-time.ts';
import { listOpenDataRequests } from '../../../../records/data-requests.ts';
import { summariseHeldData } from '../../../../records/personal-data.ts';
import { listWishes } from '../../../../records/reminder-wishes.ts';
import { sayProgrammes } from '../../../outbox/window-words.ts';
import type { Reply, Turn } from '../../topic.ts';

/** How much is held, what is asked and not done yet, and every right with its button. */
export async function showData(turn: Turn): Promise<Reply> {
  const { tx, person, words, now } = turn;
  const held = await summariseHeldData(tx, person.id);
  const wishes = await listWishes(tx, person.id);
  const open = await listOpenDataRequests(tx, person.id);
  const since =
    held.since === null ? '' : words.t('my-data:since', { day: sayDay(words, wordsForTime({ at: held.since, now })) });
  return {
    paragraphs: [
      words.t('my-data:held', { ...held, since }),
      ...(held.topics === 0 ? [] : [words.t('my-data:topics', { topics: held.topics })]),
      ...(wishes.length === 0 ? [] : [words.t('reminders:list', { wishes: sayProgrammes(words, wishes) })]),
      ...open.map(({ kind, doBy }) =>
        words.t('my-data:waits', {
          what: words.word(`my-data:kind.${kind}`),
          day: sayDay(words, wordsForTime({ at: doBy, now })),
        }),
      ),
      words.t('my-data:rights'),
    ],
    choices: [
      { key: 'my-dossiers:list', label: words.t('my-data:seeRequests') },
      { key: 'my-data:copy', label: words.t('my-data:copy') },
      { key: 'my-data:ask:correct', label: words.t('my-data:correct') },
      { key: 'my-data:consents', label: words.t('my-data:withdraw') },
      { key: 'my-data:limit', label: words.t('my-data:limit') },
      { key: 'my-data:ask-delete', label: words.t('my-data:delete') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}
