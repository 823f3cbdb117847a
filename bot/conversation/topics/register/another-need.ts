import { REVIEW } from '../../../../core/forms/form-state.ts';
import { findCurrent } from '../../../../core/forms/form-step.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { SKIPPED } from '../../../../core/forms/values.ts';
import { programmeOfNeed } from '../../../../core/programmes/programmes.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { type AnswerChange, keepAnswers } from '../../../../records/application-answers.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { askDiscard } from './discard.ts';
import { currentState, showForm } from './form-turn.ts';
import { furtherNeeds, sayNeedOption } from './further-need.ts';
import { namedNeeds, splitGivenUp } from './needs-given-up.ts';
import { readWish } from './said-need.ts';
import { findState } from './state.ts';
import { rereadDraft, withDraft } from './with-draft.ts';

/** "…nữa", "thêm…", "cả…": beside what was said. */
const BESIDE = /(?:^| )(?:nua|them|ca|ngoai ra|luon the)(?: |$)/;

/** "À thôi làm nhãn hiệu", "à mà vẫn mua máy", "đổi sang bao bì": the mind is changed. */
const CHANGED =
  /^(?:(?:a|u|uh|ah|o|ma|nhung|ua|em|toi|minh|cho|de) )*(?:thoi|van|doi y|doi sang|chuyen sang|doi thanh)(?: |$)/;
const CHANGED_TO = /(?:^| )(?:doi|chuyen|thay) (?:sang|thanh|bang)(?: |$)/;

/**
 * A plain wish for something else, in the middle of a request: it is no product and no place. Said to be one more, it is kept
 * as that; else it is asked whether it comes beside or instead.
 */
export async function hearAnotherNeed(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { application, form, answers } = draft;
  const { need: current } = answers;
  const asked = findCurrent(form, currentState(turn, draft), answers)?.id;
  if (typeof current !== 'string' || asked === 'need' || asked === 'also' || looksLikeQuestion(text)) return undefined;
  const { left, needs: givenUp, endsWish } = splitGivenUp(turn, text);
  const isChange = left !== text || CHANGED.test(foldPhrase(text)) || CHANGED_TO.test(foldPhrase(text));
  const wish = readWish(turn, text);
  const isReview = currentState(turn, draft).at === REVIEW;
  if (isReview && !isChange && wish !== undefined) {
    const known = [current, ...furtherNeeds(application.answers)];
    const named = namedNeeds(turn, text);
    // "Làm nốt cái bao bì": told before, and no change of the card.
    if (named.length > 0 && named.every((each) => known.includes(each))) {
      const need = named.map((each) => sayNeedOption(turn, each)).join(' · ');
      return await showForm(turn, draft, [turn.words.t('register:another.told', { need })]);
    }
  }
  if (!isChange && wish !== 'several' && wish !== 'plainly') return undefined;
  const named = namedNeeds(turn, left);
  if (endsWish && named.length === 0 && givenUp.length > 0) return await giveUp(turn, draft, { current, givenUp });
  // "À mà thôi, vẫn mua máy": as it was.
  if (isChange && named.length > 0 && named.every((each) => each === current)) {
    return await showForm(turn, draft, [turn.words.t('register:noted', { answer: sayNeedOption(turn, current) })]);
  }
  const others = named.filter((each) => each !== current);
  const fresh = others.filter((each) => !furtherNeeds(application.answers).includes(each));
  const [only, another] = fresh;
  if (only === undefined) return undefined;
  const isInstead = CHANGED_TO.test(foldPhrase(text)) || givenUp.includes(current);
  if (isInstead && another === undefined) return await keepInstead(turn, draft, only);
  if (another !== undefined || BESIDE.test(foldPhrase(text))) return await keepBeside(turn, draft, fresh, text);
  // Kept before it is asked: whoever goes on without an answer has wished for it all the same.
  await keepAlso(turn, draft, [only], text);
  return askBeside(turn, draft, only);
}

