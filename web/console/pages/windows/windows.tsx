import '../../words/windows.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type WindowItem, windowsQuery } from '../../api/window-queries.ts';
import rowClasses from '../../lists/rows.module.css';
import { Rows } from '../../lists/rows.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { sayInstant } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { sayArea, sayKindAndProgramme, sayRound } from './say-window.ts';
import { WindowMark } from './window-mark.tsx';
import classes from './windows.module.css';

const GROUPS = ['open', 'coming', 'past'] as const;

/** The application windows: those that are open, those to come, and those that are over. */
export default function Windows() {
  const { data, error, isPending, refetch } = useQuery(windowsQuery);
  const windows = data?.windows ?? [];
  const groupOf = ({ state }: WindowItem): (typeof GROUPS)[number] => (state === 'withdrawn' ? 'past' : state);

  return (
    <>
      <PageHead
        title={t('nav.windows')}
        actions={
          <Button component={Link} href="/windows/new" leftSection={<Icon name="plus" />}>
            {t('windows.new')}
          </Button>
        }
      >
        {t('windows.explain')}
      </PageHead>
      {isPending ? <Loading rows={3} /> : null}
      {error === null ? null : <Failed error={error} retry={() => void refetch()} />}
      {data !== undefined && windows.length === 0 ? (
        <Empty title={t('windows.none')}>{t('windows.noneHow')}</Empty>
      ) : null}
      {GROUPS.map((group) => {
        const items = windows.filter((window) => groupOf(window) === group);
        if (items.length === 0) return null;
        // What is over is looked for from its end.
        const ordered = group === 'past' ? items.toReversed() : items;
        return (
          <section key={group} className={classes.group}>
            <h2>{t(`windows.group.${group}`)}</h2>
            <WindowRows items={ordered} label={t(`windows.group.${group}`)} />
          </section>
        );
      })}
    </>
  );
}

function WindowRows({ items, label }: { items: WindowItem[]; label: string }) {
  const columns = [
    t('windows.column.what'),
    t('windows.column.when'),
    t('windows.column.next'),
    t('windows.column.told'),
  ];
  return (
    <Rows label={label} columns={columns}>
      {items.map((window) => (
        <tr key={window.id}>
          <td className={`${rowClasses.wide} ${classes.what}`}>
            <Link href={`/windows/${window.id}`} data-row>
              {sayKindAndProgramme(window)}
            </Link>
            <div className={`${rowClasses.quiet} ${rowClasses.small}`}>{sayArea(window)}</div>
          </td>
          <td className={rowClasses.wide}>
            <span className={classes.dates}>
              {t('windows.from', { at: sayInstant(window.opensAt) })}{' '}
              {t('windows.to', { at: sayInstant(window.closesAt) })}
            </span>
            <div>
              <WindowMark state={window.state} />
            </div>
          </td>
          <td className={rowClasses.wide}>
            <span className={classes.onPhone}>{t('windows.column.next')}: </span>
            {window.next === null ? (
              <span className={rowClasses.quiet}>{t('windows.noNext')}</span>
            ) : (
              <>
                {sayRound(window.next.which)}
                <div className={`${rowClasses.quiet} ${rowClasses.small}`}>{sayInstant(window.next.leavesAt)}</div>
              </>
            )}
          </td>
          <td className={`${rowClasses.wide} ${classes.told}`}>
            <span className={classes.onPhone}>{t('windows.column.told')}: </span>
            {t('windows.people', { count: window.counts.told })}
          </td>
        </tr>
      ))}
    </Rows>
  );
}
