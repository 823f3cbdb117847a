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
  const said = foldPhrase(text);
  const offered = findOffered(turn);
  if (WANTS.test(said) || (offered !== undefined && AGREES.test(said))) {
    const id = offered ?? (await findNewest(turn));
    return id === undefined ? undefined : await openDetails(turn, { id });
  }
  if (offered === undefined) return undefined;
  const application = await findApplication(turn.tx, { id: offered, personId: turn.person.id });
  const filled = application && fillDetails(application);
  if (filled === undefined) return undefined;
  return await withDetails(turn, { id: offered }, () => answerReturned(turn, filled, text));
}

const AGREES = /^(?:vang|da|ok|oke|u|uh|duoc|dc|bo sung|co)(?: (?:a|vang|nhe|em|anh|chi|luon|ngay|duoc|bo sung))*$/;

/** "Bổ sung hồ sơ", whenever it is said. */
const WANTS =
  /^(?:(?:toi|em|minh|chau|con|cho|muon|xin|can|de) )*(?:bo sung|lam tiep|hoan thien|nop them)(?: them)? (?:ho so|phieu|giay to)(?: (?:cho du|cua toi|cua em|nhe|a|di|tiep|nua|voi))*$/;

/** The newest dossier in which an item is back from the officer; else the newest that is not complete. */
async function findNewest({ tx, person }: Turn): Promise<string | undefined> {
  const dossiers = await listApplications(tx, person.id);
  return (dossiers.find(isBack) ?? dossiers.find(isIncomplete))?.id;
}

/** The one dossier in which an item is back from the officer; else the one to which something may still be added. */
async function findHomeOfPhotos({ tx, person }: Turn): Promise<string | undefined> {
  const dossiers = await listApplications(tx, person.id);
  const back = dossiers.filter(isBack);
  return onlyOne(back) ?? (back.length > 0 ? undefined : onlyOne(dossiers.filter(isIncomplete)));
}

function isBack({ returned }: Application): boolean {
  return returned.some(({ isOpen }) => isOpen);
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
