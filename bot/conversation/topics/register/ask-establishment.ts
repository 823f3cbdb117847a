import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { saysHeard } from '../../../../core/forms/speaks-to-form.ts';
import { findNamed } from '../../../../core/programmes/establishment.ts';
import { readHelper, saysHelping } from '../../../../core/programmes/for-another.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { OWNER } from '../../../../records/establishments.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { isSomethingElse } from '../form/may-be-answer.ts';
import { beginDraft } from './begin-draft.ts';
import { findHelperRole } from './earlier-help.ts';
import { findFixable, showFixes } from './fix-establishment.ts';
import { tellsOwn } from './keep-own.ts';
import { describeKnown, type KnownEstablishment, listKnown } from './known-establishments.ts';
import { findHelperWords, readNeed, type Said } from './said-need.ts';
import { namesNextHousehold, saysNext } from './said-next.ts';
import { findState, setState } from './state.ts';

/** More names than these are typed. */
const MOST_OFFERED = 3;

/** Before a request of somebody who acts for establishments already: is it for the one, or which? Asked once. */
function askEstablishment(
  turn: Turn,
  known: readonly KnownEstablishment[],
  { before = [], said }: { before?: string[]; said?: Said } = {},
): Reply {
  const { t } = turn.words;
  setState(turn, { step: 'which', said });
  const other: Choice = { key: 'register:other', label: t('establishment:known.other') };
  const [only, another] = known;
  if (only !== undefined && another === undefined) {
    return {
      paragraphs: [...before, ...describeKnown(turn, only), t('establishment:known.ask')],
      choices: [
        { key: `register:use:${only.id}`, label: t('establishment:known.yes') },
        { key: `register:use-fix:${only.id}`, label: t('establishment:known.fix') },
        other,
      ],
    };
  }
  const offered = known.slice(0, MOST_OFFERED);
  const more = offered.length < known.length ? [t('establishment:which.more')] : [];
  return {
    paragraphs: [...before, t('establishment:which.ask'), ...more],
    choices: [...offered.map(({ id, name }) => ({ key: `register:use:${id}`, label: name })), other],
  };
}

/** Asks it, or asks it again with what else was said meanwhile; a first request begins with all its questions. */
export async function askEstablishmentAgain(
  turn: Turn,
  before: string[] = [],
  said = saidBefore(turn),
): Promise<Reply> {
  const known = await listKnown(turn);
  if (known.length === 0) {
    return await beginDraft(turn, { before, said, role: await findHelperRole(turn, findHelperWords(said)) });
  }
  const isToldAgain = findState(turn)?.step === 'which';
  const meant = said?.isWish && !isToldAgain ? findMeant(known, said.text) : undefined;
  if (meant === undefined) return askEstablishment(turn, known, { before, said });
  setState(turn, { step: 'which', said });
  return meant === 'other' ? await beginForOther(turn) : await beginFrom(turn, meant);
}

/** "…cho cơ sở khác", "…cho HTX Đồng Tâm": for whom it is, said with the wish itself. */
function findMeant(known: readonly KnownEstablishment[], text: string): KnownEstablishment | 'other' | undefined {
  const typed = ` ${foldPhrase(text)} `;
  if (
    / cho (?:mot )?(?:co so|htx|hop tac xa|cong ty|xuong|to hop tac|ho|nha|nguoi|cho) (?:khac|nua|tiep theo|thu (?:hai|ba|tu|nam|\d)) /.test(
      typed,
    )
  )
    return 'other';
  if (saysNext(text) || namesNextHousehold(text) || isForUnknown(known, text)) return 'other';
  const named = known.filter(({ names }) => names.some((name) => typed.includes(` cho ${foldPhrase(name)} `)));
  const [only, another] = named;
  return another === undefined ? only : undefined;
}

/** "Làm tiếp cho nhà chị Hoa", said by who helps others alone: none of whom they helped is called so. */
function isForUnknown(known: readonly KnownEstablishment[], text: string): boolean {
  const words = foldPhrase(text).split(' ');
  const isHelper = known.every(({ membership }) => membership.role !== OWNER);
  const isKnown = known.some(({ names }) =>
    names.some((name) => words.includes(foldPhrase(name).split(' ').at(-1) ?? '')),
  );
  return isHelper && saysHelping(text) && !isKnown;
}

/** The one that was chosen, or none of those that are known; undefined when this person acts for it no more. */
export async function takeEstablishment(
  turn: Turn,
  { id, isToFix }: { id: string | undefined; isToFix: boolean },
): Promise<Reply | undefined> {
  if (id === undefined) return await beginForOther(turn);
  const from = (await listKnown(turn)).find((each) => each.id === id);
  return from === undefined ? undefined : await beginFrom(turn, from, { isToFix });
}

async function beginForOther(turn: Turn): Promise<Reply> {
  const said = saidBefore(turn);
  const role = await findHelperRole(turn, findHelperWords(said));
  const before = role === undefined ? [turn.words.t('establishment:begunOther')] : [];
  return await beginDraft(turn, { before, said, role });
}

