import { establishmentName } from '../../../../core/programmes/establishment.ts';
import { keepersOf, listMembers, type Member } from '../../../../records/establishment-members.ts';
import { type Establishment, listEstablishments } from '../../../../records/establishments.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';

/** An establishment that the person acts for, with everybody who does. */
export type Shared = { id: string; name: string; members: Member[]; mayRemove: boolean };

export async function listShared(turn: Turn): Promise<Pick<Shared, 'id' | 'name'>[]> {
  const establishments = await listEstablishments(turn.tx, turn.person.id);
  return establishments.map((each) => ({ id: each.id, name: nameOf(turn, each) }));
}

/** Undefined when this person does not act for it, or does no more. */
export async function findShared(turn: Turn, id: string): Promise<Shared | undefined> {
  const found = (await listShared(turn)).find((each) => each.id === id);
  if (found === undefined) return undefined;
  const members = await listMembers(turn.tx, id);
  return { ...found, members, mayRemove: keepersOf(members).some(({ personId }) => personId === turn.person.id) };
}

function nameOf(turn: Turn, { answers }: Establishment): string {
  const values = Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
  return toolsOf(turn).say(establishmentName(values));
}

/** "Nông Văn Tài (con cháu, người nhà)"; somebody whose name is not known is told by who they are alone. */
export function whoIs(
  { words }: Turn,
  { displayName, role }: { displayName: string | null | undefined; role: string },
): string {
  const as = words.word(`members:role.${role}`);
  return displayName == null
    ? words.t('members:somebody', { role: as })
    : words.t('members:named', { name: displayName, role: as });
}

function wayOn({ words, conversation }: Turn): Choice {
  return conversation.open === undefined && conversation.paused === undefined
    ? { key: 'menu:show', label: words.t('common:backToMenu') }
    : { key: 'menu:resume', label: words.t('conversation:menu.resume') };
}

export function tell(turn: Turn, paragraphs: string[], choices: Choice[] = []): Reply {
  return { paragraphs, choices: [...choices, wayOn(turn)] };
}

/** What was meant is done already, or is no more. */
export function over(turn: Turn): Reply {
  return tell(turn, [turn.words.t('members:over')], [{ key: 'members:list', label: turn.words.t('members:see') }]);
}

/** Ids of people are too long for a button beside that of an establishment: their ends tell members apart. */
const TAG_LENGTH = 6;

export function tagOf(personId: string): string {
  return personId.slice(-TAG_LENGTH);
}
