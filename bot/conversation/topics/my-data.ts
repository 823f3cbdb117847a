import { foldPhrase } from '../../../core/text/fold.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { askWhat, handToOfficers, isToldKind, showLimits } from './my-data/ask-officers.ts';
import { askWithdraw, showConsents, withdrawNow } from './my-data/consents.ts';
import { giveCopy } from './my-data/copy.ts';
import { askErase, erase } from './my-data/erase.ts';
import { removeIdentityPaper, showIdentityPapers } from './my-data/identity-paper.ts';
import { showData } from './my-data/show.ts';
import { leaveAsItIs, setConsentAside } from './my-data/ways.ts';

/**
 * "Dữ liệu của tôi": what is held, a copy of it, its correction, the consents, and its deletion, which takes a typed word
 * because nothing brings it back. What cannot be done at once becomes a request with the law's clocks. Its choices:
 * `show`, `copy`, `ask:<correct|restrict|object>`, `limit`, `consents`, `ask-withdraw`, `withdraw-now`, `ask-delete`, `keep`,
 * `cards`, `card:<photo>`.
 * `publicUrl`: where people reach the pages of this copy.
 */
export function createMyDataTopic({ publicUrl }: { publicUrl?: string }): Topic {
  const topic: Topic = {
    name: 'my-data',
    choose: async (turn, [what, kind]) => {
      setConsentAside(turn);
      switch (what) {
        case 'show':
          return await showData(turn);
        case 'copy':
          return await giveCopy(turn, publicUrl);
        case 'ask':
          return isToldKind(kind) ? askWhat(turn, kind) : undefined;
        case 'limit':
          return showLimits(turn);
        case 'consents':
          return await showConsents(turn);
        case 'ask-withdraw':
          return await askWithdraw(turn);
        case 'withdraw-now':
          return await withdrawNow(turn);
        case 'ask-delete':
          return await askErase(turn);
        case 'cards':
          return await showIdentityPapers(turn);
        case 'card':
          return await removeIdentityPaper(turn, kind ?? '');
        case 'keep':
          return leaveAsItIs(turn);
        default:
          return undefined;
      }
    },
    carryOn: async (turn) => await carryOn(turn),
    goBack: async (turn) => leaveAsItIs(turn),
    askAgain: async (turn) => {
      const kind = findToldKind(turn);
      return kind === undefined ? await askErase(turn) : askWhat(turn, kind);
    },
  };
  return topic;
}

async function carryOn(turn: Turn): Promise<Reply | undefined> {
  const { input, words } = turn;
  if (input.kind !== 'text') return undefined;
  const kind = findToldKind(turn);
  if (kind !== undefined) return await handToOfficers(turn, { kind, text: input.text });
  if (foldPhrase(input.text) !== foldPhrase(words.t('my-data:deleteWord'))) return undefined;
  return await erase(turn);
}

/** The kind of request whose words are waited for. */
function findToldKind({ conversation }: Turn) {
  const state = conversation.open?.topic === 'my-data' ? conversation.open.state : undefined;
  const kind = typeof state === 'string' && state.startsWith('say-') ? state.slice('say-'.length) : undefined;
  return isToldKind(kind) ? kind : undefined;
}
