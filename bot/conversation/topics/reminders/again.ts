import { planAgain, readAgain, writeAgain } from '../../../../core/schedule/remind-again.ts';
import { readSubject, writeSubject } from '../../../../core/schedule/reminder-subject.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { sayTime, sayTimeLeft } from '../../../../locales/say-time.ts';
import { dropAgain, wishAgain } from '../../../../records/remind-again.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { wayOn } from '../link/ask-join.ts';
import { findMeant, listRemindable } from './find-meant.ts';
import { nameSubject } from './name-subject.ts';

/** "Nhắc lại sau 2 ngày": of the thing that is named, or of which the person was reminded last; otherwise it is asked. */
export async function remindAgain(turn: Turn, whenText: string, subjectText: string | undefined): Promise<Reply> {
  const { tx, ids, person, words, now } = turn;
  const when = readAgain(whenText);
  if (when === undefined) return { paragraphs: [words.t('reminders:again.noTime')], choices: [listChoice(turn)] };
  const subject = subjectText === undefined ? await findMeant(turn) : readSubject(subjectText);
  const meant = subject === undefined ? undefined : await nameSubject(turn, subject);
  if (meant === undefined) return await askWhich(turn, writeAgain(when));

  const { what, closesAt, choice } = meant;
  const plan = planAgain(when, { now, closesAt });
  const closing = closesAt === undefined ? undefined : wordsForTime({ at: closesAt, now });
  const closes = closing === undefined ? {} : { closes: sayTime(words, closing), left: sayTimeLeft(words, closing) };
  if (plan === undefined) {
    return { paragraphs: [words.t('reminders:again.tooLate', { what, ...closes })], choices: [choice, wayOn(turn)] };
  }
  const id = ids.next();
  await wishAgain(tx, { id, personId: person.id, subject: meant.subject, dueAt: plan.at, now });
  const at = sayTime(words, wordsForTime({ at: plan.at, now }));
  return {
    paragraphs: [words.t(plan.isEarlier ? 'reminders:again.earlier' : 'reminders:again.kept', { what, at, ...closes })],
    choices: [choice, { key: `reminders:drop:${id}`, label: words.t('reminders:choice.drop') }, listChoice(turn)],
  };
}

/** What was wished for last is taken back. */
export async function dropOne(turn: Turn, id: string): Promise<Reply> {
  const { tx, person, words, now } = turn;
  const isId = /^[0-9a-f-]{36}$/.test(id);
  const dropped = isId ? await dropAgain(tx, { id, personId: person.id, now }) : 0;
  return {
    paragraphs: [words.t(dropped > 0 ? 'reminders:again.dropped' : 'reminders:again.gone')],
    choices: [listChoice(turn), wayOn(turn)],
  };
}

export function listChoice({ words }: Turn): Choice {
  return { key: 'reminders:list', label: words.t('reminders:choice.list') };
}

async function askWhich(turn: Turn, when: string): Promise<Reply> {
  const { words } = turn;
  const offered = (await listRemindable(turn)).map(({ subject, what }) => ({
    key: `reminders:again:${when}:${writeSubject(subject)}`,
    label: what,
  }));
  if (offered.length > 0) {
    return { paragraphs: [words.t('reminders:again.which')], choices: [...offered, wayOn(turn)] };
  }
  return {
    paragraphs: [words.t('reminders:again.nothing')],
    choices: [{ key: 'reminders:wish:any', label: words.t('reminders:choice.wish') }, wayOn(turn)],
  };
}
