import '../../words/establishment.ts';
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearch } from 'wouter';
import { codeOfError } from '../../api/client.ts';
import { type EstablishmentData, establishmentQuery } from '../../api/establishment-queries.ts';
import { SampleTag } from '../../parts/marks.tsx';
import { Moment } from '../../parts/moment.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { Fact, Facts } from '../../person/facts.tsx';
import { Members } from '../../person/members.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import { Certificates } from './certificates.tsx';
import { Duplicates } from './duplicates.tsx';
import classes from './establishments.module.css';
import { LatestMerge, Merges } from './merges.tsx';
import { OwnerChoice } from './owner-choice.tsx';
import { ToldApart } from './told-apart.tsx';

const BACK = () => ({ href: '/establishments', label: t('establishment.back') });

/** One establishment: what is known of it, who acts for it, what was sent, and whether it may be written down twice. */
export default function EstablishmentPage({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(establishmentQuery(id));
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    return isGone ? <NotFoundHere back={BACK()} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      <PageHead title={data.name} back={BACK()} marks={data.isSample ? <SampleTag /> : undefined}>
        {data.place}
      </PageHead>
      {data.mergedInto === null ? <Whole establishment={data} /> : <WasMerged establishment={data} />}
    </>
  );
}

function Whole({ establishment }: { establishment: EstablishmentData }) {
  const of = new URLSearchParams(useSearch()).get('certificate') ?? undefined;
  const { id, name, profile, members, requests, duplicates, apart, merges, womanOwned } = establishment;
  return (
    <>
      <LatestMerge merges={merges} keptId={id} />
      <div className={classes.page}>
        {duplicates.length === 0 ? null : (
          <Part title={t('establishment.twice.title')}>
            <Duplicates id={id} duplicates={duplicates} />
          </Part>
        )}
        <Part title={t('establishment.page.profile')}>
          {profile.length === 0 ? <p className={classes.quiet}>{t('establishment.page.profileNone')}</p> : null}
          <Facts>
            {profile.map((item) => (
              <Fact key={item.id} label={item.label}>
                {item.text}
              </Fact>
            ))}
            <Fact label={t('establishment.owner.title')}>
              <OwnerChoice id={id} name={name} womanOwned={womanOwned} />
            </Fact>
          </Facts>
        </Part>
        <Part title={t('establishment.page.members')}>
          {members.length === 0 ? <p className={classes.quiet}>{t('establishment.page.membersNone')}</p> : null}
          <Members members={members} />
        </Part>
        <Part title={t('establishment.page.requests')}>
          <Requests requests={requests} />
        </Part>
        <Part title={t('establishment.certificate.title')}>
          <Certificates establishment={establishment} of={of} />
        </Part>
        {apart.length === 0 ? null : (
          <Part title={t('establishment.apart.title')}>
            <ToldApart id={id} apart={apart} />
          </Part>
        )}
        <Merges merges={merges} keptId={id} />
      </div>
    </>
  );
}

function Requests({ requests }: Pick<EstablishmentData, 'requests'>) {
  if (requests.length === 0) return <p className={classes.quiet}>{t('establishment.page.requestsNone')}</p>;
  return (
    <ul className={classes.list}>
      {requests.map(({ id, code, personName, createdAt }) => (
        <li key={id}>
          <Link href={`/requests/${id}`} className="numbers">
            {code}
          </Link>
          <span className={classes.quiet}>
            {t('establishment.page.by', { name: personName ?? t('establishment.unnamed') })} · <Moment at={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** All that was its own is with the one that was kept. */
function WasMerged({ establishment: { mergedInto, merges } }: { establishment: EstablishmentData }) {
  const merge = merges.find(({ isKept, undoneAt }) => !isKept && undoneAt === null);
  if (mergedInto === null) return null;
  return (
    <Alert color="gray">
      <p className={classes.line}>
        {t('establishment.merged.into')} <Link href={`/establishments/${mergedInto.id}`}>{mergedInto.name}</Link>.
      </p>
      {merge === undefined ? null : (
        <p className={classes.line}>
          {t('establishment.merged.there', {
            officer: merge.officer ?? t('establishment.merged.somebody'),
            moment: sayMoment(new Date(merge.mergedAt)),
          })}
        </p>
      )}
    </Alert>
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
