import '../../words/announce.ts';
import { useQuery } from '@tanstack/react-query';
import { api, codeOfError } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import classes from './calls.module.css';
import { CallsActions } from './calls-actions.tsx';
import { CallsOfCommune } from './calls-of-commune.tsx';
import { callsQuery } from './queries.ts';
import { sayCount } from './say-count.ts';

/** Whom an announcement did not reach, a sheet for each commune: on paper for who calls them. */
export default function Calls({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(callsQuery(id));
  const centre = useQuery(meQuery).data?.centre?.name;
  const back = { href: `/announcements/${id}`, label: t('announce.calls.back') };
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    return isGone ? <NotFoundHere back={back} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  const people = data.communes.reduce((sum, commune) => sum + commune.people.length, 0);
  return (
    <>
      <div className="no-print">
        <PageHead
          title={t('announce.calls.title')}
          back={back}
          actions={
            people === 0 ? undefined : (
              <CallsActions fetchWorkbook={() => api.announcements[':id'].calls.workbook.$get({ param: { id } })} />
            )
          }
        >
          {t('announce.calls.explain')}
        </PageHead>
        <p>{t('announce.calls.count', { count: sayCount(people) })}</p>
        {data.waiting === 0 ? null : (
          <p className={classes.warned}>{t('announce.calls.waiting', { count: sayCount(data.waiting) })}</p>
        )}
        {data.saidStop === 0 ? null : (
          <p className={classes.quiet}>{t('announce.calls.saidStop', { count: sayCount(data.saidStop) })}</p>
        )}
        <h2>{t('announce.calls.text')}</h2>
        <p className={classes.text}>{data.text}</p>
      </div>
      {people === 0 ? (
        <Empty title={t('announce.calls.none')}>{t('announce.calls.noneHow')}</Empty>
      ) : (
        data.communes.map((commune) => (
          <CallsOfCommune key={commune.place} commune={commune} text={data.text} centre={centre ?? t('app.title')} />
        ))
      )}
    </>
  );
}
