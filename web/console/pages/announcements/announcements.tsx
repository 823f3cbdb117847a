import '../../words/announce.ts';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { More } from '../../lists/more.tsx';
import rowClasses from '../../lists/rows.module.css';
import { Rows } from '../../lists/rows.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Moment } from '../../parts/moment.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { LONG_MS, sayLeft, useLeftMs } from './left.ts';
import { type AnnouncementItem, announcementsQuery } from './queries.ts';
import { Rules } from './rules.tsx';
import { AnnouncementMark } from './state-mark.tsx';

/** All announcements, the latest first. */
export default function Announcements() {
  const list = useInfiniteQuery(announcementsQuery);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead
        title={t('announce.title')}
        actions={
          <Button component={Link} href="/announcements/new" leftSection={<Icon name="plus" />}>
            {t('announce.new')}
          </Button>
        }
      >
        {t('announce.explain')}
      </PageHead>
      {list.isPending ? (
        <Loading />
      ) : list.data === undefined ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : items.length === 0 ? (
        <Empty title={t('announce.none')}>{t('announce.noneHow')}</Empty>
      ) : (
        <>
          <Rows
            label={t('announce.title')}
            columns={[t('announce.column.text'), t('announce.column.made'), t('announce.column.state')]}
          >
            {items.map((item) => (
              <Row key={item.id} item={item} aheadMs={list.data.pages[0]?.aheadMs ?? 0} />
            ))}
          </Rows>
          <More {...list} />
        </>
      )}
      <Rules />
    </>
  );
}

function Row({ item, aheadMs }: { item: AnnouncementItem; aheadMs: number }) {
  return (
    <tr>
      <td className={rowClasses.wide}>
        <Link href={`/announcements/${item.id}`} data-row className={rowClasses.clamp}>
          {item.text}
        </Link>
      </td>
      <td className={rowClasses.who}>
        <span className={rowClasses.names}>{item.createdBy ?? t('announce.somebody')}</span>
        <span className={`${rowClasses.quiet} ${rowClasses.small}`}>
          <Moment at={item.createdAt} ago />
        </span>
      </td>
      <td className={`${rowClasses.when} ${rowClasses.status}`}>
        <AnnouncementMark state={item.state} />
        {item.state === 'held' ? <Left leavesAt={item.leavesAt} aheadMs={aheadMs} /> : null}
        {item.ledger.targeted === 0 ? null : (
          <div className={`${rowClasses.quiet} ${rowClasses.small} numbers`}>
            {item.ledger.sent} / {t('announce.toPeople', { count: item.ledger.targeted })}
          </div>
        )}
      </td>
    </tr>
  );
}

/** "còn 4:09", or from when it leaves. */
function Left({ leavesAt, aheadMs }: { leavesAt: string | null; aheadMs: number }) {
  const leftMs = useLeftMs(leavesAt, aheadMs);
  return (
    <div className={`${rowClasses.quiet} ${rowClasses.small} numbers`}>
      {leftMs > LONG_MS ? sayMoment(new Date(leavesAt ?? '')) : t('announce.leftTime', { left: sayLeft(leftMs) })}
    </div>
  );
}
