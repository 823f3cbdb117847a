import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import listClasses from '../../lists/list-page.module.css';
import { SearchBox } from '../../lists/search-box.tsx';
import { useFilter } from '../../lists/use-filter.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { t } from '../../words/words.ts';
import { Cases } from './cases.tsx';
import { EntryLists } from './entry-lists.tsx';
import { OverviewNotes } from './overview-notes.tsx';
import { overviewQuery } from './queries.ts';

const TABS = ['articles', 'rates', 'cases'] as const;
const NEW_OF = { articles: 'article', rates: 'rate' } as const;

/** What the assistant answers from: the centre's own articles and rates, and what came with the product. */
export default function Knowledge() {
  const filter = useFilter();
  const tab = TABS.find((one) => one === filter.get('tab')) ?? 'articles';
  const q = filter.get('q');
  const overview = useQuery(overviewQuery).data;
  return (
    <>
      <PageHead
        title={t('knowledge.nav')}
        actions={
          tab === 'cases' ? undefined : (
            <Button component={Link} href={`/knowledge/${tab}/new`} leftSection={<Icon name="plus" />}>
              {t(`knowledge.new.${NEW_OF[tab]}`)}
            </Button>
          )
        }
      >
        {t('knowledge.explain')}
      </PageHead>
      {overview === undefined ? null : <OverviewNotes overview={overview} />}
      <div className={listClasses.tools}>
        <SegmentedControl
          className={listClasses.filter}
          size="md"
          aria-label={t('list.filter')}
          value={tab}
          onChange={(value) => filter.setAll({ tab: value === 'articles' ? '' : value, q: '' })}
          data={TABS.map((value) => ({ value, label: t(`knowledge.tab.${value}`) }))}
        />
        {tab === 'cases' ? null : (
          <SearchBox
            key={tab}
            label={t(`knowledge.search.${tab}`)}
            value={q}
            onSearch={(text) => filter.set('q', text)}
          />
        )}
      </div>
      {tab === 'cases' ? <Cases /> : <EntryLists tab={tab} q={q} />}
    </>
  );
}
