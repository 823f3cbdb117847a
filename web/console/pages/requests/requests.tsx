import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type RequestFilter, requestsQuery } from '../../api/queries.ts';
import listClasses from '../../lists/list-page.module.css';
import { More } from '../../lists/more.tsx';
import { RequestRows } from '../../lists/request-rows.tsx';
import { SearchBox } from '../../lists/search-box.tsx';
import { useFilter } from '../../lists/use-filter.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';

const STATUSES = ['submitted', 'in-review', 'needs-papers', 'accepted', 'declined', 'withdrawn'] as const;

/** Every request that was sent, the newest first. */
export default function Requests() {
  const filter = useFilter();
  const status: RequestFilter['status'] = STATUSES.find((known) => known === filter.get('status'));
  const q = filter.get('q');
  const requests = useInfiniteQuery(requestsQuery({ status, q: q === '' ? undefined : q }));
  const items = requests.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = requests.data?.pages[0]?.counts;

  return (
    <>
      <PageHead title={t('nav.requests')} />
      <div className={listClasses.tools}>
        <SegmentedControl
          className={listClasses.filter}
          size="md"
          aria-label={t('list.filter')}
          value={status ?? 'all'}
          onChange={(value) => filter.set('status', value === 'all' ? '' : value)}
          data={[
            { value: 'all', label: t('request.filter.all') },
            ...STATUSES.map((known) => ({
              value: known,
              label: counts?.[known]
                ? `${t(`request.status.${known}`)} (${counts[known]})`
                : t(`request.status.${known}`),
            })),
          ]}
        />
        <SearchBox label={t('request.search')} value={q} onSearch={(text) => filter.set('q', text)} />
      </div>
      {requests.isPending ? (
        <Loading />
      ) : requests.data === undefined ? (
        <Failed error={requests.error} retry={() => void requests.refetch()} />
      ) : items.length === 0 ? (
        <NoRequests isFiltered={status !== undefined} q={q} />
      ) : (
        <div className={requests.isPlaceholderData ? listClasses.stale : undefined}>
          <RequestRows items={items} label={t('nav.requests')} />
          <More {...requests} />
        </div>
      )}
    </>
  );
}

function NoRequests({ isFiltered, q }: { isFiltered: boolean; q: string }) {
  if (q !== '') return <Empty title={t('list.nothingFound', { q })}>{t('list.nothingFoundHow')}</Empty>;
  if (isFiltered) return <Empty title={t('request.noneHere')} />;
  return <Empty title={t('request.none')}>{t('request.noneHow')}</Empty>;
}
