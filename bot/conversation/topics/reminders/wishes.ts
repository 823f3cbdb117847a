import { ANY_PROGRAMME } from '../../../../core/audience/condition.ts';
import { findProgramme, programmeOfNeed } from '../../../../core/programmes/programmes.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { dropAgain } from '../../../../records/remind-again.ts';
import { type KeptWish, listKeptWishes, stopReminders, wishReminders } from '../../../../records/reminder-wishes.ts';
import { sayProgramme } from '../../../outbox/window-words.ts';
import type { Reply, Turn } from '../../topic.ts';
import { wayOn } from '../link/ask-join.ts';
import { describeOpenWindow } from './dates.ts';
import { sayLeads } from './say-leads.ts';

/** "Nhắc tôi khi có đợt": kept at once; which programme is meant is read from the words, when they say it. */
export async function wish(turn: Turn, programmeId: string | undefined): Promise<Reply> {
  const { tx, ids, person, words, now, input } = turn;
  const said = programmeId ?? (input.kind === 'text' ? findProgrammeIn(input.text) : undefined) ?? ANY_PROGRAMME;
  const programme = isKnown(said) ? said : ANY_PROGRAMME;
  await wishReminders(tx, { id: ids.next(), personId: person.id, programme, now });
  const leads = leadsOf(await listKeptWishes(tx, person.id), programme);
  const values = { programme: sayProgramme(words, programme), leads: sayLeads(words, leads) };
  const isAny = programme === ANY_PROGRAMME;
  const kept =
    leads.length === 0
      ? words.t(isAny ? 'reminders:wishedAny' : 'reminders:wished', values)
      : words.t(isAny ? 'reminders:leads.keptAny' : 'reminders:leads.kept', values);
  const open = await describeOpenWindow(turn, programme);
  return {
    paragraphs: [kept, ...(open === undefined ? [] : [open]), words.t('reminders:leads.how')],
    choices: [
      { key: 'register:start', label: words.t('reminders:choice.start') },
      { key: `reminders:stop-programme:${programme}`, label: words.t('reminders:choice.stop') },
      wayOn(turn),
    ],
  };
}

/** What they asked for themselves: of this programme, else of any. */
function leadsOf(wishes: readonly KeptWish[], programme: string): KeptWish['leads'] {
  const of = (which: string) => wishes.find((wish) => wish.programme === which)?.leads ?? [];
  const own = of(programme);
  return own.length > 0 ? own : of(ANY_PROGRAMME);
}

export async function stopProgramme(turn: Turn, programmeId: string): Promise<Reply> {
  const { tx, ids, person, words, now } = turn;
  const programme = isKnown(programmeId) ? programmeId : ANY_PROGRAMME;
  await stopReminders(tx, { id: ids.next(), personId: person.id, programme, now });
  if (programme === ANY_PROGRAMME) await dropAgain(tx, { personId: person.id, now });
  return {
    paragraphs: [
      programme === ANY_PROGRAMME
        ? words.t('reminders:stoppedAny')
        : words.t('reminders:stopped', { programme: sayProgramme(words, programme) }),
    ],
    choices: [
      { key: `reminders:wish:${programme}`, label: words.t('reminders:choice.wishAgain') },
      { key: 'my-dossiers:list', label: words.t('reminders:choice.myDossiers') },
      wayOn(turn),
    ],
  };
}

/** A key is whatever a platform sent. */
export function isKnown(programme: string): boolean {
  return programme === ANY_PROGRAMME || findProgramme(programme) !== undefined;
}

/** Only words of two syllables or more: "máy" without accents is also "mấy". */
export function findProgrammeIn(text: string): string | undefined {
  const need = supportRequest.form.questions.find(({ id }) => id === 'need')?.field;
  if (need?.kind !== 'choice') return undefined;
  const said = ` ${foldPhrase(text)} `;
  const option = need.options.find(({ aliases }) =>
    aliases.some((alias) => alias.includes(' ') && said.includes(` ${alias} `)),
  );
  const programme = option === undefined ? undefined : programmeOfNeed(option.id).id;
  return programme === supportRequest.id ? undefined : programme;
}
