import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { countsQuery, questionsQuery, requestsQuery } from '../../api/queries.ts';
import { QuestionRows } from '../../lists/question-rows.tsx';
import { RequestRows } from '../../lists/request-rows.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { sayDate, sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { Attention } from './attention.tsx';
import classes from './today.module.css';

const SHOWN = 8;

/** What needs a person now, and nothing else. */
export default function Today() {
  const counts = useQuery(countsQuery).data;
  const questions = useInfiniteQuery(questionsQuery({ status: 'waiting' }, String(SHOWN)));
  const requests = useInfiniteQuery(requestsQuery({ status: 'submitted' }, String(SHOWN)));
  const mine = useInfiniteQuery(requestsQuery({ status: 'in-review', mine: '1' }, String(SHOWN)));
  const taken = mine.data?.pages[0]?.items ?? [];
  const waiting = questions.data?.pages[0]?.items ?? [];
  const fresh = requests.data?.pages[0]?.items ?? [];

  return (
    <>
      <PageHead title={t('today.title')}>{sayDate(new Date())}</PageHead>
      {counts?.knowledgeFailedAt ? (
        <p role="alert" className={classes.alert}>
          {t('knowledge.failed', { moment: sayMoment(new Date(counts.knowledgeFailedAt)) })}{' '}
          <Link href="/knowledge">{t('knowledge.nav')}</Link>
        </p>
      ) : null}
      {counts?.lateDataRequests ? (
        <p role="alert" className={classes.alert}>
          {t('data.lateToday', { count: counts.lateDataRequests })} <Link href="/data">{t('data.nav')}</Link>
        </p>
      ) : null}
      <Attention counts={counts} />
      <HolidayNotes holidays={counts?.holidays} />
      <Section
        title={t('today.questions')}
        count={counts?.waitingQuestions}
        note={counts?.lateQuestions ? t('today.late', { count: counts.lateQuestions }) : undefined}
        all={questions.hasNextPage ? { href: '/questions', label: t('today.allQuestions') } : undefined}
        query={questions}
      >
        {waiting.length === 0 ? (
          <Empty title={t('today.noQuestions')}>{t('today.noQuestionsHow')}</Empty>
        ) : (
          <QuestionRows items={waiting} label={t('today.questions')} />
        )}
      </Section>
      <Section
        title={t('today.requests')}
        count={counts?.newRequests}
        all={requests.hasNextPage ? { href: '/requests?status=submitted', label: t('today.allRequests') } : undefined}
        query={requests}
      >
        {fresh.length === 0 ? (
          <Empty title={t('today.noRequests')}>{t('today.noRequestsHow')}</Empty>
        ) : (
          <RequestRows items={fresh} label={t('today.requests')} />
        )}
      </Section>
      {taken.length === 0 ? null : (
        <Section
          title={t('review.list.today')}
          count={taken.length}
          all={mine.hasNextPage ? { href: '/requests?mine=1', label: t('today.allRequests') } : undefined}
          query={mine}
        >
          <RequestRows items={taken} label={t('review.list.today')} />
        </Section>
      )}
    </>
  );
}

/** Terms and promises stand on the holidays: what is missing of them is said before it is too late. */
function HolidayNotes({ holidays }: { holidays: { missingYears: number[]; undecidedYears: number[] } | undefined }) {
  const { missingYears = [], undecidedYears = [] } = holidays ?? {};
  if (missingYears.length === 0 && undecidedYears.length === 0) return null;
  const undecided = undecidedYears.length > 0 && t('today.holidaysUndecided', { years: undecidedYears.join(', ') });
  return (
    <p className={missingYears.length === 0 ? classes.quiet : classes.alert}>
      {missingYears.map((year) => `${t('today.holidaysMissing', { year })} `)}
      {undecided} <Link href="/calendar">{t('nav.calendar')}</Link>
    </p>
  );
}

type SectionProps = {
  title: string;
  count: number | undefined;
  note?: string;
  all: { href: string; label: string } | undefined;
  query: { isPending: boolean; data: unknown; error: unknown; refetch: () => Promise<unknown> };
  children: ReactNode;
};

function Section({ title, count, note, all, query, children }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2>
        {title}
        {count ? <span className={`${classes.count} numbers`}> {count}</span> : null}
        {note === undefined ? null : <span className={classes.note}> {note}</span>}
      </h2>
      {query.isPending ? (
        <Loading rows={3} />
      ) : query.data === undefined ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : (
        children
      )}
      {all === undefined ? null : (
        <Link href={all.href} className={classes.all}>
          {all.label}
        </Link>
      )}
    </section>
  );
}
