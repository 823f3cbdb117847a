import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { DuplicateData } from '../../api/establishment-queries.ts';
import { Mark } from '../../parts/marks.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { ApartButton } from './apart-button.tsx';
import classes from './establishments.module.css';
import { sayPeople, sayReasons } from './say-establishment.ts';

const TONES = { strong: 'late', fair: 'waits', weak: 'gone' } as const;

/** The establishments that this one may be the same as, and why. */
export function Duplicates({ id, duplicates }: { id: string; duplicates: DuplicateData[] }) {
  return (
    <>
      <p className={classes.quiet}>{t('establishment.twice.explain')}</p>
      <ul className={classes.duplicates}>
        {duplicates.map((other) => (
          <li key={other.id}>
            <div className={classes.what}>
              <p className={classes.line}>
                <Link href={`/establishments/${other.id}`}>{other.name}</Link>{' '}
                <Mark tone={TONES[other.strength]}>{t(`establishment.twice.strength.${other.strength}`)}</Mark>
              </p>
              <p className={classes.line}>{sayReasons(other)}</p>
              <p className={`${classes.line} ${classes.quiet}`}>
                {t('establishment.counts', { requests: other.requests, members: other.members.length })} · {other.place}
                <br />
                {t('establishment.twice.people', { names: sayPeople(other.members) })}
              </p>
              {other.saidApart === null ? null : (
                <p className={`${classes.line} ${classes.quiet}`}>
                  {t('establishment.apart.before', {
                    officer: other.saidApart.by ?? t('establishment.merged.somebody'),
                    moment: sayMoment(new Date(other.saidApart.at)),
                  })}
                </p>
              )}
            </div>
            <div className={classes.deeds}>
              <ApartButton id={id} otherId={other.id} deed="not-same" />
              <Button component={Link} href={`/establishments/${id}/compare/${other.id}`} variant="default">
                {t('establishment.twice.compare')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
