import { type Project, projectOf } from '../../../core/applications/project.ts';
import { sayMoney } from '../../../core/forms/fields/money-field.ts';
import { KEPT_OF_ESTABLISHMENT } from '../../../core/programmes/establishment.ts';
import { say } from '../../../locales/say.ts';
import type { Locale, Words } from '../../../locales/words.ts';
import type { RequestDetail } from '../../../records/request-detail.ts';
import type { DescribedItem } from '../../requests/describe-answers.ts';
import { listKeptItems } from '../../requests/kept-items.ts';
import type { ToldAdvice } from '../../requests/tell-advice.ts';
import { nameOfProgramme } from '../export/shared-columns.ts';
import { describeForPaper } from '../form/describe-for-paper.ts';
import { sayPaperDay, sayPaperMoment } from '../form/paper-time.ts';
import { keepTogether, typeset } from '../template/typeset.ts';

type Line = { label: string; text: string };
type Event = { id: string; kind: string; moment: string; by: string | null };

/** A request on one sheet (A4): what does not fit is counted, and the whole stands on its other papers. */
export type RequestSummary = {
  centre: string;
  code: string;
  about: string[];
  who: Line[];
  what: Line[];
  money: Line[];
  /** Missing where there is nothing to judge. */
  advice?: { verdict: string; reasons: { text: string; source: string }[]; more: string };
  papers: { had: string[]; missing: string[] };
  /** The newest last; `more` says how many came before. The page has the words of each kind. */
  history: { more: string; events: Event[] };
};

type Known = {
  request: Pick<RequestDetail, 'code' | 'programme' | 'status' | 'answers' | 'events' | 'holder'>;
  advice: ToldAdvice | null;
  centre: string;
  now: Date;
};
type Speaker = { words: Words; locale: Locale };

/** So that the sheet stays one, whatever a person wrote. */
const MOST = { lines: 8, letters: 90, partLetters: 50, reasons: 5, papers: 8, events: 8 };

export function makeRequestSummary({ request, advice, centre, now }: Known, speaker: Speaker): RequestSummary {
  const { words, locale } = speaker;
  const { t } = words;
  const isErased = request.status === 'erased';
  const kept = isErased ? [] : listKeptItems(request);
  const items = kept.map((item) => ({ ...describeForPaper(item, locale), field: item.asked?.question.field.kind }));
  const told = items.filter(({ isAnswered, isSkipped, text }) => isAnswered && !isSkipped && text !== '');
  const photos = items.filter(({ field }) => field === 'photos');
  const others = joinGroups(told.filter(({ field }) => field !== 'photos'));
  const isWho = ({ id }: Said): boolean => KEPT_OF_ESTABLISHMENT.includes(id);
  const isMoney = ({ exactVnd }: Said): boolean => exactVnd !== undefined;
  return typeset({
    centre,
    code: request.code,
    about: aboutLines({ request, now }, speaker),
    who: shorten(others.filter(isWho), words),
    what: shorten(
      others.filter((item) => !isWho(item) && !isMoney(item)),
      words,
    ),
    money: [
      ...shorten(others.filter(isMoney), words),
      ...(advice?.estimate?.sums ?? []).map((sum) => ({
        label: sum.where,
        text: t('papers:summary.sum', { support: sum.support, own: sum.ownCapital, certainty: sum.certainty }),
      })),
      ...projectLines(projectOf(request.events), speaker),
    ],
    ...(advice !== null && { advice: shortAdvice(advice, words) }),
    papers: {
      had: photos
        .filter(({ fileIds }) => fileIds.length > 0)
        .slice(0, MOST.papers)
        .map(({ label, fileIds }) => t('papers:summary.had', { label, count: fileIds.length })),
      missing: photos
        .filter(({ fileIds }) => fileIds.length === 0)
        .slice(0, MOST.papers)
        .map(({ label, isSkipped, text }) => (isSkipped ? t('papers:summary.saidMissing', { label, text }) : label)),
    },
    history: shortHistory(request.events, words),
  });
}

function aboutLines({ request, now }: Pick<Known, 'request' | 'now'>, { words }: Speaker): string[] {
  const { t, word } = words;
  const submittedAt = request.events.find(({ kind }) => kind === 'submitted')?.at;
  const holder = request.holder?.name ?? undefined;
  return [
    t('papers:form.about', { name: nameOfProgramme(request.programme, { words }) }),
    t('papers:form.status', { status: word(`console:request.status.${request.status}`) }),
    ...(submittedAt === undefined ? [] : [t('papers:form.submitted', { moment: sayPaperMoment(words, submittedAt) })]),
    ...(holder === undefined ? [] : [t('papers:summary.holder', { name: holder })]),
    t('papers:summary.made', { moment: sayPaperMoment(words, now) }),
    ...(request.status === 'erased' ? [t('papers:form.erased')] : []),
  ];
}

