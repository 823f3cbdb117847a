import '../../words/establishment.ts';
import { Chip, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import {
  communesQuery,
  type EstablishmentFilter,
  type EstablishmentItem,
  establishmentsQuery,
} from '../../api/establishment-queries.ts';
import listClasses from '../../lists/list-page.module.css';
import { More } from '../../lists/more.tsx';
import rowClasses from '../../lists/rows.module.css';
import { Rows } from '../../lists/rows.tsx';
import { SearchBox } from '../../lists/search-box.tsx';
import { useFilter } from '../../lists/use-filter.ts';
import { Mark, SampleTag } from '../../parts/marks.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { EndingSoon } from './ending-soon.tsx';
import classes from './establishments.module.css';

/** Who produces: every establishment that sent a request, the one with the newest word first. */
export default function Establishments() {
  const filter = useFilter();
  const [q, commune, twice] = [filter.get('q'), filter.get('commune'), filter.get('twice')];
  const shown: EstablishmentFilter = {
    ...(q === '' ? {} : { q }),
    ...(commune === '' ? {} : { commune }),
    ...(twice === '1' ? { twice: '1' } : {}),
  };
  const found = useInfiniteQuery(establishmentsQuery(shown));
  const communes = useQuery(communesQuery).data?.communes ?? [];
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={t('establishment.nav')}>{t('establishment.explain')}</PageHead>
      <EndingSoon />
      <div className={listClasses.tools}>
        <Chip.Group
          value={twice === '1' ? 'twice' : 'all'}
          onChange={(value) => filter.set('twice', value === 'twice' ? '1' : '')}
        >
          <div role="radiogroup" aria-label={t('list.filter')} className={listClasses.chips}>
            {(['all', 'twice'] as const).map((value) => (
              <Chip key={value} value={value} size="md" variant="outline" classNames={{ label: listClasses.chip }}>
                {t(`establishment.filter.${value}`)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
        <NativeSelect
          className={classes.communes}
          aria-label={t('establishment.commune')}
          value={commune}
          onChange={(event) => filter.set('commune', event.currentTarget.value)}
          data={[
            { value: '', label: t('establishment.everywhere') },
            ...communes.map(({ code, name, count }) => ({
              value: code,
              label: t('establishment.communeCount', { name, count }),
            })),
          ]}
        />
        <SearchBox label={t('establishment.search')} value={q} onSearch={(text) => filter.set('q', text)} />
      </div>
      {found.isPending ? (
        <Loading />
      ) : found.data === undefined ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : items.length === 0 ? (
        <None {...shown} />
      ) : (
        <div className={found.isPlaceholderData ? listClasses.stale : undefined}>
          <EstablishmentRows items={items} />
          <More {...found} />
        </div>
      )}
    </>
  );
}

function EstablishmentRows({ items }: { items: EstablishmentItem[] }) {
  const columns = (['name', 'product', 'place', 'counts'] as const).map((name) => t(`establishment.column.${name}`));
  return (
    <Rows label={t('establishment.nav')} columns={columns}>
      {items.map((item) => (
        <tr key={item.id}>
          <td className={rowClasses.wide}>
            <span className={rowClasses.names}>
              <Link href={`/establishments/${item.id}`} data-row>
                {item.name}
              </Link>
              {item.isSample ? <SampleTag /> : null}
              {item.hasDuplicate ? <Mark tone="waits">{t('establishment.maybeTwice')}</Mark> : null}
            </span>
          </td>
          <td className={rowClasses.wide}>
            <span className={rowClasses.clamp}>{item.product}</span>
          </td>
          <td className={`${rowClasses.wide} ${rowClasses.quiet}`}>{item.place}</td>
          <td className={`${rowClasses.when} ${rowClasses.quiet} numbers`}>
            {t('establishment.counts', { requests: item.requests, members: item.members })}
          </td>
        </tr>
      ))}
    </Rows>
  );
}

function None({ q, commune, twice }: EstablishmentFilter) {
  if (q !== undefined) return <Empty title={t('list.nothingFound', { q })}>{t('list.nothingFoundHow')}</Empty>;
  if (twice !== undefined) {
    return <Empty title={t('establishment.noneTwice')}>{t('establishment.noneTwiceHow')}</Empty>;
  }
  if (commune !== undefined) return <Empty title={t('establishment.noneHere')} />;
  return <Empty title={t('establishment.none')}>{t('establishment.noneHow')}</Empty>;
}
