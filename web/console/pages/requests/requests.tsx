import { Chip, NativeSelect } from '@mantine/core';
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
import { ExportButton } from './export-button.tsx';

const STATUSES = ['submitted', 'in-review', 'needs-papers', 'accepted', 'declined', 'withdrawn'] as const;
/** Of a request that became a project; too many to stand beside the others. */
const OF_PROJECTS = [
  ...(['proposed', 'approved', 'contracted', 'in-progress', 'amendment-asked'] as const),
  ...(['inspected', 'settled', 'closed', 'stopped'] as const),
] as const;

/** Every request that was sent, the newest first. */
export default function Requests() {
  const filter = useFilter();
  const ofProject = OF_PROJECTS.find((known) => known === filter.get('status'));
  const status: RequestFilter['status'] = ofProject ?? STATUSES.find((known) => known === filter.get('status'));
  const q = filter.get('q');
  const isMine = filter.get('mine') === '1';
  const shown: RequestFilter = { status, mine: isMine ? '1' : undefined, q: q === '' ? undefined : q };
  const requests = useInfiniteQuery(requestsQuery(shown));
  const items = requests.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = requests.data?.pages[0]?.counts;

  return (
    <>
      <PageHead
        title={t('nav.requests')}
        actions={items.length === 0 ? undefined : <ExportButton key={JSON.stringify(shown)} filter={shown} />}
      />
      <div className={listClasses.tools}>
        <Chip.Group
          value={isMine ? 'mine' : (status ?? 'all')}
          onChange={(value) => filter.setAll({ status: '', mine: '', ...filterOf(String(value)) })}
        >
          <div role="radiogroup" aria-label={t('list.filter')} className={listClasses.chips}>
            {['all', 'mine', ...STATUSES].map((value) => (
              <Chip key={value} value={value} size="md" variant="outline" classNames={{ label: listClasses.chip }}>
                {labelOf(value, counts)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
        <NativeSelect
          aria-label={t('request.filter.project')}
          value={ofProject ?? ''}
          onChange={({ currentTarget }) => filter.setAll({ status: currentTarget.value, mine: '' })}
          data={[
            { value: '', label: withCount(t('request.filter.project'), sumOf(counts)) },
            ...OF_PROJECTS.map((value) => ({
              value,
              label: withCount(t(`request.status.${value}`), counts?.[value]),
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
        <NoRequests isFiltered={status !== undefined} isMine={isMine} q={q} />
      ) : (
        <div className={requests.isPlaceholderData ? listClasses.stale : undefined}>
          <RequestRows items={items} label={t('nav.requests')} />
          <More {...requests} />
        </div>
      )}
    </>
  );
}

function filterOf(value: string): Record<string, string> {
  if (value === 'mine') return { mine: '1' };
  return value === 'all' ? {} : { status: value };
}

type Counts = Record<string, number>;

function labelOf(value: string, counts: Counts | undefined): string {
  const status = STATUSES.find((known) => known === value);
  if (status === undefined && value !== 'mine') return t('request.filter.all');
  const label = status === undefined ? t('review.list.mine') : t(`request.status.${status}`);
  return withCount(label, counts?.[value]);
}

function withCount(label: string, count: number | undefined): string {
  return count ? `${label} (${count})` : label;
}

/** How many are in a plan, or were. */
function sumOf(counts: Counts | undefined): number {
  return OF_PROJECTS.reduce((all, value) => all + (counts?.[value] ?? 0), 0);
}

function NoRequests({ isFiltered, isMine, q }: { isFiltered: boolean; isMine: boolean; q: string }) {
  if (q !== '') return <Empty title={t('list.nothingFound', { q })}>{t('list.nothingFoundHow')}</Empty>;
  if (isMine) return <Empty title={t('review.list.none')}>{t('review.list.noneHow')}</Empty>;
  if (isFiltered) return <Empty title={t('request.noneHere')} />;
  return <Empty title={t('request.none')}>{t('request.noneHow')}</Empty>;
}
