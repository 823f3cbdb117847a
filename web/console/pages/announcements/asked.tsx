import { Alert, Button } from '@mantine/core';
import { Icon } from '../../parts/icon.tsx';
import { errorWords } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { CallsAheadLink } from './calls-ahead-link.tsx';
import type { AnnouncementData } from './queries.ts';
import { sayCount } from './say-count.ts';
import { useDeed } from './use-deed.ts';

/** For so many people that a second officer must agree: it waits for one, and nobody has heard of it. */
export function Asked({ announcement }: { announcement: AnnouncementData }) {
  const { id, actions, approvalPeople, approvedPeople, confirmedBy, wantedAt, updatedAt: seenAt } = announcement;
  const [approve, takeBack] = [useDeed(id), useDeed(id)];
  const error = approve.error ?? takeBack.error;
  const by = confirmedBy ?? t('announce.somebody');
  const people = approvalPeople ?? 0;
  const mayApprove = actions.includes('approve');
  return (
    <section className={classes.held}>
      <p className={classes.heldWords}>
        <Icon name="clock" />
        {t('announce.asked.title')}
      </p>
      <p>{t('announce.asked.explain', { by, count: sayCount(people) })}</p>
      {approvedPeople === null ? null : (
        <p>{t('announce.asked.grown', { before: sayCount(approvedPeople), count: sayCount(people) })}</p>
      )}
      {wantedAt === null ? null : <p>{t('announce.asked.wanted', { moment: sayMoment(new Date(wantedAt)) })}</p>}
      {mayApprove ? null : <p>{t('announce.asked.own')}</p>}
      {error === null ? null : (
        <Alert color="amber" role="alert">
          {errorWords(error)}
        </Alert>
      )}
      <div className={classes.deeds}>
        {mayApprove ? (
          <Button loading={approve.isPending} onClick={() => approve.mutate({ kind: 'approved', seenAt, people })}>
            {t('announce.asked.approve', { count: sayCount(people) })}
          </Button>
        ) : null}
        <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate({ kind: 'taken-back' })}>
          {t('announce.asked.takeBack')}
        </Button>
      </div>
      <CallsAheadLink id={id} />
    </section>
  );
}
