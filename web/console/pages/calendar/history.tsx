import { Button } from '@mantine/core';
import type { CalendarEntry } from '../../api/calendar-queries.ts';
import { Empty } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './calendar.module.css';
import { sayContent, sayEntered } from './say-calendar.ts';

/** Every change there was, the latest first; those that stand can be taken back. */
export function History({ entries, onWithdraw }: { entries: CalendarEntry[]; onWithdraw: (id: string) => void }) {
  return (
    <section className={classes.section} aria-labelledby="history">
      <h2 id="history">{t('calendar.history.title')}</h2>
      {entries.length === 0 ? <Empty title={t('calendar.history.none')} /> : null}
      <ul className={classes.days}>
        {entries.map((entry) => (
          <li key={entry.id} className={entry.withdrawnAt === null ? undefined : classes.over}>
            <div className={classes.whole}>
              {sayContent(entry)}
              <div className={classes.source}>
                {sayEntered({ by: entry.enteredBy, at: entry.enteredAt })}
                {entry.withdrawnAt === null
                  ? null
                  : `. ${t('calendar.history.withdrawn', {
                      by: entry.withdrawnBy ?? t('calendar.somebody'),
                      moment: sayMoment(new Date(entry.withdrawnAt)),
                    })}`}
              </div>
            </div>
            {entry.withdrawnAt === null ? (
              <div className={classes.deeds}>
                <Button
                  variant="subtle"
                  aria-label={t('calendar.history.undoWhat', { what: sayContent(entry) })}
                  onClick={() => onWithdraw(entry.id)}
                >
                  {t('calendar.history.undo')}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
