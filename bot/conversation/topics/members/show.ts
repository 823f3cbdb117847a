import { createInvitation, listWaiting } from '../../../../records/invitations.ts';
import { findAddressee } from '../../../../records/person-profile.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { findDisplayName } from './decide.ts';
import { findShared, listShared, over, tagOf, tell, whoIs } from './members-of.ts';

/** Who acts for the establishment, who waits to be let in, and what can be done; of several it is asked which. */
export async function showMembers(turn: Turn, id?: string): Promise<Reply> {
  const { words } = turn;
  const [only, another, ...more] = await listShared(turn);
  if (only === undefined) {
    return tell(turn, [words.t('members:none')], [{ key: 'register:start', label: words.t('dossiers:start') }]);
  }
  if (id === undefined && another !== undefined) {
    const choices = [only, another, ...more].map((each) => ({ key: `members:list:${each.id}`, label: each.name }));
    return tell(turn, [words.t('members:which')], choices);
  }
  const shared = await findShared(turn, id ?? only.id);
  if (shared === undefined) return over(turn);
  const { members, name } = shared;
  const waiting = await listWaiting(turn.tx, { establishmentId: shared.id, personId: turn.person.id });
  const asking: { id: string; who: string }[] = [];
  for (const each of waiting) asking.push({ id: each.id, who: await whoAsks(turn, each) });
  const others = members.filter(({ personId }) => personId !== turn.person.id);
  const people = [words.t('members:you'), ...others.map((member) => whoIs(turn, member))];
  return tell(
    turn,
    [
      words.t('members:listed', { name, people: people.join(', ') }),
      ...asking.map(({ who }) => words.t('members:waiting', { who })),
    ],
    [
      ...asking.map(({ id: asked, who }) => ({
        key: `members:yes:${asked}`,
        label: words.t('members:letIn', { who }),
      })),
      { key: `members:invite:${shared.id}`, label: words.t('members:invite') },
      ...(shared.mayRemove ? others : []).map(
        (member): Choice => ({
          key: `members:ask-remove:${shared.id}:${tagOf(member.personId)}`,
          label: words.t('members:remove', { who: whoIs(turn, member) }),
        }),
      ),
      ...(members.length > 1 ? [{ key: `members:ask-leave:${shared.id}`, label: words.t('members:leave') }] : []),
    ],
  );
}

async function whoAsks(
  turn: Turn,
  { askedById, role }: { askedById: string | null; role: string | null },
): Promise<string> {
  return whoIs(turn, { displayName: await findDisplayName(turn, askedById), role: role ?? 'other' });
}

/** A code for the other phone. */
export async function invite(turn: Turn, id: string): Promise<Reply> {
  const { tx, ids, now, person, words } = turn;
  const shared = await findShared(turn, id);
  if (shared === undefined) return over(turn);
  if (person.isSample || (await findAddressee(tx, person.id)) === undefined)
    return tell(turn, [words.t('link:sample')]);
  const { code, hours } = await createInvitation(tx, { id: ids.next(), establishmentId: id, personId: person.id, now });
  const typed = `${code.slice(0, 4)} ${code.slice(4)}`;
  return tell(turn, [
    words.t('members:howTo', { code: typed }),
    words.t('members:life', { hours }),
    words.t('members:sees'),
  ]);
}
