import { Alert, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { errorWords } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import type { AnnouncementData } from './queries.ts';
import { useDeed } from './use-deed.ts';

const TICK_MS = 1_000;
/** What leaves later than this leaves in the morning: minutes and seconds would say nothing. */
const LONG_MS = 15 * 60_000;

/** Told to leave, and still here: how long it can be taken back. */
export function Held({ announcement }: { announcement: AnnouncementData & { aheadMs: number } }) {
  const { id, leavesAt, aheadMs } = announcement;
  const [now, setNow] = useState(() => Date.now());
  const takeBack = useDeed(id);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  const leftMs = leavesAt === null ? 0 : Date.parse(leavesAt) - now - aheadMs;
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
    </section>
  );
}

/** "4:09" */
function sayLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
