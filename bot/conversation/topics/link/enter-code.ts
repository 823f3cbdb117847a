import { addWrongCode, findLinkCode, type LinkCode, listWrongCodes } from '../../../../records/link-codes.ts';
import type { Reply, Turn } from '../../topic.ts';
import { askJoin, notNow } from './ask-join.ts';

const MOST_WRONG = 5;
const WINDOW_MINUTES = 60;
const MINUTE_MS = 60_000;

/** A code was typed: asks whether to join, or says why not and what to do. */
export async function enterCode(turn: Turn, code: string): Promise<Reply> {
  const { tx, now, ids, contact, person, words } = turn;
  if (person.isSample) return notNow(turn, [words.t('link:sample')]);
  const since = new Date(now.getTime() - WINDOW_MINUTES * MINUTE_MS);
  const wrong = await listWrongCodes(tx, { contactId: contact.id, since });
  // Then even the right one is not looked at: otherwise guessing could go on.
  if (wrong.length >= MOST_WRONG) return waitFor(turn, wrong);

  const found = await findLinkCode(tx, { code });
  if (found === undefined) {
    await addWrongCode(tx, { id: ids.next(), contactId: contact.id, now });
    if (wrong.length + 1 >= MOST_WRONG) return waitFor(turn, [...wrong, now]);
    return notNow(turn, [words.t('link:wrong'), words.t('link:triesLeft', { left: MOST_WRONG - wrong.length - 1 })]);
  }
  return askOrRefuse(turn, found);
}

/** The code as it is now: asks to join, or says why it cannot be used. */
export function askOrRefuse(turn: Turn, code: LinkCode | undefined): Reply {
  const { person, now, words } = turn;
  if (code?.personId === person.id) return notNow(turn, [words.t('link:sameChannel'), words.t('link:typeThere')]);
  if (code === undefined || code.usedAt !== null) return notNow(turn, [words.t('link:used'), words.t('link:getNew')]);
  if (code.expiresAt <= now) return notNow(turn, [words.t('link:expired'), words.t('link:getNew')]);
  return askJoin(turn, code.id);
}

function waitFor(turn: Turn, wrong: readonly Date[]): Reply {
  const first = wrong.at(-MOST_WRONG) ?? turn.now;
  const waitMs = first.getTime() + WINDOW_MINUTES * MINUTE_MS - turn.now.getTime();
  const minutes = Math.max(1, Math.ceil(waitMs / MINUTE_MS));
  return notNow(turn, [turn.words.t('link:tooMany', { tries: MOST_WRONG, minutes })]);
}
