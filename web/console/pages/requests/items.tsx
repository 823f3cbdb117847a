import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { personQuery, type RequestData } from '../../api/queries.ts';
import { Mark } from '../../parts/marks.tsx';
import { PhotoSheet } from '../../photos/photo-sheet.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { pageLocale, t } from '../../words/words.ts';
import classes from './items.module.css';
import { MarkItem } from './mark-item.tsx';
import type { Correcting } from './use-correction.tsx';
import type { Marks } from './use-marks.ts';

type Item = RequestData['items'][number];
type Returned = RequestData['returned'][number];

type Props = {
  request: RequestData;
  onPhoto: (id: string) => void;
  /** What is marked to go back; undefined when this officer cannot return anything now. */
  marking: { marks: Marks; mark: (questionId: string, remark: string | undefined) => void } | undefined;
  correcting: Correcting;
};

const PARTS = ['request', 'details', 'other'] as const;

/** All that the dossier asks for and holds, part by part, with what came back and what is still missing. */
export function Items({ request, onPhoto, marking, correcting }: Props) {
  const { items, returned } = request;
  if (items.every(({ isAnswered }) => !isAnswered)) return <p className={classes.none}>{t('request.noAnswers')}</p>;
  const parts = PARTS.map((part) => ({ part, of: items.filter((item) => item.part === part) }));
  return (
    <>
      {parts
        .filter(({ of }) => of.length > 0)
        .map(({ part, of }) => (
          <section key={part} aria-label={t(`review.parts.${part}`)} className={classes.part}>
            <h3>
              {t(`review.parts.${part}`)}
              {part === 'details' ? <span className={classes.counted}> {counted(of)}</span> : null}
            </h3>
            {marking === undefined || part === 'other' ? null : (
              // Each box says by itself what it is.
              <p aria-hidden className={`${classes.column} no-print`}>
                {t('review.items.mark')}
              </p>
            )}
            <dl className={classes.items}>
              {of.map((item) => (
                <div key={item.id} data-item={item.id}>
                  <dt>{item.label}</dt>
                  <dd className={item.isSkipped ? classes.skipped : undefined}>
                    <div>
                      <Answer item={item} />
                      <Photos item={item} personId={request.personId} onPhoto={onPhoto} />
                      {marking === undefined ? null : <Retake item={item} marking={marking} />}
                      <Back item={item} returned={returned.find(({ questionId }) => questionId === item.id)} />
                    </div>
                    <Correct item={item} correcting={correcting} />
                    {marking === undefined || !item.isReturnable ? null : (
                      <MarkItem
                        label={item.label}
                        remark={marking.marks[item.id]}
                        onMark={(remark) => marking.mark(item.id, remark)}
                      />
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </>
  );
}

/** As the sender counts: all that is asked of all machines (`machines.2.price`) is one item. */
function counted(items: Item[]): string {
  const itemsOf = (of: Item[]) => new Set(of.map(({ id }) => id.split('.')[0])).size;
  const total = itemsOf(items);
  return t('review.items.counted', { answered: total - itemsOf(items.filter(({ isAnswered }) => !isAnswered)), total });
}

function Answer({ item }: { item: Item }) {
  if (!item.isAnswered) return <span className={classes.missing}>{t('review.items.missing')}</span>;
  return (
    <>
      <Text item={item} />
      {item.raw === undefined ? null : <span className={classes.raw}>{t('request.inWords', { raw: item.raw })}</span>}
      {item.warning === undefined ? null : <span className={classes.warning}>{item.warning}</span>}
    </>
  );
}

function Text({ item }: { item: Item }) {
  const digits = item.text.replace(/[^\d+]/g, '');
  if (item.id === 'phone' && digits !== '') return <a href={`tel:${digits}`}>{item.text}</a>;
  if (item.exactVnd !== undefined) return <span title={exactly(item.exactVnd)}>{item.text}</span>;
  return item.text;
}

/** "300.000.000 đồng" */
function exactly({ min, max }: { min: number; max: number }): string {
  const format = new Intl.NumberFormat(pageLocale() === 'en' ? 'en-GB' : 'vi-VN');
  const sums = min === max ? [min] : [min, max];
  return t('request.exactly', { sum: sums.map((sum) => format.format(sum)).join(' – ') });
}

/** The photos of one item. Their sizes come with the person's; one that is not known yet takes that of a sheet of paper. */
function Photos({ item, personId, onPhoto }: { item: Item; personId: string; onPhoto: (id: string) => void }) {
  const known = useQuery(personQuery(personId)).data?.photos ?? [];
  if (item.fileIds.length === 0) return null;
  const photos = item.fileIds.map(
    (id) =>
      known.find((photo) => photo.id === id) ?? { id, width: 900, height: 1200, createdAt: item.answeredAt ?? '' },
  );
  return (
    <div className={classes.photos}>
      <PhotoSheet photos={photos} onOpen={onPhoto} marks={item.photoMarks} />
    </div>
  );
}

/** Marks the item to go back, with the reason written: nobody types "bị mờ" ten times a day. */
function Retake({ item, marking }: { item: Item; marking: NonNullable<Props['marking']> }) {
  const { retakeReason } = item;
  if (retakeReason === null || !item.isReturnable || marking.marks[item.id] !== undefined) return null;
  return (
    <Button
      className="no-print"
      variant="default"
      mt="xs"
      aria-label={`${t('review.photoMark.retake')}: ${item.label}`}
      onClick={() => marking.mark(item.id, retakeReason)}
    >
      {t('review.photoMark.retake')}
    </Button>
  );
}

/** For somebody who phones, or a slip; the dialog says the rest. */
function Correct({ item, correcting }: { item: Item; correcting: Correcting }) {
  const { id: questionId, label, entry, text, answeredAt: seen } = item;
  if (entry === null) return null;
  return (
    <Button
      className={`${classes.correct} no-print`}
      variant="subtle"
      aria-label={t('review.correct.doItem', { label })}
      onClick={() => correcting.open({ questionId, label, text, seen, entry })}
    >
      {t('review.correct.do')}
    </Button>
  );
}

/** What was said when this item last came back, and what became of it. */
function Back({ item, returned }: { item: Item; returned: Returned | undefined }) {
  if (returned === undefined) return null;
  return (
    <div className={classes.back}>
      <p>{t('review.items.returned', { moment: sayMoment(new Date(returned.returnedAt)), remark: returned.remark })}</p>
      {returned.isOpen || item.answeredAt === null ? (
        <Mark tone="waits">{t('review.items.open')}</Mark>
      ) : (
        <Mark tone="done">{t('review.items.mended', { moment: sayMoment(new Date(item.answeredAt)) })}</Mark>
      )}
    </div>
  );
}
