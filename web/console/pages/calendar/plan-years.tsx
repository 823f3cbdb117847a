import { Button } from '@mantine/core';
import type { CalendarData, PlanDateRow } from '../../api/calendar-queries.ts';
import { Mark } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';
import classes from './calendar.module.css';
import { sayEntered, sayRule } from './say-calendar.ts';

type Props = {
  planYears: CalendarData['planYears'];
  onEdit: (date: PlanDateRow, planYear: number) => void;
  onWithdraw: (id: string) => void;
};

/** Each plan year as a line of time: by when, what, who, and what that rests on. */
export function PlanYears({ planYears, onEdit, onWithdraw }: Props) {
  return (
    <section className={classes.section} aria-labelledby="plan-years">
      <h2 id="plan-years">{t('calendar.plan.title')}</h2>
      <p className={classes.quiet}>{t('calendar.plan.explain')}</p>
      {planYears.map(({ planYear, dates }) => (
        <section key={planYear} aria-labelledby={`plan-${planYear}`}>
          <h3 id={`plan-${planYear}`}>{t('calendar.plan.year', { year: planYear })}</h3>
          <ol className={classes.line}>
            {dates.map((date) => (
              <DateLine
                key={date.id}
                date={date}
                planYear={planYear}
                onEdit={() => onEdit(date, planYear)}
                onWithdraw={onWithdraw}
              />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

type LineProps = {
  date: PlanDateRow;
  planYear: number;
  onEdit: () => void;
  onWithdraw: (id: string) => void;
};

function DateLine({ date, planYear, onEdit, onWithdraw }: LineProps) {
  const { id, of, funds, document, article, certainty, isConfirmed, isPast, entered } = date;
  const what = t(`calendar.date.${id}`);
  return (
    <li className={isPast ? classes.over : undefined}>
      <div className={classes.when}>
        {sayRule(date)}
        {isPast ? <span className={classes.quiet}> ({t('calendar.plan.past')})</span> : null}
      </div>
      <div className={classes.what}>
        <div>
          <strong>{what}</strong> <span className={classes.quiet}>{t(`calendar.of.${of}`)}</span>
        </div>
        <div className={classes.source}>
          <Mark tone={isConfirmed ? 'done' : 'waits'}>
            {t(isConfirmed ? 'calendar.confirmed' : 'calendar.unconfirmed')}
          </Mark>{' '}
          {[document, article].filter((part) => part !== undefined && part !== '').join(', ')} (
          {t(`calendar.certainty.${certainty}`)}). {fundsOnly(funds)}
          {entered === null ? null : ` ${sayEntered(entered)}.`}
        </div>
      </div>
      <div className={classes.deeds}>
        <Button variant="subtle" aria-label={t('calendar.plan.editWhat', { what, year: planYear })} onClick={onEdit}>
          {t('calendar.plan.edit')}
        </Button>
        {entered === null ? null : (
          <Button
            variant="subtle"
            aria-label={t('calendar.withdrawWhat', { what: `${what}, ${planYear}` })}
            onClick={() => onWithdraw(entered.id)}
          >
            {t('calendar.withdraw')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Of a date that is of one fund alone, which. */
function fundsOnly(funds: PlanDateRow['funds']): string | null {
  const [only, another] = funds;
  if (only === undefined || another !== undefined) return null;
  return t(only === 'local' ? 'calendar.plan.localOnly' : 'calendar.plan.nationalOnly');
}
