import { statusOf } from '../core/applications/status.ts';
import type { Condition } from '../core/audience/condition.ts';
import { matches, type PersonFacts } from '../core/audience/matches.ts';
import type { Db, Tx } from './database.ts';

/** Of a dossier's answers, those that conditions look at. */
const ASKED = ['commune', 'sector', 'product'];

/** Whether a person belongs to an audience at this moment; nobody who is not here does. */
export async function isInAudience(
  db: Db | Tx,
  { personId, condition }: { personId: string; condition: Condition },
): Promise<boolean> {
  const facts = await findPersonFacts(db, personId);
  return facts !== undefined && matches(condition, facts);
}

/** What conditions look at; undefined for somebody who is not here. */
async function findPersonFacts(db: Db | Tx, personId: string): Promise<PersonFacts | undefined> {
  const person = await db.person.findFirst({
    where: { id: personId, isSample: false, erasedAt: null, joinedAt: null },
    select: {
      ...{ wantsNews: true, locale: true },
      communeCode: true,
      provinceCode: true,
      interests: { select: { topic: true } },
      follows: { where: { endedAt: null, wanted: true }, select: { topic: true } },
      contacts: {
        orderBy: [{ lastInboundAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
        select: { channel: true, state: true, lastInboundAt: true },
      },
      wishes: { where: { stoppedAt: null }, select: { programme: true } },
      applications: {
        select: {
          programme: true,
          events: { orderBy: { seq: 'asc' }, select: { kind: true, actorId: true, data: true } },
          answers: { where: { questionId: { in: ASKED } }, select: { questionId: true, value: true } },
          establishment: { select: { answers: { where: { questionId: 'sector' }, select: { value: true } } } },
        },
      },
    },
  });
  if (person === null) return undefined;
  const { applications, interests, follows, wishes, contacts, wantsNews, locale, ...place } = person;
  return {
    ...{ wantsNews, locale },
    channel: contacts.find(({ state }) => state === 'active')?.channel,
    lastSeenAt: contacts[0]?.lastInboundAt ?? undefined,
    place: placeOf(place),
    topics: interests.map(({ topic }) => topic),
    follows: follows.map(({ topic }) => topic),
    reminderWishes: wishes.map(({ programme }) => programme),
    dossiers: applications.map(({ programme, events, answers, establishment }) => {
      const said = (questionId: string) => answers.find((answer) => answer.questionId === questionId)?.value;
      return {
        ...{ programme, status: statusOf(events), place: placeOf(said('commune')) },
        sector: textOf(said('sector')) ?? textOf(establishment?.answers[0]?.value),
        product: textOf(said('product')),
      };
    }),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function placeOf(value: unknown): { communeCode?: string; provinceCode?: string } {
  const read = (key: string): string | undefined => {
    const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    return typeof found === 'string' ? found : undefined;
  };
  return { communeCode: read('communeCode'), provinceCode: read('provinceCode') };
}
