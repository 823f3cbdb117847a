import type { Topic } from '../topic.ts';
import { wayOn } from './link/ask-join.ts';
import { dropOne, remindAgain } from './reminders/again.ts';
import { showDates } from './reminders/dates.ts';
import { setLeads } from './reminders/leads.ts';
import { showWishes } from './reminders/list.ts';
import { stopDraft } from './reminders/stop-draft.ts';
import { resume, stopAbout, stopSaid, stopThis } from './reminders/stops.ts';
import { stopProgramme, wish } from './reminders/wishes.ts';

/**
 * What the person picks under a reminder, and the wish for reminders. Of a draft (jobs/draft-message.ts): `later`,
 * `stop:<id>`; going on itself belongs to the request's topic. Of application windows: `wish:<programme>` (without one
 * it is read from the words), `lead:<leads>:<programme>`, `stop-programme:<programme>`, `list`, `dates`. A programme may be
 * `any`. Of one thing (core/schedule/reminder-subject.ts; without one it is that of the last reminder):
 * `again:<when>:<subject>`, taken back by `drop:<id>`; `stop-this:<subject>`, `stop-about:<papers or progress>`, taken back
 * by `resume:<either>`; `stop-said` reads from the words what it is of.
 */
export const remindersTopic: Topic = {
  name: 'reminders',
  choose: async (turn, [what, id, of]) => {
    switch (what) {
      case 'later':
        return { paragraphs: [turn.words.t('jobs:draft.laterSaid')], choices: [wayOn(turn)] };
      case 'stop':
        return await stopDraft(turn, id ?? '');
      case 'wish':
        return await wish(turn, id);
      case 'stop-programme':
        return await stopProgramme(turn, id ?? '');
      case 'lead':
        return await setLeads(turn, id ?? '', of);
      case 'again':
        return await remindAgain(turn, id ?? '', of);
      case 'drop':
        return await dropOne(turn, id ?? '');
      case 'stop-this':
        return await stopThis(turn, id);
      case 'stop-about':
        return await stopAbout(turn, id ?? '');
      case 'stop-said':
        return await stopSaid(turn);
      case 'resume':
        return await resume(turn, id ?? '');
      case 'list':
        return await showWishes(turn);
      case 'dates':
        return await showDates(turn);
      default:
        return undefined;
    }
  },
};
