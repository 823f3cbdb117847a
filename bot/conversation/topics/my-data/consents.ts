import { listApplications } from '../../../../records/applications.ts';
import { findConsent, withdrawConsents } from '../../../../records/consents.ts';
import { recordDoneDataRequest } from '../../../../records/data-requests.ts';
import { listFollows } from '../../../../records/follows.ts';
import { eraseDrafts } from '../../../../records/personal-data.ts';
import type { Reply, Turn } from '../../topic.ts';
import { sayTopics } from '../news/follow.ts';
import { handToOfficers } from './ask-officers.ts';
import { wayBack } from './ways.ts';

/** Nobody considers these any more. */
const OVER: ReadonlySet<string> = new Set([
  'declined',
  'withdrawn',
  'discarded',
  'expired',
  'erased',
  'closed',
  'stopped',
]);

/** What was agreed to, each purpose apart, and how to take each back. */
export async function showConsents(turn: Turn): Promise<Reply> {
  const { tx, person, words } = turn;
  const back = { key: 'my-data:show', label: words.t('my-data:back') };
  const hasRequest = (await findConsent(tx, { personId: person.id, purpose: 'request' })) !== undefined;
  const hasNews = person.wantsNews;
  const { follows } = await listFollows(tx, person.id);
  if (!hasRequest && !hasNews && follows.length === 0) {
    return {
      paragraphs: [words.t('my-data:noConsent')],
      choices: [{ key: 'my-data:limit', label: words.t('my-data:limit') }, back],
    };
  }
  return {
    paragraphs: [
      words.t('my-data:agreedTo'),
      ...(hasRequest ? [words.t('my-data:agreed.request')] : []),
      ...(hasNews ? [words.t('my-data:agreed.news')] : []),
      ...(follows.length === 0 ? [] : [words.t('my-data:agreed.follows', { topics: sayTopics(words, follows) })]),
    ],
    choices: [
      ...(hasRequest ? [{ key: 'my-data:ask-withdraw', label: words.t('my-data:withdrawRequest') }] : []),
      ...(hasNews || follows.length > 0 ? [{ key: 'news:ask-stop', label: words.t('my-data:withdrawNews') }] : []),
      back,
    ],
  };
}

/** Says what follows before anything is done. */
export async function askWithdraw(turn: Turn): Promise<Reply> {
  const { words } = turn;
  const { drafts, open } = await findConcerned(turn);
  return {
    paragraphs: [
      words.t('my-data:withdrawMeans'),
      ...(drafts === 0 ? [] : [words.t('my-data:withdrawDrafts')]),
      ...(open.length === 0 ? [] : [words.t('my-data:withdrawSent', { codes: open.join(', ') })]),
    ],
    choices: [
      { key: 'my-data:withdraw-now', label: words.t('my-data:withdrawNow') },
      { key: 'my-data:keep', label: words.t('my-data:keepConsent') },
    ],
  };
}

/** Takes the consent back: drafts go at once, what officers have in hand they must stop within the law's days. */
export async function withdrawNow(turn: Turn): Promise<Reply> {
  const { tx, ids, person, contact, inbound, conversation, words, now } = turn;
  const withdrawn = await withdrawConsents(tx, { personId: person.id, purpose: 'request', now });
  if (withdrawn === 0) return { paragraphs: [words.t('my-data:noConsent')], choices: [wayBack(turn)] };
  person.agreedTo = undefined;
  const { open } = await findConcerned(turn);
  await eraseDrafts(tx, { personId: person.id, requestId: inbound.id, ids, now });
  // What was set aside was a form that nobody may fill in now.
  conversation.open = undefined;
  conversation.paused = undefined;
  const before = [words.t('my-data:withdrawn')];
  if (open.length > 0) return await handToOfficers(turn, { kind: 'withdraw', text: open.join(', '), before });
  await recordDoneDataRequest(tx, {
    ...{ id: ids.next(), personId: person.id, kind: 'withdraw', channel: contact.channel, now },
    facts: { purposes: ['request'] },
  });
  return { paragraphs: before, choices: [wayBack(turn)] };
}

async function findConcerned({ tx, person }: Turn): Promise<{ drafts: number; open: string[] }> {
  const applications = await listApplications(tx, person.id);
  return {
    drafts: applications.filter(({ status }) => status === 'draft').length,
    open: applications.flatMap(({ code, status, personId }) =>
      code !== undefined && personId === person.id && !OVER.has(status) ? [code] : [],
    ),
  };
}
