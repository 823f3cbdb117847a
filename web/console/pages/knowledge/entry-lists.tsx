import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import listClasses from '../../lists/list-page.module.css';
import rowClasses from '../../lists/rows.module.css';
import { Rows } from '../../lists/rows.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './knowledge.module.css';
import { type EntryList, listQuery } from './queries.ts';
import { sayCertainty, sayKind } from './say-knowledge.ts';
import { PendingMark, StandingMark } from './standing-mark.tsx';

/** Of what came with the product, until all is asked for: it is mostly searched. */
const FIRST_SHOWN = 30;

type Tab = 'articles' | 'rates';

/** The centre's own entries first, then those that came with the product. */
export function EntryLists({ tab, q }: { tab: Tab; q: string }) {
  const [isWhole, showAll] = useState(false);
  const list = useQuery(listQuery(tab === 'articles' ? 'article' : 'rate', q));
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <Failed error={list.error} retry={() => void list.refetch()} />;
  const { entries, shipped } = list.data;
  if (q !== '' && entries.length === 0 && shipped.length === 0) {
    return <Empty title={t('list.nothingFound', { q })}>{t('list.nothingFoundHow')}</Empty>;
  }
  return (
    <div className={list.isPlaceholderData ? listClasses.stale : undefined}>
      {q !== '' && entries.length === 0 ? null : (
        <section className={classes.group}>
          <h2>{t(`knowledge.own.${tab}`)}</h2>
          {entries.length === 0 ? (
            <Empty title={t(`knowledge.none.${tab}`)}>{t(`knowledge.noneHow.${tab}`)}</Empty>
          ) : (
            <Own tab={tab} entries={entries} />
          )}
        </section>
      )}
      {shipped.length === 0 ? null : (
        <section className={classes.group}>
          <h2>
            {t(`knowledge.shipped.${tab}`)} ({shipped.length})
          </h2>
          <Shipped tab={tab} items={isWhole || q !== '' ? shipped : shipped.slice(0, FIRST_SHOWN)} />
          {isWhole || q !== '' || shipped.length <= FIRST_SHOWN ? null : (
            <Button variant="default" onClick={() => showAll(true)}>
              {t('knowledge.showAll', { count: shipped.length })}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}

function Own({ tab, entries }: { tab: Tab; entries: EntryList['entries'] }) {
  const columns = [t('knowledge.column.name'), t('knowledge.column.state'), t('knowledge.column.by')];
  return (
    <Rows label={t(`knowledge.own.${tab}`)} columns={columns}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td className={rowClasses.wide}>
            <Link href={`/knowledge/${tab}/${entry.id}`} data-row>
              {nameOf(entry)}
            </Link>
            {entry.isInPlaceOfShipped ? (
              <div className={`${rowClasses.quiet} ${rowClasses.small}`}>
                {t(tab === 'rates' ? 'knowledge.inPlaceRate' : 'knowledge.inPlace')}
              </div>
            ) : null}
          </td>
          <td className={rowClasses.wide}>
            <StandingMark standing={entry.standing} />
            <PendingMark entry={entry} />
          </td>
          <td className={`${rowClasses.wide} ${rowClasses.quiet}`}>
            {t('knowledge.changedBy', {
              officer: entry.by ?? t('knowledge.versions.somebody'),
              moment: sayMoment(new Date(entry.updatedAt)),
            })}
          </td>
        </tr>
      ))}
    </Rows>
  );
}

function Shipped({ tab, items }: { tab: Tab; items: EntryList['shipped'] }) {
  return (
    <Rows
      label={t(`knowledge.shipped.${tab}`)}
      columns={[t('knowledge.column.name'), t('knowledge.column.source'), t('knowledge.column.state')]}
    >
      {items.map(({ id, title, certainty, entryId }) => (
        <tr key={id}>
          <td className={rowClasses.wide}>
            <Link
              href={entryId === null ? `/knowledge/${tab}/new?from=${id}` : `/knowledge/${tab}/${entryId}`}
              data-row
            >
              {title}
            </Link>
            {tab === 'rates' ? <div className={`${rowClasses.quiet} ${rowClasses.small}`}>{id}</div> : null}
          </td>
          <td className={`${rowClasses.wide} ${rowClasses.quiet}`}>{sayCertainty(certainty)}</td>
          <td className={`${rowClasses.wide} ${rowClasses.quiet}`}>
            {entryId === null ? null : t('knowledge.ownEntry')}
          </td>
        </tr>
      ))}
    </Rows>
  );
}

/** The title of an article, "Máy móc, thiết bị: Thông tư 28/2018/TT-BTC" of a rate. */
export function nameOf(entry: Pick<EntryList['entries'][number], 'kind' | 'content'>): string {
  return 'title' in entry.content ? entry.content.title : `${sayKind(entry.content.kind)}: ${entry.content.document}`;
}
