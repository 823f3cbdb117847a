import * as z from 'zod';
import { addAuditEntry } from '../../../../records/audit.ts';
import { addMember, keepersOf } from '../../../../records/establishment-members.ts';
import { decideInvitation, findInvitation } from '../../../../records/invitations.ts';
import { findPersonName } from '../../../../records/person-profile.ts';
import type { Reply, Turn } from '../../topic.ts';
import { findShared, over, tagOf, tell, whoIs } from './members-of.ts';
import { tellMember } from './tell-member.ts';

/** The member who gave the code says yes or no, once. Owners hear of who was let in, and may remove them. */
export async function decideAbout(turn: Turn, invitationId: string, isYes: boolean): Promise<Reply> {
  const { tx, ids, now, person, words } = turn;
  const invitation = z.guid().safeParse(invitationId).success
    ? await findInvitation(tx, { id: invitationId })
    : undefined;
  if (invitation?.askedById == null || invitation.personId !== person.id) return over(turn);
  const { establishmentId, askedById, role } = invitation;
  const shared = await findShared(turn, establishmentId);
  if (shared === undefined || !(await decideInvitation(tx, { id: invitationId, now }))) return over(turn);
  const { name } = shared;
  const newcomer = { displayName: await findDisplayName(turn, askedById), role: role ?? 'other' };
  const who = whoIs(turn, newcomer);
  await tellMember(turn, {
    personId: askedById,
    about: `${invitationId}/decided`,
    say: ({ t }) => ({
      text: t(isYes ? 'members:letInHere' : 'members:notLetIn', { name }),
      choices: isYes ? [{ key: 'my-dossiers:list', label: t('conversation:menu.myDossiers') }] : [],
    }),
  });
  if (!isYes) return tell(turn, [words.t('members:refused', { who })]);

  const joined = { establishmentId, personId: askedById, role: newcomer.role, consentedById: person.id, now };
  await addMember(tx, joined);
  await addAuditEntry(tx, {
    ...{
      id: ids.next(),
      now,
      action: 'establishment.member-added',
      subjectKind: 'Establishment',
      subjectId: establishmentId,
    },
    data: { personId: askedById, byId: person.id },
  });
  for (const keeper of keepersOf(shared.members).filter(({ personId }) => personId !== person.id)) {
    await tellMember(turn, {
      personId: keeper.personId,
      about: `${invitationId}/owner`,
      say: (theirs) => {
        const by = { displayName: person.displayName, role: roleOf(shared.members, person.id) };
        const there = { ...turn, words: theirs };
        return {
          text: theirs.t('members:toOwner', { who: whoIs(there, newcomer), by: whoIs(there, by), name }),
          choices: [
            {
              key: `members:ask-remove:${establishmentId}:${tagOf(askedById)}`,
              label: theirs.t('members:remove', { who: whoIs(there, newcomer) }),
            },
          ],
        };
      },
    });
  }
  return tell(
    turn,
    [words.t('members:added', { who })],
    [{ key: `members:list:${establishmentId}`, label: words.t('members:see') }],
  );
}

function roleOf(members: readonly { personId: string; role: string }[], personId: string): string {
  return members.find((member) => member.personId === personId)?.role ?? 'other';
}

export async function findDisplayName({ tx }: Turn, personId: string | null): Promise<string | undefined> {
  return personId === null ? undefined : await findPersonName(tx, personId);
}