async function beginFrom(
  turn: Turn,
  from: KnownEstablishment,
  { isToFix = false, fix }: { isToFix?: boolean; fix?: string } = {},
): Promise<Reply> {
  const said = saidBefore(turn);
  const before = [turn.words.t('establishment:begun', { name: from.name })];
  if (!isToFix) return await beginDraft(turn, { before, said, from });
  return await beginDraft(turn, { said, from }, (draft) => showFixes(turn, draft, { said, fix }));
}

const YES =
  /^(?:dung|dung roi|dung the|phai|phai roi|u|uh|vang|da|ok|oke|co|duoc|chuan|khong sua gi|khong doi gi|khong thay doi)(?: (?:a|nhe|em|luon|day))*$/;
/** "Vẫn dùng thông tin cũ", "y như lần trước nhé", "cứ lấy hồ sơ trước": of these words alone, one of the former at least. */
const AS_BEFORE = {
  sure: new Set('van y cu nguyen nhu giong truoc nay'.split(' ')),
  others: new Set(
    (
      'da vang u uh ok dung roi phai thi em toi minh chau su lay theo giu lai de thong tin tt co so htx hop tac xa phieu ho so ' +
      'lieu ten cong ty xuong tat ca het moi thu do ay lan tren vay the luon a nhe day di cung duoc la'
    ).split(' '),
  ),
};

/** "Ừ đúng rồi", "vẫn như cũ": the one that is shown. */
function meansThis(text: string): boolean {
  const typed = foldPhrase(text);
  const words = typed.split(' ');
  if (YES.test(typed) || saysHeard(text)) return true;
  return (
    words.some((word) => AS_BEFORE.sure.has(word)) &&
    words.every((word) => AS_BEFORE.sure.has(word) || AS_BEFORE.others.has(word))
  );
}

const OTHER =
  /^(?:khac|co so khac|cho khac|nguoi khac|ho khac|khong|ko|k|khong phai|ko phai|moi|co so moi|lam cho co so khac|cho co so khac|khong dung)(?: (?:a|nhe|em|luon))*$/;
const FIX = /^(?:can |co cho can |phai |cho )?(?:sua|doi|thay|chinh)(?: lai)?(?: (.+))?$/;

/** A text while it is asked; undefined when it is a question, or a wish of another kind. */
export async function typeEstablishment(turn: Turn, text: string): Promise<Reply | undefined> {
  const known = await listKnown(turn);
  const typed = foldPhrase(text);
  const [only, another] = known;
  const single = another === undefined ? only : undefined;
  if (OTHER.test(typed)) return await beginForOther(turn);
  if (single !== undefined && meansThis(text)) return await beginFrom(turn, single);
  const agreed = single === undefined ? null : /^([^,.;!\n]+)[,.;!\n]+\s*(.+)$/su.exec(text.trim());
  if (single !== undefined && agreed !== null && meansThis(agreed[1] ?? '')) {
    setState(turn, { step: 'which', said: withTold(turn, agreed[2] ?? '') });
    return await beginFrom(turn, single);
  }
  const fix = single === undefined ? null : FIX.exec(typed);
  if (single !== undefined && fix !== null) return await beginFrom(turn, single, { isToFix: true, fix: fix[1] });
  if (looksLikeQuestion(text)) return undefined;

  const said = saidBefore(turn);
  if (readHelper(text) !== undefined) {
    const helping: Said = { ...(said ?? { text, isWish: true }), helper: text };
    return await askEstablishmentAgain(turn, [turn.words.t('register:forAnother')], helping);
  }
  const named = findNamed(known, text);
  if (named !== undefined) return await beginFrom(turn, named);
  const value = single === undefined ? undefined : findFixable(turn, single.values, text);
  if (single !== undefined && value !== undefined) return await beginFrom(turn, single, { isToFix: true, fix: text });
  if (!isNeedSaid(turn, said) && readNeed(turn, text) !== undefined) {
    return await askEstablishmentAgain(turn, [], withTold(turn, text));
  }
  if (tellsOwn(turn, text)) {
    const heard = turn.words.t('establishment:known.heard');
    return await askEstablishmentAgain(turn, [heard], withTold(turn, text));
  }
  if (isSomethingElse(turn, text)) return undefined;
  const unclear = single === undefined ? 'establishment:which.unclear' : 'establishment:known.unclear';
  return await askEstablishmentAgain(turn, [turn.words.t(unclear)]);
}

/** What is told before it is clear for whom: the need, if that was not said, or something of who speaks. Kept for the request. */
function withTold(turn: Turn, text: string): Said {
  const said = saidBefore(turn);
  if (!isNeedSaid(turn, said) && readNeed(turn, text) !== undefined) return { ...said, text, isWish: true };
  return {
    ...(said ?? { text, isWish: true }),
    own: [said?.own, text].filter((each) => each !== undefined).join('\n'),
  };
}

function isNeedSaid(turn: Turn, said: Said | undefined): boolean {
  return said !== undefined && (said.training !== undefined || readNeed(turn, said.text) !== undefined);
}

function saidBefore(turn: Turn): Said | undefined {
  const state = findState(turn);
  return state?.step === 'which' ? state.said : undefined;
}
