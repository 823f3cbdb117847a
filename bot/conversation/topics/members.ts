import type { Topic } from '../topic.ts';
import { decideAbout } from './members/decide.ts';
import { askRoleAgain, comeAs, enterInvitation, findAsking, release, typeRole } from './members/enter-code.ts';
import { tell } from './members/members-of.ts';
import { askLeave, askRemove, leave, remove } from './members/remove.ts';
import { invite, showMembers } from './members/show.ts';

/**
 * One establishment, several phones: a member gives a code, whoever types it asks to be let in, the member says yes or no.
 * Its choices: `list[:<establishment>]`, `join` (how one comes in), `invite:<establishment>`, `code:<digits>` (a typed one), `as:<invitation>:<role>`,
 * `yes:<invitation>`, `no:<invitation>`, `ask-remove:<establishment>:<tag>`, `remove:…`, `ask-leave:<establishment>`,
 * `leave:…`. It is open only while it is asked as whom somebody comes.
 */
export const membersTopic: Topic = {
  name: 'members',
  choose: async (turn, [verb, id = '', second = '']) => {
    switch (verb) {
      case 'list':
        return await showMembers(turn, id === '' ? undefined : id);
      case 'join':
        return tell(turn, [turn.words.t('members:howToJoin')]);
      case 'invite':
        return await invite(turn, id);
      case 'code':
        return await enterInvitation(turn, id);
      case 'as':
        return await comeAs(turn, id, second);
      case 'yes':
        return await decideAbout(turn, id, true);
      case 'no':
        return await decideAbout(turn, id, false);
      case 'ask-remove':
        return await askRemove(turn, id, second);
      case 'remove':
        return await remove(turn, id, second);
      case 'ask-leave':
        return await askLeave(turn, id);
      case 'leave':
        return await leave(turn, id);
      default:
        return undefined;
    }
  },
  carryOn: async (turn) =>
    turn.input.kind === 'text' && findAsking(turn) !== undefined ? await typeRole(turn, turn.input.text) : undefined,
  goBack: async (turn) => {
    release(turn);
    return undefined;
  },
  askAgain: askRoleAgain,
};
