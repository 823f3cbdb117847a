import type { CalendarPreview } from '../../api/calendar-queries.ts';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './calendar.module.css';
import { sayDays, sayFault, sayRule } from './say-calendar.ts';

/** What a change would mean: the days before and after, what is counted anew, and what stays as it was promised. */
export function Preview({ preview, isStale }: { preview: CalendarPreview; isStale: boolean }) {
  const { fault, dates, dossiers, days, clocks } = preview;
  if (fault !== null) {
    return (
      <p className={classes.warn} role="alert">
        {sayFault(fault)}
      </p>
    );
  }
  return (
    <section className={isStale ? classes.stale : undefined} aria-label={t('calendar.preview.title')}>
      <h3 className={classes.previewTitle}>{t('calendar.preview.title')}</h3>
      <div role="status">
        <ul className={classes.lines}>
          {dates.map(({ planYear: year, before, after }) => (
            <li key={year}>
              {sayRule(before) === sayRule(after)
                ? t('calendar.preview.same', { year, after: sayRule(after) })
                : t('calendar.preview.date', { year, before: sayRule(before), after: sayRule(after) })}
            </li>
          ))}
          {dates.some(({ before, after }) => after.isConfirmed && !before.isConfirmed) ? (
            <li>{t('calendar.preview.confirmedNow')}</li>
          ) : null}
          {dossiers === null ? null : <DossierLines {...dossiers} />}
          {spansOf(days).map(({ before, after, ...span }) => (
            <li key={span.first}>
              {before === after
                ? t('calendar.preview.daySame', { day: sayDays(span), after })
                : t('calendar.preview.day', { day: sayDays(span), before, after })}
            </li>
          ))}
          {clocks === null ? null : <ClockLines {...clocks} />}
        </ul>
      </div>
    </section>
  );
}

function DossierLines({ moved, ...rest }: NonNullable<CalendarPreview['dossiers']>) {
  if (moved === 0) return <li>{t('calendar.preview.movedNone')}</li>;
  return (
    <>
      <li>{t('calendar.preview.moved', { count: moved })}</li>
      <Counts counts={rest} />
    </>
  );
}

function ClockLines({ promise, ...counts }: NonNullable<CalendarPreview['clocks']>) {
  const say = (by: string | null): string => (by === null ? t('calendar.preview.noTime') : sayMoment(new Date(by)));
  return (
    <>
      {promise.before === promise.after ? null : (
        <li>{t('calendar.preview.promise', { before: say(promise.before), after: say(promise.after) })}</li>
      )}
      <li>{t('calendar.preview.kept')}</li>
      <Counts counts={counts} />
    </>
  );
}

const COUNTS = [
  ...(['told', 'newlyLate', 'lateNoMore'] as const),
  ...(['promisesOnDaysOff', 'clocksLater', 'clocksSooner'] as const),
] as const;

/** A line for each count that is not zero. */
function Counts({ counts }: { counts: Partial<Record<(typeof COUNTS)[number], number>> }) {
  return COUNTS.map((name) => {
    const count = counts[name] ?? 0;
    return count === 0 ? null : <li key={name}>{t(`calendar.preview.${name}`, { count })}</li>;
  });
}

type Span = { first: string; last: string; before: string; after: string };

/** Days one behind the other with which the same happens, in words. */
function spansOf(days: CalendarPreview['days']): Span[] {
  const spans: Span[] = [];
  for (const { day, ...change } of days) {
    const [before, after] = [sayDay(change.before), sayDay(change.after)];
    const last = spans.at(-1);
    if (last?.before === before && last.after === after) last.last = day;
    else spans.push({ first: day, last: day, before, after });
  }
  return spans;
}

function sayDay(day: CalendarPreview['days'][number]['before']): string {
  if (day === null) return t('calendar.preview.ordinary');
  const what = `${t(`calendar.as.${day.kind}`).toLowerCase()} (${day.name})`;
  return day.isOfficial ? what : t('calendar.preview.undecided', { what });
}
