import { findQuestion } from '../../../../core/forms/form.ts';
import { SKIPPED } from '../../../../core/forms/values.ts';
import { findNamed, OF_ESTABLISHMENT, OF_OWNER } from '../../../../core/programmes/establishment.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { type AnswerChange, keepAnswers, removeAnswer } from '../../../../records/application-answers.ts';
import { findOpenDraft } from '../../../../records/applications.ts';
import { moveDraft } from '../../../../records/draft-establishment.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { showForm } from './form-turn.ts';
import { type KnownEstablishment, listKnown } from './known-establishments.ts';
import { answersToReuse } from './reuse-answers.ts';
import { setState } from './state.ts';
import { gone, rereadDraft, withDraft } from './with-draft.ts';

/** "Sai cơ sở rồi", "phiếu này của …", "đổi sang …": another establishment is meant. */
const MEANT =
  /(?:^| )(?:nham|sai|lon) (?:co so|xuong|htx|hop tac xa|ho|cong ty|nha)(?: |$)|(?:^| )(?:phieu|cai|don|ho so|viec)(?: nay)? (?:la )?(?:cua|cho|lam cho) |^(?:a |o |thoi )*(?:doi|chuyen) (?:lai )?(?:sang|qua|cho) |(?:^| )(?:lam|lay|dung) (?:cho|cua) .+ (?:co|moi dung)$/;
const DENIED = /[, ]+(?:chứ|chu|không phải|khong phai|ko phải|ko phai) .+$/iu;
const BEFORE_ITS_NAME = /^.*(?:^| )(?:của|cua|cho|sang|qua) /iu;

const UNIT = '(?:co so|xuong|htx|hop tac xa|cong ty|cty|to hop tac|ho|nha)';
const SLIP = '(?:(?:a|o|oi|u|thoi|chet|da|xin loi|khoan|em|toi|minh|chau|chon|bam|ghi|go) )*(?:nham|sai|lon)';
const END = '(?: (?:co|ma|chu|roi|mat|a|nhe|em|anh|chi|day|luon))*';
/** "Nhầm, cơ sở khác cơ", "nhầm cơ sở rồi", "không phải cơ sở này": which one it is for is not said. */
const UNNAMED = new RegExp(
  `^(?:${SLIP} )(?:(?:la|cua|cho|phai|day|roi) )*${UNIT}(?: khac)?${END}$|^(?:(?:la|cua|cho|phai|day) )*${UNIT} khac(?: (?:co|ma|chu|co ma|chu khong phai ${UNIT} nay))$|^(?:(?:thoi|da|a) )*(?:khong|ko) phai(?: (?:cho|la|cua))? ${UNIT} (?:nay|do)${END}$`,
);
const MOST_OFFERED = 3;

/**
 * A request begun for one of the establishments that a person acts for was meant for another of them, which is named: what is
 * known of that one takes the place of the other's, and the rest is kept. Who names none is asked which. Undefined when
 * nothing of this is said surely.
 */
export async function switchEstablishment(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { establishmentId } = draft.application;
  const typed = foldPhrase(text);
  if (establishmentId === undefined) return undefined;
  if (UNNAMED.test(typed)) return await askWhichInstead(turn, draft);
  if (!MEANT.test(typed)) return undefined;
  const name = text.normalize('NFC').replace(DENIED, '').replace(BEFORE_ITS_NAME, '');
  const other = findNamed(await listKnown(turn), name);
  return other === undefined || other.id === establishmentId ? undefined : await moveTo(turn, draft, other);
}

/** The one that was picked instead; without one, none that is known. Undefined when this person acts for it no more. */
export async function pressInstead(turn: Turn, id: string | undefined): Promise<Reply | undefined> {
  const draft = await findOpenDraft(turn.tx, turn.person.id);
  return draft === undefined ? gone(turn, undefined) : await withDraft(turn, draft.id, (open) => pick(turn, open, id));
}

async function pick(turn: Turn, draft: FilledForm, id: string | undefined): Promise<Reply | undefined> {
  if (draft.application.establishmentId === undefined) return await showForm(turn, draft);
  if (id === undefined) return await leaveEstablishment(turn, draft);
  const other = (await listKnown(turn)).find((each) => each.id === id);
  if (other === undefined) return undefined;
  // Picked once more.
  if (other.id === draft.application.establishmentId) return await showForm(turn, draft);
  return (await moveTo(turn, draft, other)) ?? (await leaveEstablishment(turn, draft));
}

async function askWhichInstead(turn: Turn, draft: FilledForm): Promise<Reply> {
  const { establishmentId } = draft.application;
  const others = (await listKnown(turn)).filter((each) => each.id !== establishmentId).slice(0, MOST_OFFERED);
  if (others.length === 0) return await leaveEstablishment(turn, draft);
  const { t } = turn.words;
  return {
    paragraphs: [t('establishment:which.ask')],
    choices: [
      ...others.map((each) => ({ key: `register:move:${each.id}`, label: each.name })),
      { key: 'register:move', label: t('establishment:known.other') },
    ],
  };
}

/** What was taken over of the establishment goes with it; what was told in this request itself stays. */
async function leaveEstablishment(turn: Turn, draft: FilledForm): Promise<Reply> {
  const { application, answers } = draft;
  const { id, establishmentId } = application;
  const left = (await listKnown(turn)).find((each) => each.id === establishmentId);
  await moveDraft(turn.tx, { id, personId: turn.person.id, establishmentId: null, now: turn.now });
  for (const questionId of [...OF_ESTABLISHMENT, ...OF_OWNER]) {
    const isTakenOver =
      answers[questionId] !== undefined &&
      JSON.stringify(answers[questionId]) === JSON.stringify(left?.values[questionId]);
    if (isTakenOver) await removeAnswer(turn.tx, { id, questionId, now: turn.now });
  }
  setState(turn, { step: 'form', applicationId: id, form: undefined });
  return await showForm(turn, await rereadDraft(turn, draft), [turn.words.t('establishment:begunOther')]);
}

async function moveTo(turn: Turn, draft: FilledForm, other: KnownEstablishment): Promise<Reply | undefined> {
  const { application, form, answers } = draft;
  const { id } = application;
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
