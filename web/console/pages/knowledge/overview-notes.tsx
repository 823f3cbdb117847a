import { Alert } from '@mantine/core';
import { Link } from 'wouter';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './knowledge.module.css';
import type { Overview } from './queries.ts';
import { sayIsoDay } from './say-knowledge.ts';

/** Whether what was published is in use, and what of it ends soon. */
export function OverviewNotes({ overview: { version, takenOver, failedAt, endings } }: { overview: Overview }) {
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      {failedAt === null ? null : (
        <Alert color="amber" role="alert" className={classes.note}>
          {t('knowledge.failed', { moment: sayMoment(new Date(failedAt)) })}
        </Alert>
      )}
      {failedAt === null && takenOver < version ? (
        <p className={classes.quiet} role="status">
          {t('knowledge.joining')}
        </p>
      ) : null}
      {endings.length === 0 ? null : (
        <details className={classes.endings}>
          <summary>
            {t('knowledge.endings')} ({endings.length})
          </summary>
          <ul>
            {endings.map(({ kind, id, title, to }) => (
              <li key={`${kind}/${id}`}>
                <Link href={`/knowledge?tab=${kind === 'rate' ? 'rates' : 'articles'}&q=${encodeURIComponent(id)}`}>
                  {title}
                </Link>{' '}
                <span className={classes.quiet}>
                  {t(to < today ? 'knowledge.ended' : 'knowledge.ending', { day: sayIsoDay(to) })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
