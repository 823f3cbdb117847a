import { ANY_PROGRAMME } from '../../../../core/audience/condition.ts';
import { programmesOfWindow, windowArea } from '../../../../core/audience/window-audience.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { capitalize, sayTime, sayTimeLeft } from '../../../../locales/say-time.ts';
import { isInAudience } from '../../../../records/person-facts.ts';
import { listWishes } from '../../../../records/reminder-wishes.ts';
import { type ApplicationWindow, listWindows } from '../../../../records/windows.ts';
import type { Choice } from '../../../channels/channel.ts';
import { sayWindow } from '../../../outbox/window-words.ts';
import type { Reply, Turn } from '../../topic.ts';

/** A message holds three short lines before its choices. */
const MOST_WINDOWS = 3;
const MOST_PLACES = 4;

/** "Khi nào nhận hồ sơ": the windows of the person's place; those of other places, named so; or that no date is set yet. */
export async function showDates(turn: Turn): Promise<Reply> {
  const { tx, person, words } = turn;
  const { here, elsewhere } = await findWindows(turn);
  const shown = [...here, ...elsewhere].slice(0, MOST_WINDOWS);
  const isWished = (await listWishes(tx, person.id)).length > 0;
  const wish: Choice[] = isWished
    ? [{ key: 'reminders:list', label: words.t('reminders:choice.list') }]
    : [{ key: `reminders:wish:${ANY_PROGRAMME}`, label: words.t('reminders:choice.wish') }];
  const start: Choice = { key: 'register:start', label: words.t('reminders:choice.start') };
  const officer: Choice = { key: 'officer:start', label: words.t('conversation:menu.officer') };
  if (shown.length === 0) {
    return {
      paragraphs: [words.t('reminders:dates.none'), ...(isWished ? [] : [words.t('reminders:dates.offer')])],
      choices: [...wish, start, officer],
    };
  }
  return {
    paragraphs: shown.map((window) =>
      [describe(turn, window), elsewhere.includes(window) ? sayArea(turn, window) : ''].filter(Boolean).join(' '),
    ),
    choices: [start, ...wish, officer],
  };
}

/** The window of a programme that is open where the person lives, closing soonest. */
export async function describeOpenWindow(turn: Turn, programme: string): Promise<string | undefined> {
  const { here } = await findWindows(turn);
  const open = here.find(
    (window) =>
      window.opensAt <= turn.now &&
      (programme === ANY_PROGRAMME || programmesOfWindow(window.programme).includes(programme)),
  );
  return open === undefined ? undefined : describe(turn, open);
}

/** The windows of the person's place that are open or to come. */
export async function listWindowsHere(turn: Turn): Promise<ApplicationWindow[]> {
  return (await findWindows(turn)).here;
}

/** Windows that are open or to come, those that close first before the others. */
async function findWindows({ tx, person, now }: Turn) {
  const here: ApplicationWindow[] = [];
  const elsewhere: ApplicationWindow[] = [];
  for (const window of await listWindows(tx, { closedAfter: now })) {
    if (window.withdrawnAt !== undefined) continue;
    const isEverywhere = window.provinceCodes.length + window.communeCodes.length === 0;
    const isHere = isEverywhere || (await isInAudience(tx, { personId: person.id, condition: windowArea(window) }));
    (isHere ? here : elsewhere).push(window);
  }
  return { here, elsewhere };
}

function describe({ words, now }: Turn, window: ApplicationWindow): string {
  const { opensAt, closesAt } = window;
  const closes = wordsForTime({ at: closesAt, now });
  const said = words.t(opensAt > now ? 'reminders:dates.coming' : 'reminders:dates.open', {
    what: sayWindow(words, window),
    opens: sayTime(words, wordsForTime({ at: opensAt, now })),
    closes: sayTime(words, closes),
    left: sayTimeLeft(words, closes),
  });
  // In English it begins with what the window is for.
  return capitalize(said);
}

function sayArea({ words, places }: Turn, { provinceCodes, communeCodes }: ApplicationWindow): string {
  const names = [
    ...provinceCodes.map((code) => places.findProvince(code)?.name),
    ...communeCodes.map((code) => places.findCommune(code)?.name),
  ].filter((name) => name !== undefined);
  if (names.length > MOST_PLACES) return words.t('reminders:dates.onlyInMany', { places: names.length });
  return words.t('reminders:dates.onlyIn', { places: names.join(', ') });
}
