import { findApplication } from '../../../records/applications.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { checkDossier } from './my-dossiers/check.ts';
import { isShown, type ShownDossier } from './my-dossiers/describe.ts';
import { findNamedDossier, readAskedOf } from './my-dossiers/find-named.ts';
import { listShown } from './my-dossiers/list-shown.ts';
import { listChoices, showDossier, showList } from './my-dossiers/show.ts';
import { tellApart } from './my-dossiers/tell-apart.ts';
import { meantToWithdraw, wishesToWithdraw } from './my-dossiers/wish-to-withdraw.ts';
import { askWithdraw, findConfirmed, keep, readConfirmation, release, withdraw } from './my-dossiers/withdraw.ts';

/**
 * "Phiếu của tôi". Its choices: `list`, `show:<id>`, `check:<id>`, `find:<code>`, `withdraw:<id>` (asks), `wish:<code>` (of the one that is meant), `withdraw-now:<id>`, `keep:<id>`.
 * It is open only while it waits for a yes or no to a withdrawal.
 */
export const myDossiersTopic: Topic = {
  name: 'my-dossiers',
  choose: async (turn, [verb, id = '']) => {
    switch (verb) {
      case 'list':
        return await showOwn(turn);
      case 'find':
        return await showByCode(turn, id);
      case 'show':
        return await withDossier(turn, id, showDossier);
      case 'check':
        return await withDossier(turn, id, checkDossier);
      case 'wish':
        return await askWhichToWithdraw(turn, id);
      case 'withdraw':
        return await withDossier(turn, id, askWithdraw);
      case 'withdraw-now':
        return await withDossier(turn, id, withdraw);
      case 'keep':
        return await withDossier(turn, id, keep);
      default:
        return undefined;
    }
  },
  carryOn: async (turn) => {
    const { input } = turn;
    const confirmed = findConfirmed(turn);
    const answer = input.kind === 'text' ? readConfirmation(input.text) : undefined;
    if (confirmed === undefined || answer === undefined) return undefined;
    return await withDossier(turn, confirmed.id, answer === 'yes' ? withdraw : keep);
  },
  goBack: async (turn) => {
    const confirmed = findConfirmed(turn);
    return confirmed === undefined ? undefined : await withDossier(turn, confirmed.id, keep);
  },
  askAgain: async (turn) => {
    const confirmed = findConfirmed(turn);
    return confirmed === undefined ? undefined : await withDossier(turn, confirmed.id, askWithdraw);
  },
  takeUp: async (turn) => {
    const { input } = turn;
    if (input.kind !== 'text' || !wishesToWithdraw(input.text)) return undefined;
    const dossier = meantToWithdraw(turn, { text: input.text, dossiers: await listShown(turn) });
    return dossier === undefined ? undefined : await askWithdraw(turn, dossier);
  },
};

/** All of them, or the one whose owner was named: "hộ bà Mai tới đâu rồi". */
async function showOwn(turn: Turn): Promise<Reply> {
  const dossiers = await listShown(turn);
  const called = turn.input.kind === 'text' ? readAskedOf(turn.input.text) : undefined;
  const named = called === undefined ? undefined : findNamedDossier(dossiers, called);
  return named === undefined ? await showList(turn, dossiers) : await showDossier(turn, named);
}

/** "Rút phiếu", in the middle of whatever is open. */
async function askWhichToWithdraw(turn: Turn, code: string): Promise<Reply> {
  const dossiers = await listShown(turn);
  const dossier = meantToWithdraw(turn, { text: code, dossiers });
  return dossier === undefined ? await showList(turn, dossiers) : await askWithdraw(turn, dossier);
}

async function showByCode(turn: Turn, code: string): Promise<Reply> {
  const dossier = (await listShown(turn)).find((each) => each.code === code);
  return dossier === undefined ? notFound(turn) : await showDossier(turn, dossier);
}

async function withDossier(
  turn: Turn,
  id: string,
  act: (turn: Turn, dossier: ShownDossier) => Reply | Promise<Reply>,
): Promise<Reply> {
  const found = await findApplication(turn.tx, { id, personId: turn.person.id });
  const [dossier] = found !== undefined && isShown(found) ? await tellApart(turn, [found]) : [];
  return dossier === undefined ? notFound(turn) : await act(turn, dossier);
}

function notFound(turn: Turn): Reply {
  release(turn);
  return { paragraphs: [turn.words.t('dossiers:notFound')], choices: listChoices(turn) };
}
