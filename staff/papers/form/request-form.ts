import { KEPT_OF_ESTABLISHMENT } from '../../../core/programmes/establishment.ts';
import { officeDay } from '../../../core/time.ts';
import type { Locale, Words } from '../../../locales/words.ts';
import type { RequestDetail } from '../../../records/request-detail.ts';
import type { DescribedItem } from '../../requests/describe-answers.ts';
import { listKeptItems } from '../../requests/kept-items.ts';
import type { ToldAdvice } from '../../requests/tell-advice.ts';
import { nameOfProgramme } from '../export/shared-columns.ts';
import { describeForPaper } from './describe-for-paper.ts';
import { sayPaperDay, sayPaperMoment } from './paper-time.ts';

/** One question with its answer; empty where it is to be filled in by hand. */
export type FormLine = { label: string; text: string; said: string };
/** One reason or sum, with where it is written and how certain that is. */
export type FormGround = { text: string; todo: string; source: string };

/** A request as a paper, all of it in words: what the page shows to be printed and what the template of Word is filled with. */
export type RequestForm = {
  centre: string;
  title: string;
  /** Which request, of what, since when, and how it stands. */
  about: string[];
  /** Only those that have a line. */
  sections: { title: string; lines: FormLine[] }[];
  /** Missing where there is nothing to judge. */
  advice?: { title: string; note: string; verdict: string; reasons: FormGround[]; price: string; sums: FormGround[] };
  photos: { title: string; lines: string[] };
  /** The foot: where and when, and who signs. */
  signing: { placeAndDay: string; signer: string; officer: string; how: string };
  /** What this paper is, and what it is not. */
  origin: string;
};

type Known = {
  request: Pick<RequestDetail, 'code' | 'programme' | 'status' | 'answers' | 'events'>;
  advice: ToldAdvice | null;
  centre: string;
  /** When each stored photo came. */
  photoTimes: ReadonlyMap<string, Date>;
  now: Date;
};

/** Made of what the kind of support asks, so a new kind has its paper by itself. */
export function makeRequestForm(known: Known, { words, locale }: { words: Words; locale: Locale }): RequestForm {
  const { request, advice, centre, photoTimes, now } = known;
  const { t, word } = words;
  const submittedAt = request.events.find(({ kind }) => kind === 'submitted')?.at;
  const items = request.status === 'erased' ? [] : listKeptItems(request).map((item) => describeForPaper(item, locale));
  return {
    centre,
    title: t('papers:form.title'),
    about: [
      t('papers:form.code', { code: request.code }),
      t('papers:form.about', { name: nameOfProgramme(request.programme, { words }) }),
      ...(submittedAt === undefined
        ? []
        : [t('papers:form.submitted', { moment: sayPaperMoment(words, submittedAt) })]),
      t('papers:form.status', { status: word(`console:request.status.${request.status}`) }),
      ...(request.status === 'erased' ? [t('papers:form.erased')] : []),
    ],
    sections: sectionsOf(items, words),
    ...(advice !== null && { advice: adviceOf(advice, { words, now }) }),
    photos: { title: t('papers:form.photos'), lines: photoLines(items, { words, photoTimes }) },
    signing: {
      placeAndDay: t('papers:form.placeAndDay'),
      signer: t('papers:form.signer'),
      officer: t('papers:form.officer'),
      how: t('papers:form.sign'),
    },
    origin: t('papers:form.origin'),
  };
}

const PARTS = ['establishment', 'request', 'details', 'other'] as const;

function sectionsOf(items: readonly DescribedItem[], { t }: Words): RequestForm['sections'] {
  return PARTS.flatMap((part) => {
    const lines = items.filter((item) => partOf(item) === part).map((item) => lineOf(item, { t }));
    return lines.length === 0 ? [] : [{ title: t(`papers:form.${part}`), lines }];
  });
}

/** What is known of the establishment stands together, whichever form asked it. */
function partOf({ id, part }: DescribedItem): (typeof PARTS)[number] {
  return part !== 'other' && KEPT_OF_ESTABLISHMENT.includes(id) ? 'establishment' : part;
}

/** The own words are told of places: an old name says more to a neighbour than the new one. */
function lineOf({ id, label, text, raw }: DescribedItem, { t }: Pick<Words, 't'>): FormLine {
  const isPlace = id === 'commune' || id === 'workshop';
  return { label, text, said: isPlace && raw !== undefined ? t('papers:form.ownWords', { words: raw }) : '' };
}

/** How it stands by the rules and what could be got, as a part of a paper. */
export function adviceOf(
  { verdict, reasons, estimate }: ToldAdvice,
  { words: { t, word }, now }: { words: Words; now: Date },
): NonNullable<RequestForm['advice']> {
  const nameOf = (each: string): string => word(`console-review:advice.verdict.${each}`);
  const sourceOf = ({ source, certainty }: { source?: string; certainty?: string }): string =>
    source === undefined ? '' : t('papers:form.source', { source, certainty });
  return {
    title: t('papers:form.advice'),
    note: t('papers:form.adviceNote', { day: sayPaperDay(officeDay(now)) }),
    verdict: t('papers:form.verdict', { verdict: nameOf(verdict) }),
    reasons: reasons.map((reason) => ({
      text: t('papers:form.reason', { text: reason.text, verdict: nameOf(reason.verdict) }),
      todo: reason.todo === undefined ? '' : t('papers:form.todo', { todo: reason.todo }),
      source: sourceOf(reason),
    })),
    price: estimate === null ? '' : t('papers:form.price', { price: estimate.price }),
    sums: (estimate?.sums ?? []).map((sum) => ({
      text: t('papers:form.sum', { where: sum.where, support: sum.support, own: sum.ownCapital }),
      todo: '',
      source: sourceOf(sum),
    })),
  };
}

function photoLines(
  items: readonly DescribedItem[],
  { words, photoTimes }: { words: Words; photoTimes: Known['photoTimes'] },
): string[] {
  const { t } = words;
  const lines = items
    .filter(({ fileIds }) => fileIds.length > 0)
    .map(({ label, fileIds }) => {
      const photos = fileIds.map((id, at) => {
        const receivedAt = photoTimes.get(id);
        if (receivedAt === undefined) return t('console:photo.numbered', { number: at + 1 });
        return t('papers:form.onePhoto', { number: at + 1, moment: sayPaperMoment(words, receivedAt) });
      });
      return t('papers:form.photo', { label, photos: photos.join('; ') });
    });
  return lines.length === 0 ? [t('papers:form.noPhotos')] : lines;
}
