import { foldPhrase } from '../../../../core/text/fold.ts';
import { findApplication, listApplications } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { answerReturned } from './answer-returned.ts';
import { fillDetails } from './fill-details.ts';
import { openDetails } from './open-details.ts';
import { isBack, isIncomplete, takeUpPhotos } from './place-photos.ts';
import { hearSumAfterSending } from './sum-after-sending.ts';
import { withDetails } from './with-details.ts';

/**
 * Nothing is open, but the person sends what an officer asked for without pressing anything first: a photo, or, right under
 * the officer's message, the answer itself or a "vâng".
 */
export async function takeUp(turn: Turn): Promise<Reply | undefined> {
  const { input } = turn;
  if (input.kind === 'photo') return await takeUpPhotos(turn, input);
  return input.kind === 'text' ? await takeUpText(turn, input.text) : undefined;
}

async function takeUpText(turn: Turn, text: string): Promise<Reply | undefined> {
  const sum = await hearSumAfterSending(turn, text);
  if (sum !== undefined) return sum;
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
  /^(?:(?:toi|em|minh|chau|con|cho|muon|xin|can|de) )*(?:(?:bo sung|lam tiep|hoan thien|nop them|gui them|lam not)(?: them)? (?:ho so|phieu|giay to|thong tin|giay|anh)|bo sung(?: them)?)(?: (?:cho du|cua toi|cua em|nhe|a|di|tiep|nua|voi|het|luon|ngay|not|day|nao|cho xong|con thieu|con lai))*$/;

/** The newest dossier in which an item is back from the officer; else the newest that is not complete. */
async function findNewest({ tx, person }: Turn): Promise<string | undefined> {
  const dossiers = await listApplications(tx, person.id);
  return (dossiers.find(isBack) ?? dossiers.find(isIncomplete))?.id;
}

/** The dossier that the last message offered to complete. */
function findOffered({ conversation }: Turn): string | undefined {
  const offered = conversation.pending.find(({ key }) => key.startsWith('details:open:'));
  return offered?.key.split(':')[2];
}
