import { ANY_PROGRAMME } from '../../../../core/audience/condition.ts';
import { CERTIFICATES } from '../../../../core/schedule/certificate-reminders.ts';
import { readSubject, writeSubject } from '../../../../core/schedule/reminder-subject.ts';
import { dropAgain } from '../../../../records/remind-again.ts';
import { resumeReminders, stopReminders } from '../../../../records/reminder-wishes.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { wayOn } from '../link/ask-join.ts';
import { listChoice } from './again.ts';
import { findMeant, listRemindable } from './find-meant.ts';
import { type NamedSubject, nameSubject } from './name-subject.ts';
import { stopDraft } from './stop-draft.ts';
import { findProgrammeIn, stopProgramme } from './wishes.ts';

/** Reminders that come of one's own dossiers and papers, by what they are of. */
const ABOUT = ['papers', 'progress', CERTIFICATES] as const;

export function isAbout(text: string): text is (typeof ABOUT)[number] {
  return ABOUT.some((about) => about === text);
}

/** "Đừng nhắc cái này nữa": of which the person was reminded last; otherwise it is asked. */
export async function stopThis(turn: Turn, subjectText: string | undefined): Promise<Reply> {
  const subject = subjectText === undefined ? await findMeant(turn) : readSubject(subjectText);
  const meant = subject === undefined ? undefined : await nameSubject(turn, subject);
  if (meant === undefined) return await askWhich(turn);
  const { tx, person, now } = turn;
  await dropAgain(tx, { subject: writeSubject(meant.subject), personId: person.id, now });
  if (meant.subject.kind === 'draft') return await stopDraft(turn, meant.subject.id);
  await keepStop(turn, writeSubject(meant.subject));
  return saidStopped(turn, { what: meant.what, key: writeSubject(meant.subject) });
}

/** "Đừng nhắc báo cáo nữa": of all one's dossiers. */
export async function stopAbout(turn: Turn, about: string): Promise<Reply> {
  if (!isAbout(about)) return await askWhich(turn);
  await keepStop(turn, about);
  return saidStopped(turn, { what: turn.words.t(`reminders:about.${about}`), key: about });
}

/** "Đừng nhắc mua máy sấy nữa": the programme is read from the words; otherwise it is asked. */
export async function stopSaid(turn: Turn): Promise<Reply> {
  const { input } = turn;
  const programme = input.kind === 'text' ? findProgrammeIn(input.text) : undefined;
  return programme === undefined ? await askWhich(turn) : await stopProgramme(turn, programme);
}

/** A stop of one thing is taken back. */
export async function resume(turn: Turn, what: string): Promise<Reply> {
  const { tx, person, words } = turn;
  await resumeReminders(tx, { personId: person.id, what });
  return { paragraphs: [words.t('reminders:resumed')], choices: [listChoice(turn), wayOn(turn)] };
}

async function keepStop({ tx, ids, person, now }: Turn, what: string): Promise<void> {
  await stopReminders(tx, { id: ids.next(), personId: person.id, programme: what, now });
}

function saidStopped(turn: Turn, { what, key }: { what: string; key: string }): Reply {
  const { words } = turn;
  return {
    paragraphs: [words.t('reminders:stoppedThis', { what })],
    choices: [
      { key: `reminders:resume:${key}`, label: words.t('reminders:choice.wishAgain') },
      listChoice(turn),
      wayOn(turn),
    ],
  };
}

async function askWhich(turn: Turn): Promise<Reply> {
  const { words } = turn;
  const stopOf = ({ subject, what }: NamedSubject): Choice => ({
    key: `reminders:stop-this:${writeSubject(subject)}`,
    label: what,
  });
  const all: Choice = { key: `reminders:stop-programme:${ANY_PROGRAMME}`, label: words.t('reminders:choice.stopAll') };
  return {
    paragraphs: [words.t('reminders:stopWhich')],
    choices: [...(await listRemindable(turn)).map(stopOf), all, wayOn(turn)],
  };
}
