import { Button } from '@mantine/core';
import type { HolidayRun, HolidayYear } from '../../api/calendar-queries.ts';
import { Mark } from '../../parts/marks.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import classes from './calendar.module.css';
import { sayDays, sayRun } from './say-calendar.ts';

type Deeds = {
  onAdd: (year: number) => void;
  onEdit: (run: HolidayRun) => void;
  onWhole: (year: number) => void;
  onWithdraw: (id: string) => void;
};

/** The holidays of each year by month, with what is not decided; a year that is missing says how it is entered. */
export function HolidayYears({ years, today, ...deeds }: Deeds & { years: HolidayYear[]; today: string }) {
  const next = years.find(({ isKnown }) => !isKnown)?.year;
  return (
    <section className={classes.section} aria-labelledby="holidays">
      <h2 id="holidays">{t('calendar.days.title')}</h2>
      <p className={classes.quiet}>{t('calendar.days.explain')}</p>
      {years.map((year) => (
        <YearOf key={year.year} year={year} today={today} isNext={year.year === next} {...deeds} />
      ))}
    </section>
  );
}

function YearOf(props: Deeds & { year: HolidayYear; today: string; isNext: boolean }) {
  const { year, isNext, today, onAdd, onWhole, ...deeds } = props;
  const { runs, isKnown } = year;
  const months = [...new Set(runs.map(({ first }) => Number(first.slice(5, 7))))];
  const values = { year: year.year };
  return (
    <section aria-labelledby={`holidays-${year.year}`}>
      <div className={classes.yearHead}>
        <h3 id={`holidays-${year.year}`}>{t('calendar.days.year', values)}</h3>
        <Button variant="default" onClick={() => onAdd(year.year)}>
          {t('calendar.days.add')}
        </Button>
        {isNext ? (
          <Button variant="default" onClick={() => onWhole(year.year)}>
            {t('calendar.days.whole', values)}
          </Button>
        ) : null}
      </div>
      {runs.length === 0 && !isKnown ? (
        <Empty title={t('calendar.days.none', values)}>{t('calendar.days.noneHow', values)}</Empty>
      ) : null}
      {runs.length > 0 && !isKnown ? <p className={classes.warn}>{t('calendar.days.notWhole', values)}</p> : null}
      {months.map((month) => (
        <section key={month} aria-label={`${t('calendar.days.month', { month })}, ${year.year}`}>
          <h4 className={classes.month}>{t('calendar.days.month', { month })}</h4>
          <ul className={classes.days}>
            {runs
              .filter(({ first }) => Number(first.slice(5, 7)) === month)
              .map((run) => (
                <RunLine key={run.first} run={run} isOver={run.last < today} {...deeds} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function RunLine({
  run,
  isOver,
  onEdit,
  onWithdraw,
}: Pick<Deeds, 'onEdit' | 'onWithdraw'> & { run: HolidayRun; isOver: boolean }) {
  const { as, name, isOfficial, source, entryId } = run;
  return (
    <li className={isOver ? classes.over : undefined}>
      <div className={classes.when}>{sayDays(run)}</div>
      <div className={classes.what}>
        <div>
          <strong>{name}</strong> <span className={classes.quiet}>{t(`calendar.as.${as}`)}</span>
        </div>
        <div className={classes.source}>
          <Mark tone={isOfficial ? 'done' : 'waits'}>
            {t(isOfficial ? 'calendar.confirmed' : 'calendar.unconfirmed')}
          </Mark>{' '}
          {source}
        </div>
      </div>
      <div className={classes.deeds}>
        {isOver ? null : (
          <Button
            variant="subtle"
            aria-label={t('calendar.days.editWhat', { what: sayRun(run) })}
            onClick={() => onEdit(run)}
          >
            {t('calendar.days.edit')}
          </Button>
        )}
        {entryId === null ? null : (
          <Button
            variant="subtle"
            aria-label={t('calendar.withdrawWhat', { what: sayRun(run) })}
            onClick={() => onWithdraw(entryId)}
          >
            {t('calendar.withdraw')}
          </Button>
        )}
      </div>
    </li>
  );
}
