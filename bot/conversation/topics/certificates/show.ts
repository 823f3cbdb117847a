import { writeSubject } from '../../../../core/schedule/reminder-subject.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { officeDay } from '../../../../core/time.ts';
import { capitalize, sayDay } from '../../../../locales/say-time.ts';
import { type Certificate, listOwnCertificates } from '../../../../records/certificates.ts';
import { findOpenSelection } from '../../../../records/open-selection.ts';
import { listStopped } from '../../../../records/reminder-wishes.ts';
import type { Choice } from '../../../channels/channel.ts';
import { certificateChoice, sayCertificate, sayCertificateEnd } from '../../../outbox/certificate-words.ts';
import type { Reply, Turn } from '../../topic.ts';
import { wayOn } from '../link/ask-join.ts';

/** A message holds three short lines before its choices; the last says where the days come from. */
const MOST_SHOWN = 2;

/** "Giấy chứng nhận của tôi đến bao giờ": the last day as an officer read it from the paper, and since when it stands so. */
export async function showCertificates(turn: Turn): Promise<Reply> {
  const { tx, person, words, now } = turn;
  const certificates = await listOwnCertificates(tx, person.id);
  const officer: Choice = { key: 'officer:start', label: words.t('conversation:menu.officer') };
  const [first] = certificates;
  if (first === undefined) {
    return {
      paragraphs: [words.t('certificates:own.none'), words.t('certificates:own.noneHow')],
      choices: [officer, wayOn(turn)],
    };
  }
  // What holds longest is asked about least: what ended long ago comes last.
  const today = officeDay(now);
  const sorted = [...certificates.filter(isOn(today)), ...certificates.filter((each) => !isOn(today)(each))];
  const shown = sorted.slice(0, MOST_SHOWN);
  const newest = shown.reduce((latest, each) => (each.updatedAt > latest.updatedAt ? each : latest), first);
  const at = sayDay(words, wordsForTime({ at: newest.updatedAt, now }));
  const rest = certificates.length - shown.length;
  const selection = await findOpenSelection(tx, { personId: person.id, now });
  const next = certificateChoice(words, selection);
  return {
    paragraphs: [
      ...shown.map((each) => tellOne(turn, each)),
      words.t('certificates:own.by', { at }),
      ...(rest > 0 ? [words.t('certificates:own.more', { number: rest })] : []),
    ],
    choices: [next, ...(next.key === officer.key ? [] : [officer]), ...(await stopOf(turn, sorted)), wayOn(turn)],
  };
}

const isOn =
  (today: string) =>
  ({ validUntil }: Certificate): boolean =>
    validUntil >= today;

function tellOne({ words, now }: Turn, certificate: Certificate): string {
  const { number, validUntil } = certificate;
  const values = { what: capitalize(sayCertificate(words, certificate)), number };
  const end = sayCertificateEnd(words, certificate, now);
  return words.t(validUntil < officeDay(now) ? 'certificates:own.over' : 'certificates:own.until', {
    ...values,
    ...end,
  });
}

/** Of the one that they asked about, while they are still reminded of it. */
async function stopOf({ tx, person, words, now }: Turn, certificates: readonly Certificate[]): Promise<Choice[]> {
  const [only, ...others] = certificates;
  if (only === undefined || others.length > 0 || !isOn(officeDay(now))(only)) return [];
  const subject = writeSubject({ kind: 'certificate', id: only.id });
  if ((await listStopped(tx, person.id)).includes(subject)) {
    return [{ key: `reminders:resume:${subject}`, label: words.t('reminders:choice.wishAgain') }];
  }
  return [{ key: `reminders:stop-this:${subject}`, label: words.t('reminders:choice.stop') }];
}
