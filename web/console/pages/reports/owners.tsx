import '../../words/reports.ts';
import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../api/client.ts';
import { type OwnerItem, ownersQuery } from '../../api/report-queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, errorWords, Failed, Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import { PartsOfReport } from './parts-of-report.tsx';
import classes from './reports.module.css';

const SAID: Record<string, boolean | null> = { unknown: null, women: true, notWomen: false };

/** Who owns the supported establishments, as far as officers know it. */
export default function Owners() {
  const owners = useQuery(ownersQuery);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: ({ item: { id }, womanOwned }: { item: OwnerItem; womanOwned: boolean | null }) =>
      read(api.reports.owners[':id'].$put({ param: { id }, json: { requestId: newRequestId(), womanOwned } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
  return (
    <>
      <PageHead title={t('reports.owners.title')}>{t('reports.owners.explain')}</PageHead>
      <PartsOfReport />
      {owners.isPending ? (
        <Loading />
      ) : owners.data === undefined ? (
        <Failed error={owners.error} retry={() => void owners.refetch()} />
      ) : owners.data.owners.length === 0 ? (
        <Empty title={t('reports.owners.none')}>{t('reports.owners.noneHow')}</Empty>
      ) : (
        <ul className={classes.owners}>
          {owners.data.owners.map((item) => (
            <li key={item.id}>
              <span>
                {item.name}
                <span className={classes.remark}>{item.place}</span>
              </span>
              <NativeSelect
                aria-label={t('reports.owners.label', { name: item.name })}
                value={item.womanOwned === null ? 'unknown' : item.womanOwned ? 'women' : 'notWomen'}
                data={(['unknown', 'women', 'notWomen'] as const).map((value) => ({
                  ...{ value, label: t(`reports.owners.${value}`) },
                }))}
                onChange={({ currentTarget }) => save.mutate({ item, womanOwned: SAID[currentTarget.value] ?? null })}
              />
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={classes.quiet}>
        {save.isSuccess ? t('reports.owners.saved', { name: save.variables.item.name }) : null}
      </p>
      {save.isError ? <p role="alert">{errorWords(save.error)}</p> : null}
    </>
  );
}
