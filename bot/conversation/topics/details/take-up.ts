import { foldPhrase } from '../../../../core/text/fold.ts';
import { type Application, findApplication, listApplications } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { answerReturned } from './answer-returned.ts';
import { countDetails, fillDetails } from './fill-details.ts';
import { openDetails } from './open-details.ts';
import { receivePhotos } from './photos.ts';
import { withDetails } from './with-details.ts';

/**
 * Nothing is open, but the person sends what an officer asked for without pressing anything first: a photo, or, right under
 * the officer's message, the answer itself or a "vâng".
 */
export async function takeUp(turn: Turn): Promise<Reply | undefined> {
  const { input } = turn;
  if (input.kind === 'photo') {
    const id = await findHomeOfPhotos(turn);
    return id === undefined
      ? undefined
      : await withDetails(turn, { id }, (filled) => receivePhotos(turn, filled, input));
  }
  return input.kind === 'text' ? await takeUpText(turn, input.text) : undefined;
}

async function takeUpText(turn: Turn, text: string): Promise<Reply | undefined> {
  const id = findOffered(turn);
  if (id === undefined) return undefined;
  const application = await findApplication(turn.tx, { id, personId: turn.person.id });
  const filled = application && fillDetails(application);
  if (filled === undefined) return undefined;
  if (AGREES.test(foldPhrase(text))) return await openDetails(turn, { id });
  return await withDetails(turn, { id }, () => answerReturned(turn, filled, text));
}

const AGREES = /^(?:vang|da|ok|oke|u|uh|duoc|dc|bo sung|co)(?: (?:a|vang|nhe|em|anh|chi|luon|ngay|duoc|bo sung))*$/;

/** The one dossier in which an item is back from the officer; else the one to which something may still be added. */
async function findHomeOfPhotos({ tx, person }: Turn): Promise<string | undefined> {
  const dossiers = await listApplications(tx, person.id);
  const back = dossiers.filter(({ returned }) => returned.some(({ isOpen }) => isOpen));
  return onlyOne(back) ?? (back.length > 0 ? undefined : onlyOne(dossiers.filter(isIncomplete)));
}

function isIncomplete(application: Application): boolean {
  return countDetails(application).missing > 0;
}

function onlyOne([first, second]: readonly Application[]): string | undefined {
  return second === undefined ? first?.id : undefined;
}

/** The dossier that the last message offered to complete. */
function findOffered({ conversation }: Turn): string | undefined {
  const offered = conversation.pending.find(({ key }) => key.startsWith('details:open:'));
  return offered?.key.split(':')[2];
}
