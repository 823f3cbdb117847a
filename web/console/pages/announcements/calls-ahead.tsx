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
import { callsAheadQuery } from './queries.ts';
import { sayCount } from './say-count.ts';

/** Whom an announcement would not reach if it left now, to be phoned in its place; as the call sheet shows them afterwards. */
export default function CallsAhead({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(callsAheadQuery(id));
  const centre = useQuery(meQuery).data?.centre?.name;
  const back = { href: `/announcements/${id}`, label: t('announce.calls.back') };
  if (isPending) return <Loading />;
  if (data === undefined) {
    // Once it leaves, the call sheet of its page tells.
    const isGone = ['not-found', 'request.invalid', 'announcement.not-allowed'].includes(codeOfError(error));
    return isGone ? <NotFoundHere back={back} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  const people = data.communes.reduce((sum, commune) => sum + commune.people.length, 0);
  return (
    <>
      <div className="no-print">
        <PageHead
          title={t('announce.calls.aheadTitle')}
          back={back}
          actions={
            people === 0 ? undefined : (
              <CallsActions
                fetchWorkbook={() => api.announcements[':id'].calls.ahead.workbook.$get({ param: { id } })}
              />
            )
          }
        >
          {t('announce.calls.aheadExplain')}
        </PageHead>
        <p>{t('announce.calls.aheadCount', { count: sayCount(people) })}</p>
        <h2>{t('announce.calls.text')}</h2>
        <p className={classes.text}>{data.text}</p>
      </div>
      {people === 0 ? (
        <Empty title={t('announce.calls.aheadNone')}>{t('announce.calls.aheadNoneHow')}</Empty>
      ) : (
        data.communes.map((commune) => (
          <CallsOfCommune key={commune.place} commune={commune} text={data.text} centre={centre ?? t('app.title')} />
        ))
      )}
    </>
  );
}
