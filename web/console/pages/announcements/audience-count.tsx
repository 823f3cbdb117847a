import { Alert } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Failed, Loading } from '../../parts/states.tsx';
import { t, tell } from '../../words/words.ts';
import classes from './announcement.module.css';
import type { ChannelPreview } from './preview.tsx';
import type { AudienceCount as Count } from './queries.ts';
import { sayCount } from './say-count.ts';

/** How many it would reach now, by channel, who not and why, and what it takes of the month's messages on Zalo. */
export function AudienceCount({
  count,
  previews,
}: {
  count: UseQueryResult<Count>;
  previews: ChannelPreview[] | undefined;
}) {
  if (count.isPending) return <Loading rows={1} />;
  if (count.data === undefined) return <Failed error={count.error} retry={() => void count.refetch()} />;
  const { channels, reachable, noNews, unreachable, unreachableBy } = count.data;
  return (
    <section
      className={`${classes.count} ${count.isPlaceholderData ? classes.stale : ''}`}
      aria-label={t('announce.count.title')}
    >
      <h2>{t('announce.count.title')}</h2>
      <p className={classes.total} role="status">
        {reachable === 0 ? t('announce.count.none') : t('announce.count.people', { count: sayCount(reachable) })}
      </p>
      <ul className={classes.plain}>
        {channels.map(({ channel, people }) => (
          <li key={channel} className="numbers">
            {tell(`channel.${channel}`) ?? channel}: {sayCount(people)}
          </li>
        ))}
        {noNews === 0 ? null : (
          <li className={classes.quiet}>{t('announce.count.noNews', { count: sayCount(noNews) })}</li>
        )}
        {unreachable === 0 ? null : (
          <li className={classes.quiet}>
            {t('announce.count.unreachable', { count: sayCount(unreachable) })} ({unreachableBy.map(sayLost).join(', ')}
            )
          </li>
        )}
      </ul>
      <ZaloCost count={count.data} previews={previews} />
    </section>
  );
}

/** "Zalo: 3" */
function sayLost({ channel, people }: Count['unreachableBy'][number]): string {
  const name = channel === null ? t('announce.count.noChannel') : (tell(`channel.${channel}`) ?? channel);
  return `${name}: ${sayCount(people)}`;
}

/** For how many on Zalo the month has no room, as they would read it in so many messages. */
export function shortOnZalo({ channels, zaloMonth }: Count, previews: ChannelPreview[] | undefined): number {
  const people = channels.find(({ channel }) => channel === 'zalo-bot')?.people ?? 0;
  if (zaloMonth === null || people === 0) return 0;
  const parts = previews?.find(({ channel }) => channel === 'zalo-bot')?.parts.length ?? 1;
  return Math.max(0, people - Math.floor(zaloMonth.room / parts));
}

function Short({ short, people }: { short: number; people: number }) {
  if (short === 0) return null;
  const values = { reached: sayCount(people - short), short: sayCount(short) };
  return <Alert color="amber">{t('announce.count.short', values)}</Alert>;
}

export function ZaloCost({ count, previews }: { count: Count; previews: ChannelPreview[] | undefined }) {
  const { channels, zaloMonth } = count;
  const people = channels.find(({ channel }) => channel === 'zalo-bot')?.people ?? 0;
  if (zaloMonth === null || people === 0) return null;
  const parts = previews?.find(({ channel }) => channel === 'zalo-bot')?.parts.length ?? 1;
  const { limit, sent, kept, coming } = zaloMonth;
  const need = people * parts;
  const values = {
    ...{ need: sayCount(need), left: sayCount(Math.max(0, limit - sent)), limit: sayCount(limit) },
    ...{ kept: sayCount(kept), coming: sayCount(coming) },
  };
  return (
    <>
      <p className={classes.quiet}>{t('announce.count.zalo', values)}</p>
      <p className={classes.quiet}>{t('announce.count.kept', values)}</p>
      <Short short={shortOnZalo(count, previews)} people={people} />
      {zaloMonth.isUnchecked ? <p className={classes.quiet}>{t('announce.count.unchecked')}</p> : null}
    </>
  );
}
