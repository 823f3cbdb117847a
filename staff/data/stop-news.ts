import { AppError } from '../../core/app-error.ts';
import { wordsFor } from '../../locales/words.ts';
import { findLastNewsAnswer, recordConsent, withdrawConsents } from '../../records/consents.ts';
import type { OtherWay } from '../../records/data-requests.ts';
import { holdLane, setWantsNews } from '../../records/people.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { toLocale } from '../messages/to-locale.ts';
import { getAddressee, planSending, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';

export const NEWS_STOPPED = 'person.news-stopped';

/**
 * Somebody said by phone, on paper or at the counter that they want no more news: from then on they get none, as if they had
 * said so in the chat. The no is kept with its way and time, who wrote it down is in the audit, and the person is told. Their
 * requests go on. Throws `not-found` and `person.erased`.
 */
export async function stopNewsForPerson(
  deps: StaffDeps,
  { requestId, officer, personId, way }: { requestId: string; officer: Officer; personId: string; way: OtherWay },
): Promise<void> {
  const deed = { requestId, actorId: officer.id, action: NEWS_STOPPED, subjectKind: 'Person', subjectId: personId };
  await writeOnce(deps, { ...deed, data: { way } }, async (tx, now) => {
    // A turn of theirs that runs now holds what they want in its hands.
    await holdLane(tx, personId);
    const addressee = await getAddressee(tx, personId);
    if (addressee.erasedAt !== null) throw new AppError('person.erased');
    const last = await findLastNewsAnswer(tx, personId);
    await setWantsNews(tx, { personId, wantsNews: false, now });
    await withdrawConsents(tx, { personId, purpose: 'news', now });
    await recordConsent(tx, {
      ...{ id: deps.ids.next(), personId, purpose: 'news', granted: false, channel: way, now },
      textVersion: last?.textVersion ?? 'none',
    });
    if (planSending(addressee, now).kind === 'impossible') return;
    const words = wordsFor(toLocale(addressee.locale));
    const text = [
      words.t('data-by-officer:newsOff', { way: words.word(`data-by-officer:way.${way}`) }),
      words.t('data-by-officer:newsOffStill'),
      words.t('data-by-officer:notYou'),
    ].join('\n');
    const choices = [{ key: 'news:show', label: words.t('news:menuLabel') }];
    await writeToPerson(tx, deps, { addressee, text, choices, requestId, officerId: officer.id, now });
  });
}
