import { saysSlip } from '../../../../core/forms/read-correction.ts';
import { listApplications } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { isJustNow } from './begin.ts';
import { gone } from './with-draft.ts';

/** "Nhầm rồi ạ", right after a request was sent: who can put it right now. */
export async function hearSlipAfterSending(turn: Turn): Promise<Reply | undefined> {
  const { input, tx, person } = turn;
  if (input.kind !== 'text' || !saysSlip(input.text)) return undefined;
  const sent = (await listApplications(tx, person.id)).find(
    ({ status, submittedAt, personId }) =>
      status === 'submitted' && personId === person.id && isJustNow(turn, submittedAt),
  );
  return sent === undefined ? undefined : gone(turn, sent);
}
