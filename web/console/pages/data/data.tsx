import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type DataRequestItem, type DataRequestsData, dataRequestsQuery } from '../../api/data-queries.ts';
import rowClasses from '../../lists/rows.module.css';
import { Rows } from '../../lists/rows.tsx';
import { Icon } from '../../parts/icon.tsx';
import { SampleTag } from '../../parts/marks.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './data.module.css';
import { DataMark } from './data-mark.tsx';
import { sayIsoDays, sayKind, sayLastDay } from './say-data.ts';

/** What people ask about their data: what waits, the earliest due first, and what is done. */
export default function DataRequests() {
  const open = useQuery(dataRequestsQuery('open'));
  const done = useQuery(dataRequestsQuery('done'));
  const isEmpty = open.data?.items.length === 0 && done.data?.items.length === 0;
  return (
    <>
      <PageHead
        title={t('data.nav')}
        actions={
          <>
            <Button component={Link} href="/data/new" leftSection={<Icon name="plus" />}>
              {t('data.elsewhere.open')}
            </Button>
            <Button component={Link} href="/data/incidents" variant="default">
              {t('data.incidents.open')}
            </Button>
          </>
        }
      >
        {t('data.explain')}
      </PageHead>
      {open.data === undefined ? null : <CalendarNotes holidays={open.data.holidays} />}
      {open.isPending ? <Loading rows={3} /> : null}
      {open.error === null ? null : <Failed error={open.error} retry={() => void open.refetch()} />}
      {isEmpty ? <Empty title={t('data.none')}>{t('data.noneHow')}</Empty> : null}
      <Group name="open" items={open.data?.items ?? []} />
      <Group name="done" items={done.data?.items ?? []} />
    </>
  );
}

/** Terms stand on the calendar: what is missing in it is said where the terms are read. */
function CalendarNotes({ holidays: { missingYears, undecided } }: Pick<DataRequestsData, 'holidays'>) {
  const near = undecided.slice(0, 3);
  return (
    <>
      {missingYears.map((year) => (
        <Alert key={year} color="amber" className={classes.note}>
          {t('data.missingYear', { year })}
        </Alert>
      ))}
      {near.length === 0 ? null : (
        <p className={classes.quiet}>{t('data.undecidedAhead', { days: sayIsoDays(near.map(({ day }) => day)) })}</p>
      )}
    </>
  );
}

function Group({ name, items }: { name: 'open' | 'done'; items: DataRequestItem[] }) {
  if (items.length === 0) return null;
  const label = t(`data.group.${name}`);
  const columns = [t('data.column.who'), t('data.column.answer'), t('data.column.do'), t('data.column.state')];
  return (
    <section className={classes.group}>
      <h2>{label}</h2>
      <Rows label={label} columns={columns}>
        {items.map((item) => (
          <tr key={item.id}>
            <td className={rowClasses.wide}>
              <Link href={`/data/${item.id}`} data-row>
                {sayKind(item.kind)}
              </Link>{' '}
              {item.isSample ? <SampleTag /> : null}
              <div className={`${rowClasses.quiet} ${rowClasses.small}`}>
                {item.personName ?? t('data.someone')} · {sayMoment(new Date(item.at))}
              </div>
            </td>
            <td className={item.state === 'waiting' ? rowClasses.wide : undefined}>
              {item.state === 'waiting' ? (
                <>
                  <span className={classes.onPhone}>{t('data.column.answer')}: </span>
                  {sayLastDay(item.answerBy)}
                </>
              ) : null}
            </td>
            <td className={item.dueBy === null ? undefined : rowClasses.wide}>
              {item.dueBy === null ? null : (
                <>
                  <span className={classes.onPhone}>{t('data.column.do')}: </span>
                  {sayLastDay(item.dueBy)}
                </>
              )}
            </td>
            <td>
              <DataMark state={item.state} late={item.late} />
            </td>
          </tr>
        ))}
      </Rows>
    </section>
  );
}
