import '../../words/calendar.ts';
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CalendarData, calendarQuery, type PlanDateRow } from '../../api/calendar-queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { sayIsoDay } from '../../text/iso-days.ts';
import { t } from '../../words/words.ts';
import classes from './calendar.module.css';
import { DateDialog } from './date-dialog.tsx';
import { DaysDialog, type DaysDraft } from './days-dialog.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { History } from './history.tsx';
import { HolidayYears } from './holiday-years.tsx';
import { PlanYears } from './plan-years.tsx';
import { sayContent } from './say-calendar.ts';
import { YearDialog } from './year-dialog.tsx';

/** What is being changed. */
type Open =
  | { kind: 'date'; date: PlanDateRow; planYear: number }
  | { kind: 'days'; begin: DaysDraft }
  | { kind: 'year'; year: number }
  | { kind: 'withdraw'; id: string };

const NO_DAYS = { as: 'off', name: '', source: '', isOfficial: false } as const;

/** The dates of the plan year and the holidays, on which all terms stand; who changed what, and how it is taken back. */
export default function Calendar() {
  const { data, error, isPending, refetch } = useQuery(calendarQuery);
  const [open, setOpen] = useState<Open>();
  const withdraw = (id: string): void => setOpen({ kind: 'withdraw', id });
  return (
    <>
      <PageHead title={t('calendar.nav')}>{t('calendar.explain')}</PageHead>
      {isPending ? <Loading rows={5} /> : null}
      {error === null ? null : <Failed error={error} retry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          <Notes data={data} />
          <PlanYears
            planYears={data.planYears}
            onEdit={(date, planYear) => setOpen({ kind: 'date', date, planYear })}
            onWithdraw={withdraw}
          />
          <HolidayYears
            years={data.years}
            today={data.today}
            onAdd={(year) => setOpen({ kind: 'days', begin: { ...NO_DAYS, ...firstDay(year, data.today) } })}
            onEdit={(begin) => setOpen({ kind: 'days', begin })}
            onWhole={(year) => setOpen({ kind: 'year', year })}
            onWithdraw={withdraw}
          />
          <History entries={data.entries} onWithdraw={withdraw} />
          {open === undefined ? null : <Dialog open={open} data={data} onClose={() => setOpen(undefined)} />}
        </>
      )}
    </>
  );
}

function Dialog({ open, data, onClose }: { open: Open; data: CalendarData; onClose: () => void }) {
  switch (open.kind) {
    case 'date':
      return <DateDialog date={open.date} planYear={open.planYear} onClose={onClose} />;
    case 'days':
      return <DaysDialog begin={open.begin} today={data.today} onClose={onClose} />;
    case 'year':
      return <YearDialog year={open.year} onClose={onClose} />;
    case 'withdraw': {
      const entry = data.entries.find(({ id }) => id === open.id);
      return (
        <EntryDialog
          title={t('calendar.form.withdrawTitle')}
          saveWords={t('calendar.form.withdrawNow')}
          deed={{ withdraw: open.id }}
          onClose={onClose}
        >
          {entry === undefined ? null : <p>{sayContent(entry)}</p>}
          <p>{t('calendar.form.withdrawExplain')}</p>
        </EntryDialog>
      );
    }
  }
}

/** For which plan a request of today is, and what is missing of the holidays. */
function Notes({ data: { usual, ahead } }: { data: CalendarData }) {
  const { planYear: year, closesOn, isPast, next } = usual;
  const day = sayIsoDay(closesOn);
  return (
    <>
      <p className={classes.usual}>
        {isPast
          ? t('calendar.usualPast', { year, day, next: next.planYear, nextDay: sayIsoDay(next.closesOn) })
          : t('calendar.usual', { year, day })}
      </p>
      {ahead.missingYears.map((missing) => (
        <Alert key={missing} color="amber" className={classes.note}>
          {t('calendar.missingYear', { year: missing })}
        </Alert>
      ))}
      {ahead.undecidedYears.length === 0 ? null : (
        <p className={classes.warn}>{t('calendar.undecidedYears', { years: ahead.undecidedYears.join(', ') })}</p>
      )}
    </>
  );
}

/** The first day of a year, or today in this one. */
function firstDay(year: number, today: string): { first: string; last: string } {
  const day = today.startsWith(String(year)) ? today : `${year}-01-01`;
  return { first: day, last: day };
}
