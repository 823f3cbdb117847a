import { Alert, Button } from '@mantine/core';
import { Icon } from '../../parts/icon.tsx';
import { errorWords } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { CallsAheadLink } from './calls-ahead-link.tsx';
import { LONG_MS, sayLeft, useLeftMs } from './left.ts';
import type { AnnouncementData } from './queries.ts';
import { useDeed } from './use-deed.ts';

/** Told to leave, and still here: how long it can be taken back. */
export function Held({ announcement }: { announcement: AnnouncementData }) {
  const { id, leavesAt, aheadMs } = announcement;
  const leftMs = useLeftMs(leavesAt, aheadMs);
  const takeBack = useDeed(id);
  return (
    <section className={classes.held}>
      <p className={classes.heldWords} role="timer">
        <Icon name="clock" />
        {leftMs <= 0
          ? t('announce.held.soon')
          : leftMs > LONG_MS
            ? t('announce.held.later', { moment: sayMoment(new Date(leavesAt ?? '')) })
            : t('announce.held.minutes', { left: sayLeft(leftMs) })}
      </p>
      <p>{t('announce.held.explain')}</p>
      {takeBack.isError ? (
        <Alert color="amber" role="alert">
          {errorWords(takeBack.error)}
        </Alert>
      ) : null}
      <Button loading={takeBack.isPending} onClick={() => takeBack.mutate({ kind: 'taken-back' })}>
        {t('announce.held.takeBack')}
      </Button>
      <CallsAheadLink id={id} />
    </section>
  );
}
