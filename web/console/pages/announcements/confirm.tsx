import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewsTopic } from '../../../../core/announcements/topics.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { errorWords, Failed, Loading } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { type DayAndTime, toInstant, tomorrow } from '../../text/office-time.ts';
import { sayMoment } from '../../text/say-time.ts';
import { t, tell } from '../../words/words.ts';
import classes from './announcement.module.css';
import type { Audience } from './audience.ts';
import { shortOnZalo, ZaloCost } from './audience-count.tsx';
import { CallsAheadLink } from './calls-ahead-link.tsx';
import { LONG_MS } from './left.ts';
import type { ChannelPreview } from './preview.tsx';
import { countQuery } from './queries.ts';
import { sayCount } from './say-count.ts';
import { useDeed } from './use-deed.ts';

type Props = {
  id: string;
  seenAt: string;
  topic: NewsTopic;
  audience: Audience;
  previews: ChannelPreview[] | undefined;
  onDone: () => void;
};

/** Says once more how many people it is for and when it leaves, now or at a chosen time, before it is told to. */
export function Confirm({ id, seenAt, topic, audience, previews, onDone }: Props) {
  const [chosen, choose] = useState<DayAndTime>();
  const wantedAt = chosen === undefined ? undefined : toInstant(chosen);
  const count = useQuery(countQuery(topic, audience, wantedAt));
  const confirm = useDeed(id, onDone);
  const people = sayCount(count.data?.reachable ?? 0);
  const mustBeApproved = count.data?.mustBeApproved === true;
  const isTimeMissing = chosen !== undefined && wantedAt === undefined;
  return (
    <ConfirmDialog
      title={t('announce.confirm.title', { count: people })}
      confirmWords={t(mustBeApproved ? 'announce.confirm.ask' : 'announce.confirm.button', { count: people })}
      canConfirm={Boolean(count.data?.reachable) && !isTimeMissing}
      isPending={confirm.isPending}
      error={confirm.isError ? errorWords(confirm.error) : undefined}
      onConfirm={() => confirm.mutate({ kind: 'confirmed', seenAt, wantedAt })}
      onClose={onDone}
    >
      {count.isPending ? <Loading rows={1} /> : null}
      {count.isError ? <Failed error={count.error} retry={() => void count.refetch()} /> : null}
      <p>
        {count.data?.channels
          .map(({ channel, people: on }) => `${tell(`channel.${channel}`) ?? channel}: ${sayCount(on)}`)
          .join(' · ')}
      </p>
      {count.data === undefined ? null : <ZaloCost count={count.data} previews={previews} />}
      {count.data === undefined || count.data.unreachable === 0 ? null : (
        <p>{t('announce.count.unreachable', { count: sayCount(count.data.unreachable) })}</p>
      )}
      {count.data !== undefined && count.data.unreachable + shortOnZalo(count.data, previews) > 0 ? (
        <CallsAheadLink id={id} />
      ) : null}
      <div className={classes.chosen}>
        <SegmentedControl
          fullWidth
          aria-label={t('announce.confirm.when')}
          value={chosen === undefined ? 'now' : 'later'}
          onChange={(value) => choose(value === 'now' ? undefined : { day: tomorrow(), time: '08:00' })}
          data={[
            { value: 'now', label: t('announce.confirm.now') },
            { value: 'later', label: t('announce.confirm.later') },
          ]}
        />
        {chosen === undefined ? null : <When label={t('announce.confirm.later')} value={chosen} onChange={choose} />}
      </div>
      {mustBeApproved ? <p>{t('announce.confirm.approval')}</p> : null}
      {count.data === undefined || count.isPlaceholderData || isTimeMissing ? null : (
        <Leaves at={new Date(count.data.wouldLeaveAt)} wantedAt={wantedAt} />
      )}
    </ConfirmDialog>
  );
}

function Leaves({ at, wantedAt }: { at: Date; wantedAt: string | undefined }) {
  const moment = sayMoment(at);
  if (wantedAt === undefined) {
    const isNight = at.getTime() - Date.now() > LONG_MS;
    return <p>{t(isNight ? 'announce.confirm.night' : 'announce.confirm.leaves', { moment })}</p>;
  }
  const isAsWanted = at.getTime() === Date.parse(wantedAt);
  return <p>{t(isAsWanted ? 'announce.confirm.leaves' : 'announce.confirm.notThen', { moment })}</p>;
}