/** "Thôi không làm nhãn hiệu nữa": what was wished for besides is dropped; of the need itself the next takes the place, or the request ends. */
async function giveUp(
  turn: Turn,
  draft: FilledForm,
  { current, givenUp }: { current: string; givenUp: readonly string[] },
): Promise<Reply | undefined> {
  const further = furtherNeeds(draft.application.answers);
  const left = further.filter((each) => !givenUp.includes(each));
  const isOther = !givenUp.includes(current);
  if (isOther && left.length === further.length) return undefined;
  if (left.length < further.length) await keep(turn, draft, [alsoOf(left)]);
  const [next] = left;
  if (isOther) {
    const need = further.filter((each) => givenUp.includes(each)).map((each) => sayNeedOption(turn, each));
    const dropped = turn.words.t('register:another.dropped', {
      need: need.join(' · '),
      current: sayNeedOption(turn, current),
    });
    return await showForm(turn, await rereadDraft(turn, draft), [dropped]);
  }
  if (next === undefined) return await askDiscard(turn, { id: draft.application.id, isAnew: false });
  return await keepInstead(turn, await rereadDraft(turn, draft), next);
}

/** Whether a wish that was kept comes beside the need or instead of it. */
function askBeside(turn: Turn, { application, answers }: FilledForm, option: string): Reply {
  const { t } = turn.words;
  const current = typeof answers.need === 'string' ? answers.need : '';
  const names = { need: sayNeedOption(turn, option), current: sayNeedOption(turn, current) };
  return {
    paragraphs: [t('register:another.ask', names)],
    choices: [
      { key: `register:more:${option}`, label: t('register:another.both') },
      { key: `register:swap:${option}`, label: t('register:another.instead', names) },
      { key: `register:only:${application.id}:${option}`, label: t('register:another.neither', names) },
    ],
  };
}

/** "Không, vẫn …": the wish that was kept meanwhile is none. */
export async function dropAnotherNeed(turn: Turn, id: string, option: string): Promise<Reply | undefined> {
  return await withDraft(turn, id, async (draft) => {
    const left = furtherNeeds(draft.application.answers).filter((each) => each !== option);
    if (draft.application.answers.also !== undefined) await keep(turn, draft, [alsoOf(left)]);
    return await showForm(turn, await rereadDraft(turn, draft));
  });
}

/** A button under that question, for the draft that is open. */
export async function takeAnotherNeed(
  turn: Turn,
  option: string,
  { isInstead }: { isInstead: boolean },
): Promise<Reply | undefined> {
  const state = findState(turn);
  if (state?.step !== 'form' || programmeOfNeed(option).details === undefined) return undefined;
  return await withDraft(turn, state.applicationId, async (draft) =>
    isInstead ? await keepInstead(turn, draft, option) : await keepBeside(turn, draft, [option]),
  );
}

async function keepBeside(turn: Turn, draft: FilledForm, options: readonly string[], raw?: string): Promise<Reply> {
  await keepAlso(turn, draft, options, raw);
  const need = options.map((option) => sayNeedOption(turn, option)).join(' · ');
  return await showForm(turn, await rereadDraft(turn, draft), [turn.words.t('register:another.kept', { need })]);
}

async function keepAlso(turn: Turn, draft: FilledForm, options: readonly string[], raw?: string): Promise<void> {
  const optionIds = [...new Set([...furtherNeeds(draft.application.answers), ...options])];
  await keep(turn, draft, [{ ...alsoOf(optionIds), raw }]);
}

function alsoOf(optionIds: string[]): AnswerChange {
  return { questionId: 'also', value: optionIds.length === 0 ? SKIPPED : { optionIds }, raw: undefined };
}

async function keepInstead(turn: Turn, draft: FilledForm, option: string): Promise<Reply> {
  const further = furtherNeeds(draft.application.answers);
  const left = further.filter((each) => each !== option);
  const changes: AnswerChange[] = [
    { questionId: 'need', value: option, raw: undefined },
    ...(left.length === further.length ? [] : [alsoOf(left)]),
  ];
  await keep(turn, draft, changes, programmeOfNeed(option).id);
  const noted = turn.words.t('register:noted', { answer: sayNeedOption(turn, option) });
  return await showForm(turn, await rereadDraft(turn, draft), [noted]);
}

async function keep({ tx, now }: Turn, draft: FilledForm, changes: AnswerChange[], programme?: string): Promise<void> {
  const { application, form } = draft;
  await keepAnswers(tx, { id: application.id, changes, formVersion: form.version, programme, now });
}