type Said = Pick<DescribedItem, 'id' | 'label' | 'text' | 'exactVnd'>;

/** What was told of each machine is one line: "Máy 1: Lò sấy, Máy mới, 300 triệu đồng". */
function joinGroups(items: readonly Said[]): Said[] {
  const groups = Map.groupBy(items, ({ id }) => /^[^.]+\.\d+(?=\.)/.exec(id)?.[0] ?? id);
  return [...groups].map(([id, [first, ...rest]]) => {
    if (first === undefined || first.id === id) return first ?? { id, label: id, text: '' };
    const text = [first, ...rest].map((each) => clip(each.text, MOST.partLetters)).join(', ');
    return { id, label: first.label.split(',')[0] ?? first.label, text };
  });
}

function shorten(items: readonly Said[], { t }: Words): Line[] {
  const lines = items.slice(0, MOST.lines).map(({ label, text }) => ({ label, text: clip(text) }));
  const left = items.length - lines.length;
  return left === 0
    ? lines
    : [...lines, { label: t('papers:summary.others'), text: t('papers:summary.more', { count: left }) }];
}

function clip(text: string, most = MOST.letters): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length <= most ? flat : `${flat.slice(0, most - 1).trimEnd()}…`;
}

/** What the plan, the decision and the settlement say, as far as they have been. */
function projectLines(project: Project | undefined, { words, locale }: Speaker): Line[] {
  if (project === undefined) return [];
  const { t } = words;
  const money = (vnd: number | null): string =>
    vnd === null || vnd === 0 ? '' : say(words, locale, sayMoney({ minVnd: vnd, maxVnd: vnd }));
  const sums = (national: number | null, local: number | null, counterpart: number | null): string =>
    [
      { sum: money(national), of: t('papers:summary.national') },
      { sum: money(local), of: t('papers:summary.local') },
      { sum: money(counterpart), of: t('papers:summary.counterpart') },
    ]
      .filter(({ sum }) => sum !== '')
      .map(({ sum, of }) => `${of} ${sum}`)
      .join('; ');
  const { planYear, proposedVnd, contractNumber, signedOn } = project;
  const contract = { number: contractNumber ?? '', day: signedOn === null ? '' : sayPaperDay(signedOn) };
  return [
    { label: t('papers:summary.proposed', { year: planYear }), text: money(proposedVnd) || t('papers:summary.noSum') },
    { label: t('papers:summary.approved'), text: sums(project.nationalVnd, project.localVnd, project.counterpartVnd) },
    {
      label: t('papers:summary.contract'),
      text: contractNumber === null ? '' : t('papers:summary.contractOf', contract),
    },
    {
      label: t('papers:summary.paid'),
      text: sums(project.paidNationalVnd, project.paidLocalVnd, project.paidCounterpartVnd),
    },
  ].filter(({ text }) => text !== '');
}

function shortAdvice({ verdict, reasons }: ToldAdvice, { t, word }: Words): NonNullable<RequestSummary['advice']> {
  const nameOf = (each: string): string => word(`console-review:advice.verdict.${each}`);
  const left = reasons.length - MOST.reasons;
  return {
    verdict: nameOf(verdict),
    reasons: reasons.slice(0, MOST.reasons).map((reason) => ({
      text: [
        t('papers:form.reason', { text: reason.text, verdict: nameOf(reason.verdict) }),
        ...(reason.todo === undefined ? [] : [t('papers:form.todo', { todo: reason.todo })]),
      ].join('. '),
      source: reason.source ?? '',
    })),
    more: left <= 0 ? '' : t('papers:summary.more', { count: left }),
  };
}

function shortHistory(events: Known['request']['events'], words: Words): RequestSummary['history'] {
  const left = events.length - MOST.events;
  const latest = events.slice(-MOST.events).map(({ id, kind, at, actorKind, actorName }) => ({
    ...{ id, kind, moment: keepTogether(sayPaperMoment(words, at)) },
    by: actorKind === 'officer' ? actorName : null,
  }));
  return { more: left <= 0 ? '' : words.t('papers:summary.before', { count: left }), events: latest };
}
