import type { DataRequestKind } from '../../../../core/people-data/legal-terms.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { sayDay } from '../../../../locales/say-time.ts';
import { addToDataRequest, createDataRequest, listOpenDataRequests } from '../../../../records/data-requests.ts';
import type { Reply, Turn } from '../../topic.ts';
import { closeMyData, openMyData, wayBack } from './ways.ts';

/** What a person tells in their own words first. */
const TOLD_KINDS = ['correct', 'restrict', 'object'] as const;
type ToldKind = (typeof TOLD_KINDS)[number];

export function isToldKind(kind: string | undefined): kind is ToldKind {
  return TOLD_KINDS.some((each) => each === kind);
}

/** Asks what is to be corrected, no longer used, or objected to. */
export function askWhat(turn: Turn, kind: ToldKind): Reply {
  const { words } = turn;
  openMyData(turn, `say-${kind}`);
  return {
    paragraphs: [words.t(`my-data:ask.${kind}`)],
    choices: [{ key: 'my-data:keep', label: words.t('my-data:cancel') }],
  };
}

/** The two ways to have part of it left alone, in plain words. */
export function showLimits({ words }: Turn): Reply {
  return {
    paragraphs: [words.t('my-data:limitIntro')],
    choices: [
      { key: 'my-data:ask:restrict', label: words.t('my-data:restrict') },
      { key: 'my-data:ask:object', label: words.t('my-data:object') },
      { key: 'my-data:show', label: words.t('my-data:back') },
    ],
  };
}

/** Keeps a request for the officers, or adds the words to the one of its kind that waits; says by when. */
export async function handToOfficers(
  turn: Turn,
  { kind, text, before = [] }: { kind: DataRequestKind; text: string; before?: string[] },
): Promise<Reply> {
  const { tx, ids, person, contact, now, words } = turn;
  closeMyData(turn);
  const day = (at: Date): string => sayDay(words, wordsForTime({ at, now }));
  const what = words.word(`my-data:kind.${kind}`);
  const same = (await listOpenDataRequests(tx, person.id)).find((each) => each.kind === kind);
  if (same !== undefined) {
    if (text !== '') await addToDataRequest(tx, { id: same.id, text });
    return {
      paragraphs: [...before, words.t('my-data:addedTo', { what, day: day(same.doBy) })],
      choices: [wayBack(turn)],
    };
  }
  const clock = turn.dataClock(kind);
  await createDataRequest(tx, {
    id: ids.next(),
    personId: person.id,
    kind,
    text,
    channel: contact.channel,
    clock,
    now,
  });
  return {
    paragraphs: [
      ...before,
      words.t('my-data:handedOver', { what }),
      words.t('my-data:clocks', { answer: day(clock.answerBy), done: day(clock.doBy) }),
    ],
    choices: [wayBack(turn)],
  };
}
