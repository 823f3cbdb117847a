import { addAuditEntry } from '../../../../records/audit.ts';
import { endMembership, keepersOf } from '../../../../records/establishment-members.ts';
import type { Reply, Turn } from '../../topic.ts';
import { findShared, over, type Shared, tagOf, tell, whoIs } from './members-of.ts';
import { tellMember } from './tell-member.ts';

/** Removing somebody is asked first; only an owner, or where there is none the first member, may. */
export async function askRemove(turn: Turn, id: string, tag: string): Promise<Reply> {
  return await withOther(turn, { id, tag }, ({ name }, member) => ({
    paragraphs: [turn.words.t('members:askRemove', { who: whoIs(turn, member), name })],
    choices: [
      { key: `members:list:${id}`, label: turn.words.t('members:keep') },
      { key: `members:remove:${id}:${tag}`, label: turn.words.t('members:removeNow') },
    ],
  }));
}

export async function remove(turn: Turn, id: string, tag: string): Promise<Reply> {
  return await withOther(turn, { id, tag }, async ({ name }, member) => {
    const { personId } = member;
    await end(turn, { id, personId });
    const about = `${id}/removed/${turn.inbound.id}`;
    await tellMember(turn, {
      personId,
      about,
      say: ({ t }) => ({ text: t('members:toRemoved', { name }), choices: [] }),
    });
    const see = { key: `members:list:${id}`, label: turn.words.t('members:see') };
    return tell(turn, [turn.words.t('members:removed', { who: whoIs(turn, member) })], [see]);
  });
}

export async function askLeave(turn: Turn, id: string): Promise<Reply> {
  const { words } = turn;
  const shared = await findShared(turn, id);
  if (shared === undefined) return over(turn);
  if (shared.members.length === 1) return tell(turn, [words.t('members:onlyOne')]);
  return {
    paragraphs: [words.t('members:askLeave', { name: shared.name })],
    choices: [
      { key: `members:list:${id}`, label: words.t('members:stay') },
      { key: `members:leave:${id}`, label: words.t('members:leaveNow') },
    ],
  };
}

export async function leave(turn: Turn, id: string): Promise<Reply> {
  const { words, person } = turn;
  const shared = await findShared(turn, id);
  if (shared === undefined) return over(turn);
  if (shared.members.length === 1) return tell(turn, [words.t('members:onlyOne')]);
  await end(turn, { id, personId: person.id });
  const me = shared.members.find(({ personId }) => personId === person.id);
  const others = shared.members.filter(({ personId }) => personId !== person.id);
  for (const { personId } of keepersOf(others)) {
    await tellMember(turn, {
      personId,
      about: `${id}/left/${turn.inbound.id}`,
      say: (theirs) => {
        const who = whoIs({ ...turn, words: theirs }, { displayName: person.displayName, role: me?.role ?? 'other' });
        const see = { key: `members:list:${id}`, label: theirs.t('members:see') };
        return { text: theirs.t('members:toKeepers', { who, name: shared.name }), choices: [see] };
      },
    });
  }
  return tell(turn, [words.t('members:left', { name: shared.name })]);
}

async function end(turn: Turn, { id, personId }: { id: string; personId: string }): Promise<void> {
  const { tx, ids, now, person } = turn;
  await endMembership(tx, { establishmentId: id, personId, now });
  await addAuditEntry(tx, {
    ...{ id: ids.next(), now, action: 'establishment.member-ended', subjectKind: 'Establishment', subjectId: id },
    data: { personId, byId: person.id },
  });
}

async function withOther(
  turn: Turn,
  { id, tag }: { id: string; tag: string },
  act: (shared: Shared, member: Shared['members'][number]) => Reply | Promise<Reply>,
): Promise<Reply> {
  const shared = await findShared(turn, id);
  const others = shared?.members.filter(({ personId }) => personId !== turn.person.id && tagOf(personId) === tag) ?? [];
  const [member] = others;
  if (shared === undefined || member === undefined) return over(turn);
  return shared.mayRemove ? await act(shared, member) : tell(turn, [turn.words.t('members:notKeeper')]);
}
