import { findQuestion } from '../../../../core/forms/form.ts';
import { SKIPPED } from '../../../../core/forms/values.ts';
import { findNamed, OF_ESTABLISHMENT, OF_OWNER } from '../../../../core/programmes/establishment.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { type AnswerChange, keepAnswers } from '../../../../records/application-answers.ts';
import { moveDraft } from '../../../../records/draft-establishment.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { showForm } from './form-turn.ts';
import { listKnown } from './known-establishments.ts';
import { answersToReuse } from './reuse-answers.ts';
import { setState } from './state.ts';
import { rereadDraft } from './with-draft.ts';

/** "Sai cơ sở rồi", "phiếu này của …", "đổi sang …": another establishment is meant. */
const MEANT =
  /(?:^| )(?:nham|sai|lon) (?:co so|xuong|htx|hop tac xa|ho|cong ty|nha)(?: |$)|(?:^| )(?:phieu|cai|don|ho so|viec)(?: nay)? (?:la )?(?:cua|cho|lam cho) |^(?:a |o |thoi )*(?:doi|chuyen) (?:lai )?(?:sang|qua|cho) |(?:^| )(?:lam|lay|dung) (?:cho|cua) .+ (?:co|moi dung)$/;
const DENIED = /[, ]+(?:chứ|chu|không phải|khong phai|ko phải|ko phai) .+$/iu;
const BEFORE_ITS_NAME = /^.*(?:^| )(?:của|cua|cho|sang|qua) /iu;

/**
 * A request begun for one of the establishments that a person acts for was meant for another of them, which is named: what is
 * known of that one takes the place of the other's, and the rest is kept. Undefined when none is named surely.
 */
export async function switchEstablishment(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { application, form, answers } = draft;
  const { establishmentId, id } = application;
  if (establishmentId === undefined || !MEANT.test(foldPhrase(text))) return undefined;
  const known = await listKnown(turn);
  const name = text.normalize('NFC').replace(DENIED, '').replace(BEFORE_ITS_NAME, '');
  const other = findNamed(known, name);
  if (other === undefined || other.id === establishmentId) return undefined;
  const taken = answersToReuse(other, undefined);
  const stale = [...OF_ESTABLISHMENT, ...OF_OWNER].filter(
    (each) => answers[each] !== undefined && !taken.some(({ questionId }) => questionId === each),
  );
  // What the other one never told cannot be taken away from a request: then it is put right item by item.
  if (stale.some((each) => findQuestion(supportRequest.form, each)?.skip === undefined)) return undefined;
  const gone: AnswerChange[] = stale.map((questionId) => ({ questionId, value: SKIPPED, raw: undefined }));
  await moveDraft(turn.tx, { id, personId: turn.person.id, establishmentId: other.id, now: turn.now });
  await keepAnswers(turn.tx, { id, changes: [...taken, ...gone], formVersion: form.version, now: turn.now });
  setState(turn, { step: 'form', applicationId: id, form: undefined });
  return await showForm(turn, await rereadDraft(turn, draft), [
    turn.words.t('establishment:switched', { name: other.name }),
  ]);
}
