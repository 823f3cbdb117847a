import { saysSlip } from '../../../../core/forms/read-correction.ts';
import { saysSend } from '../../../../core/forms/speaks-to-form.ts';
import { listApplications } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { isJustNow, tellSent } from './begin.ts';
import { gone } from './with-draft.ts';

/** "Nhầm rồi ạ", right after a request was sent: who can put it right now; "gửi" once more: that it was. */
export async function hearSlipAfterSending(turn: Turn): Promise<Reply | undefined> {
  const { input, tx, person } = turn;
  if (input.kind !== 'text' || !(saysSlip(input.text) || saysSend(input.text))) return undefined;
  const sent = (await listApplications(tx, person.id)).find(
    ({ status, submittedAt, personId }) =>
      status === 'submitted' && personId === person.id && isJustNow(turn, submittedAt),
  );
  if (sent?.code === undefined) return undefined;
  return saysSend(input.text) ? tellSent(turn, sent.code) : gone(turn, sent);
}
