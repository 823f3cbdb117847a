import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { errorWords } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import type { AnnouncementData } from './queries.ts';
import { sayCount } from './say-count.ts';
import { StopDialog } from './stop-dialog.tsx';
import { useDeed } from './use-deed.ts';

/** What an officer can do while it leaves: pause and go on, or stop for good. */
export function OnItsWay({ announcement }: { announcement: AnnouncementData }) {
  const { state, ledger, isNight } = announcement;
  if (state === 'paused')
    return (
      <div className={classes.held}>
        <p className={classes.heldWords} role="status">
          <Icon name="clock" />
          {t('announce.pause.title')}
        </p>
        <p>{t('announce.pause.explain', { waiting: sayCount(ledger.waiting) })}</p>
        <Deeds key={state} announcement={announcement} />
      </div>
    );
  if (state !== 'sending') return null;
  return (
    <>
      {isNight ? <p>{t('announce.progress.night')}</p> : null}
      <Deeds key={state} announcement={announcement} />
    </>
  );
}

function Deeds({ announcement: { id, state, ledger } }: { announcement: AnnouncementData }) {
  const [isStopping, setStopping] = useState(false);
  const move = useDeed(id);
  return (
    <>
      {move.isError ? (
        <Alert color="amber" role="alert">
          {errorWords(move.error)}
        </Alert>
      ) : null}
      <div className={classes.deeds}>
        {state === 'paused' ? (
          <Button loading={move.isPending} onClick={() => move.mutate({ kind: 'resumed' })}>
            {t('announce.pause.resume')}
          </Button>
        ) : (
          <Button variant="default" loading={move.isPending} onClick={() => move.mutate({ kind: 'paused' })}>
            {t('announce.pause.button')}
          </Button>
        )}
        <Button variant="default" onClick={() => setStopping(true)}>
          {t('announce.stop.open')}
        </Button>
      </div>
      <StopDialog id={id} waiting={ledger.waiting} isOpen={isStopping} onDone={() => setStopping(false)} />
    </>
  );
}
