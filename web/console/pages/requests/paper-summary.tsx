import { Button } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { ReactNode } from 'react';
import { api, codeOfError, read } from '../../api/client.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import '../../words/papers.ts';
import { t, tell } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import classes from './paper-summary.module.css';

type Summary = InferResponseType<(typeof api.papers.requests)[':id']['summary']['$get'], 200>['summary'];

const summaryQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', id, 'summary'],
    queryFn: () => read(api.papers.requests[':id'].summary.$get({ param: { id } })),
  });

/** One request on one sheet: who, what, how much, whether the rules seem met, its papers, what has happened. */
export default function PaperSummary({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(summaryQuery(id));
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    const back = { href: '/requests', label: t('nav.requests') };
    return isGone ? <NotFoundHere back={back} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  const { summary } = data;
  return (
    <>
      <div className="no-print">
        <PageHead
          title={t('papers.summary.title', { code: summary.code })}
          back={{ href: `/requests/${id}`, label: summary.code }}
          actions={
            <Button leftSection={<Icon name="print" />} onClick={() => window.print()}>
              {t('papers.page.print')}
            </Button>
          }
        />
      </div>
      <Sheet summary={summary} />
    </>
  );
}

function Sheet({ summary: { centre, code, about, who, what, money, advice, papers, history } }: { summary: Summary }) {
  return (
    <article className={classes.sheet}>
      <header>
        <p className={classes.centre}>{centre}</p>
        <h1>{t('papers.summary.title', { code })}</h1>
        <p>{about.join(' · ')}</p>
      </header>
      <Part title={t('papers.summary.who')}>
        <div className={classes.columns}>
          <Lines of={who} />
        </div>
      </Part>
      <Part title={t('papers.summary.what')}>
        <Lines of={what} />
      </Part>
      <Part title={t('papers.summary.money')}>
        <Lines of={money} />
      </Part>
      {advice === undefined ? null : (
        <Part title={t('papers.summary.advice', { verdict: advice.verdict })}>
          <p className={classes.small}>{t('papers.summary.adviceNote')}</p>
          <ul>
            {advice.reasons.map(({ text, source }) => (
              <li key={`${text} ${source}`}>
                {text} <span className={classes.small}>{source}</span>
              </li>
            ))}
          </ul>
          {advice.more === '' ? null : <p className={classes.small}>{advice.more}</p>}
        </Part>
      )}
      <Part title={t('papers.summary.papers')}>
        <Lines
          of={[
            { label: t('papers.summary.hadTitle'), text: papers.had.join('; ') || t('papers.summary.nothing') },
            { label: t('papers.summary.missingTitle'), text: papers.missing.join('; ') || t('papers.summary.nothing') },
          ]}
        />
      </Part>
      <Part title={t('papers.summary.history')}>
        {history.more === '' ? null : <p className={classes.small}>{history.more}</p>}
        <ol className={classes.columns}>
          {history.events.map(({ id, kind, moment, by }) => (
            <li key={id}>
              {moment}: {tell(`event.${kind}`) ?? kind}
              {by === null ? '' : ` (${by})`}
            </li>
          ))}
        </ol>
      </Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Lines({ of }: { of: Summary['who'] }) {
  if (of.length === 0) return <p>{t('papers.summary.nothing')}</p>;
  return (
    <dl>
      {of.map(({ label, text }) => (
        <div key={`${label} ${text}`}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
