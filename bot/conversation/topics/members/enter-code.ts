import * as z from 'zod';
import { readField } from '../../../../core/forms/fields/read-field.ts';
import { findQuestion } from '../../../../core/forms/form.ts';
import { answerWords } from '../../../../core/forms/form-words.ts';
import { establishmentName } from '../../../../core/programmes/establishment.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { say } from '../../../../locales/say.ts';
import { listMembers } from '../../../../records/establishment-members.ts';
import { findEstablishment, OWNER } from '../../../../records/establishments.ts';
import { askToJoin, findInvitation, type Invitation } from '../../../../records/invitations.ts';
import { addWrongCode, listWrongCodes } from '../../../../records/link-codes.ts';
import type { OpenActivity, Reply, Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';
import { over, tell, whoIs } from './members-of.ts';
import { tellMember } from './tell-member.ts';

const MOST_WRONG = 5;
const WINDOW_MINUTES = 60;
const MINUTE_MS = 60_000;
const WHO = findQuestion(supportRequest.form, 'filled-by');

/** A code was typed: asks as whom they come, or says why it cannot be used. Wrong ones are counted with those of `link`. */
export async function enterInvitation(turn: Turn, code: string): Promise<Reply> {
  const { tx, now, ids, contact, person, words } = turn;
  if (person.isSample) return tell(turn, [words.t('link:sample')]);
  const since = new Date(now.getTime() - WINDOW_MINUTES * MINUTE_MS);
  const wrong = await listWrongCodes(tx, { contactId: contact.id, since });
  if (wrong.length >= MOST_WRONG) return waitFor(turn, wrong);
  const found = await findInvitation(tx, { code });
  if (found !== undefined) return await askRole(turn, found);
  await addWrongCode(tx, { id: ids.next(), contactId: contact.id, now });
  if (wrong.length + 1 >= MOST_WRONG) return waitFor(turn, [...wrong, now]);
  return tell(turn, [words.t('members:wrong', { left: MOST_WRONG - wrong.length - 1 })]);
}

function waitFor(turn: Turn, wrong: readonly Date[]): Reply {
  const first = wrong.at(-MOST_WRONG) ?? turn.now;
  const waitMs = first.getTime() + WINDOW_MINUTES * MINUTE_MS - turn.now.getTime();
  const minutes = Math.max(1, Math.ceil(waitMs / MINUTE_MS));
  return tell(turn, [turn.words.t('link:tooMany', { tries: MOST_WRONG, minutes })]);
}

/** Why an invitation cannot be used by this person now; undefined when it can. */
async function whyNot(turn: Turn, { id, establishmentId, personId, askedById, expiresAt }: Invitation) {
  const { tx, person, now } = turn;
  if (personId === person.id) return 'members:ownCode' as const;
  if ((await findEstablishment(tx, { id: establishmentId, personId: person.id })) !== undefined) {
    return 'members:already' as const;
  }
  if (askedById === person.id) return 'members:asked' as const;
  // Whoever gave the code may act for the establishment no more.
  const stillThere = await findEstablishment(tx, { id: establishmentId, personId });
  return askedById !== null || expiresAt <= now || stillThere === undefined || id === ''
    ? ('members:used' as const)
    : undefined;
}

async function askRole(turn: Turn, invitation: Invitation): Promise<Reply> {
  const { conversation, words } = turn;
  const reason = await whyNot(turn, invitation);
  if (reason !== undefined || WHO?.field.kind !== 'choice') return tell(turn, [words.t(reason ?? 'members:used')]);
  const { id } = invitation;
  const returnTo = conversation.open?.topic === 'members' ? findAsking(turn)?.returnTo : conversation.open;
  conversation.open = { topic: 'members', state: { invitationId: id, returnTo } };
  const { say: sayHere } = toolsOf(turn);
  const helpers = WHO.field.options.filter(({ isKeptOnly }) => isKeptOnly !== true);
  const others = helpers.map((option) => ({
    key: `members:as:${id}:${option.id}`,
    label: sayHere(answerWords(supportRequest.form, WHO, option.id)),
  }));
  const choices = [{ key: `members:as:${id}:${OWNER}`, label: words.t('members:owner') }, ...others];
  return { paragraphs: [words.t('members:askRole', { name: await nameOf(turn, invitation) })], choices };
}

async function nameOf(turn: Turn, { establishmentId, personId }: Invitation, words = turn.words): Promise<string> {
  const found = await findEstablishment(turn.tx, { id: establishmentId, personId });
  const values = Object.fromEntries(Object.entries(found?.answers ?? {}).map(([id, { value }]) => [id, value]));
  return say(words, 'vi', establishmentName(values));
}

const stateSchema = z.object({
  invitationId: z.guid(),
  returnTo: z.object({ topic: z.string(), state: z.unknown() }).optional(),
});

/** The invitation of which it is asked as whom somebody comes. */
export function findAsking({
  conversation,
}: Turn): { invitationId: string; returnTo: OpenActivity | undefined } | undefined {
  const parsed = conversation.open?.topic === 'members' ? stateSchema.safeParse(conversation.open.state) : undefined;
  return parsed?.success ? { invitationId: parsed.data.invitationId, returnTo: parsed.data.returnTo } : undefined;
}

/** What was open before is open again. */
export function release(turn: Turn): void {
  const { conversation } = turn;
  if (conversation.open?.topic === 'members') conversation.open = findAsking(turn)?.returnTo;
}

const SELF = /^(?:toi |minh |em )?(?:la )?(?:chu|chu co so|chu ho|giam doc|chu nhiem)(?: (?:a|day|nhe))*$/;

/** "Kế toán của htx", "xã viên": none of those that are offered, and yet said. */
const OTHERS =
  /^(?:(?:toi|em|minh|chau|la) )*(?:ke toan|thu ky|thu quy|nhan vien|tho|xa vien|thanh vien|pho giam doc|pho chu nhiem|quan ly|dong nghiep|doi tac)(?: .{0,40})?$/;

/** Typed: as whom they come; undefined when it says something else. */
export async function typeRole(turn: Turn, text: string): Promise<Reply | undefined> {
  const asking = findAsking(turn);
  if (asking !== undefined && SELF.test(foldPhrase(text))) return await comeAs(turn, asking.invitationId, OWNER);
  if (asking !== undefined && OTHERS.test(foldPhrase(text))) return await comeAs(turn, asking.invitationId, 'other');
  const reading = WHO === undefined ? undefined : readField(supportRequest.form, WHO, text, toolsOf(turn));
  if (asking === undefined || reading?.kind !== 'value' || typeof reading.value !== 'string') return undefined;
  return await comeAs(turn, asking.invitationId, reading.value);
}

/** Asks again as whom they come, after a question in the middle. */
export async function askRoleAgain(turn: Turn): Promise<Reply | undefined> {
  const asking = findAsking(turn);
  const invitation = asking && (await findInvitation(turn.tx, { id: asking.invitationId }));
  return invitation === undefined ? undefined : await askRole(turn, invitation);
}

/** They said who they are: whoever gave the code is asked. The code is used up, whatever the answer will be. */
export async function comeAs(turn: Turn, invitationId: string, role: string): Promise<Reply> {
  const { tx, now, person, words } = turn;
  const invitation = z.guid().safeParse(invitationId).success
    ? await findInvitation(tx, { id: invitationId })
    : undefined;
  const helpers = WHO?.field.kind === 'choice' ? WHO.field.options : [];
  const isRole = role === OWNER || helpers.some(({ id }) => id === role);
  if (invitation === undefined || !isRole) return over(turn);
  const reason = await whyNot(turn, invitation);
  release(turn);
  if (reason !== undefined) return tell(turn, [words.t(reason)]);
  if (!(await askToJoin(tx, { id: invitationId, askedById: person.id, role, now }))) return over(turn);
  const members = await listMembers(tx, invitation.establishmentId);
  if (members.length === 0) return over(turn);
  const name = await nameOf(turn, invitation);
  await tellMember(turn, {
    personId: invitation.personId,
    about: `${invitationId}/asked`,
    say: (theirs) => ({
      text: [
        theirs.t('members:toInviter', {
          who: whoIs({ ...turn, words: theirs }, { displayName: person.displayName, role }),
          name,
        }),
        theirs.t('members:sees'),
      ].join('\n'),
      choices: [
        { key: `members:yes:${invitationId}`, label: theirs.t('members:yes') },
        { key: `members:no:${invitationId}`, label: theirs.t('members:no') },
      ],
    }),
  });
  return tell(turn, [words.t('members:asked')]);
}
