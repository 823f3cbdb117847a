import { ANY_PROGRAMME } from '../../../../core/audience/condition.ts';
import { CERTIFICATE_LEADS, CERTIFICATES } from '../../../../core/schedule/certificate-reminders.ts';
import { readSubject, writeSubject } from '../../../../core/schedule/reminder-subject.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { officeDay } from '../../../../core/time.ts';
import { sayTime } from '../../../../locales/say-time.ts';
import { listOwnCertificates } from '../../../../records/certificates.ts';
import { listAgain } from '../../../../records/remind-again.ts';
import { listKeptWishes, listStopped } from '../../../../records/reminder-wishes.ts';
import type { Choice } from '../../../channels/channel.ts';
import { sayCertificate, sayCertificateEnd } from '../../../outbox/certificate-words.ts';
import { sayProgramme } from '../../../outbox/window-words.ts';
import type { Reply, Turn } from '../../topic.ts';
import { wayOn } from '../link/ask-join.ts';
import { nameSubject } from './name-subject.ts';
import { sayLeads } from './say-leads.ts';
import { isAbout } from './stops.ts';
import { isKnown } from './wishes.ts';

/** "Tôi đang được nhắc gì?": what was asked for, each with its end; certificates that end; what comes once more, and when; what was stopped. */
export async function showWishes(turn: Turn): Promise<Reply> {
  const { tx, person, words } = turn;
  const wishes = await listKeptWishes(tx, person.id);
  const again = await sayAgain(turn);
  const certificates = await sayCertificates(turn);
  const stopped = await sayStopped(turn);
  const said = wishes.map(({ programme, leads }) => {
    const name = sayProgramme(words, programme);
    return leads.length === 0
      ? name
      : words.t('reminders:listLead', { programme: name, leads: sayLeads(words, leads) });
  });
  const wishAny: Choice = { key: `reminders:wish:${ANY_PROGRAMME}`, label: words.t('reminders:choice.wish') };
  const stops = wishes.map(({ programme }) => ({
    key: `reminders:stop-programme:${programme}`,
    label:
      programme === ANY_PROGRAMME
        ? words.t('reminders:choice.stopAll')
        : words.t('reminders:choice.stopOne', { programme: sayProgramme(words, programme) }),
  }));
  const wishesAny = wishes.some(({ programme }) => programme === ANY_PROGRAMME);
  return {
    paragraphs: [
      said.length === 0 ? words.t('reminders:listNone') : words.t('reminders:list', { wishes: said.join('; ') }),
      ...certificates.map(({ line }) => line),
      ...again.map(({ line }) => line),
      ...(stopped === undefined ? [] : [stopped]),
    ],
    choices: [
      ...stops,
      ...certificates.map(({ stop }) => stop),
      ...again.map(({ drop }) => drop),
      ...(wishesAny ? [] : [wishAny]),
      wayOn(turn),
    ],
  };
}

/** Those of which the person will be reminded, unless they stop it. */
async function sayCertificates(turn: Turn): Promise<{ line: string; stop: Choice }[]> {
  const { tx, person, words, now } = turn;
  const stopped = await listStopped(tx, person.id);
  if (stopped.includes(ANY_PROGRAMME) || stopped.includes(CERTIFICATES)) return [];
  return (await listOwnCertificates(tx, person.id)).flatMap((certificate) => {
    const subject = writeSubject({ kind: 'certificate', id: certificate.id });
    if (certificate.validUntil < officeDay(now) || stopped.includes(subject)) return [];
    const leads = certificate.leads.length === 0 ? CERTIFICATE_LEADS : certificate.leads;
    const { day } = sayCertificateEnd(words, certificate, now);
    const values = { what: sayCertificate(words, certificate), day, leads: sayLeads(words, leads) };
    const label = words.t('certificates:stopOne', { product: certificate.product });
    return [{ line: words.t('certificates:listed', values), stop: { key: `reminders:stop-this:${subject}`, label } }];
  });
}

async function sayAgain(turn: Turn): Promise<{ line: string; drop: Choice }[]> {
  const { tx, person, words, now } = turn;
  const lines: { line: string; drop: Choice }[] = [];
  for (const { id, subject, dueAt } of await listAgain(tx, person.id)) {
    const named = await nameSubject(turn, subject);
    if (named === undefined) continue;
    const { what } = named;
    const at = sayTime(words, wordsForTime({ at: dueAt, now }));
    const drop = { key: `reminders:drop:${id}`, label: words.t('reminders:choice.dropOne', { what }) };
    lines.push({ line: words.t('reminders:listAgain', { what, at }), drop });
  }
  return lines;
}

async function sayStopped(turn: Turn): Promise<string | undefined> {
  const { tx, person, words } = turn;
  const names: string[] = [];
  for (const what of await listStopped(tx, person.id)) {
    const subject = readSubject(what);
    const name =
      subject !== undefined
        ? (await nameSubject(turn, subject))?.what
        : isAbout(what)
          ? words.t(`reminders:about.${what}`)
          : isKnown(what)
            ? sayProgramme(words, what)
            : undefined;
    if (name !== undefined) names.push(name);
  }
  return names.length === 0 ? undefined : words.t('reminders:listStopped', { what: names.join('; ') });
}
