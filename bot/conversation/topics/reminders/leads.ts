import { ANY_PROGRAMME } from '../../../../core/audience/condition.ts';
import { isLead, sortLeads } from '../../../../core/schedule/window-leads.ts';
import { listKeptWishes, wishReminders } from '../../../../records/reminder-wishes.ts';
import { findWindow } from '../../../../records/windows.ts';
import { sayProgramme } from '../../../outbox/window-words.ts';
import type { Reply, Turn } from '../../topic.ts';
import { wayOn } from '../link/ask-join.ts';
import { listChoice } from './again.ts';
import { describeOpenWindow } from './dates.ts';
import { findMeant } from './find-meant.ts';
import { sayLeads } from './say-leads.ts';
import { findProgrammeIn, isKnown } from './wishes.ts';

const MOST_LEADS = 5;
/** Instead of leads: as the window's rule says. */
const USUAL = 'usual';

/** "Nhắc tôi trước 7 ngày": kept for the programme that is named, otherwise for what the person wishes for or was told of. */
export async function setLeads(turn: Turn, leadsText: string, programmeText: string | undefined): Promise<Reply> {
  const { tx, ids, person, words, now } = turn;
  const leads = sortLeads(leadsText.split('+').filter(isLead)).slice(0, MOST_LEADS);
  const wishes = await listKeptWishes(tx, person.id);
  const said = programmeText ?? (await findMeantProgramme(turn, wishes));
  const programme = isKnown(said) ? said : ANY_PROGRAMME;
  const before = wishes.find((wish) => wish.programme === programme);
  await wishReminders(tx, { id: ids.next(), personId: person.id, programme, leads, now });

  const values = { programme: sayProgramme(words, programme), leads: sayLeads(words, leads) };
  const open = await describeOpenWindow(turn, programme);
  return {
    paragraphs: [
      words.t(
        `reminders:leads.${leads.length === 0 ? 'usual' : 'kept'}${programme === ANY_PROGRAMME ? 'Any' : ''}`,
        values,
      ),
      ...(open === undefined ? [] : [open]),
    ],
    choices: [
      before === undefined
        ? { key: `reminders:stop-programme:${programme}`, label: words.t('reminders:choice.stop') }
        : {
            key: `reminders:lead:${before.leads.join('+') || USUAL}:${programme}`,
            label: words.t('reminders:choice.leadsBefore', { leads: sayLeads(words, before.leads) }),
          },
      listChoice(turn),
      wayOn(turn),
    ],
  };
}

async function findMeantProgramme(turn: Turn, wishes: readonly { programme: string }[]): Promise<string> {
  const { tx, input } = turn;
  const said = input.kind === 'text' ? findProgrammeIn(input.text) : undefined;
  if (said !== undefined) return said;
  if (wishes.some(({ programme }) => programme === ANY_PROGRAMME)) return ANY_PROGRAMME;
  const meant = await findMeant(turn);
  const window = meant?.kind === 'window' ? await findWindow(tx, meant.id) : undefined;
  if (window !== undefined) return window.programme;
  return wishes.length === 1 && wishes[0] !== undefined ? wishes[0].programme : ANY_PROGRAMME;
}
