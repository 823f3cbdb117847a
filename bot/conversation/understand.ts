import { withoutGreeting } from '../../core/text/without-greeting.ts';
import { type Command, isPlainStop, readCommand } from './five-words.ts';
import { findDecision } from './mean-yes.ts';
import { pickChoice, pickLabel } from './pick-choice.ts';
import type { Turn, TurnInput } from './topic.ts';
import { readTypedCode, wishesToLink } from './topics/link/typed-code.ts';
import { readTypedInvitation, wishesToInvite, wishesToJoin } from './topics/members/typed-invitation.ts';
import { menuChoices } from './topics/menu.ts';

/** A typed number or label that means a pending choice becomes that choice; the five words become commands. */
export function understand(turn: Turn): { input: TurnInput; command?: Command } {
  const { input, conversation } = turn;
  if (input.kind !== 'text') return { input };
  if (isPlainStop(input.text)) return { input, command: 'stop' };
  // A linking code means the same wherever it is typed; a form must not take it for an answer.
  const code = readTypedCode(input.text);
  if (code !== undefined) return { input: { kind: 'choice', key: `link:code:${code}` } };
  const invitation = readTypedInvitation(input.text);
  if (invitation !== undefined) return { input: { kind: 'choice', key: `members:code:${invitation}` } };
  // The last question went to another channel of theirs: a bare number here was meant for an older one.
  const isElsewhere = conversation.lastContactId !== undefined && conversation.lastContactId !== turn.contact.id;
  if (isElsewhere && /^\d{1,2}$/.test(input.text)) return { input, command: 'repeat' };
  const choice = pickChoice(conversation.pending, input.text);
  if (choice !== undefined) return { input: { kind: 'choice', key: choice.key } };
  const decided = findDecision(conversation.pending, input.text);
  if (decided !== undefined) return { input: { kind: 'choice', key: decided } };
  const command = readCommand(input.text);
  if (command !== undefined) return { input, command };
  if (saysWrong(turn, input.text)) return { input: { kind: 'choice', key: wrongKey(turn) } };
  if (conversation.open !== undefined) {
    // No form asks for anything that could be answered with this.
    const dossiers = pickLabel(
      menuChoices(turn).filter(({ key }) => key === 'my-dossiers:list'),
      input.text,
    );
    if (dossiers !== undefined) return { input: { kind: 'choice', key: dossiers.key } };
    return { input: { ...input, text: withoutGreeting(input.text) } };
  }
  if (wishesToInvite(input.text)) return { input: { kind: 'choice', key: 'members:list' } };
  if (wishesToJoin(input.text)) return { input: { kind: 'choice', key: 'members:join' } };
  if (wishesToLink(input.text)) return { input: { kind: 'choice', key: 'link:show' } };
  // What stands in the menu works when it is typed at any time; its numbers only while the menu stands.
  const entry = pickLabel(menuChoices(turn), input.text);
  if (entry !== undefined) return { input: { kind: 'choice', key: entry.key } };
  return { input: { ...input, text: withoutGreeting(input.text) } };
}

/** "Chưa đúng", typed where no button stands for it, of the last answer; in the middle of something only right after it. */
function saysWrong({ conversation, words }: Turn, text: string): boolean {
  const { lastQuestion, lastSeq, open } = conversation;
  if (lastQuestion === undefined || (open !== undefined && lastQuestion.seq !== lastSeq)) return false;
  return pickLabel([{ key: 'ask:wrong', label: words.t('ask:choice.wrong') }], text) !== undefined;
}

function wrongKey({ conversation }: Turn): string {
  const seq = conversation.lastQuestion?.seq;
  return seq === undefined ? 'ask:wrong' : `ask:wrong:${seq}`;
}
