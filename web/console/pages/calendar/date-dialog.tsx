import { Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlanDateRow } from '../../api/calendar-queries.ts';
import { t } from '../../words/words.ts';
import classes from './calendar.module.css';
import { EntryDialog } from './entry-dialog.tsx';
import { SourceFields } from './source-fields.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const OFFSETS = ['-1', '0', '1'] as const;

type Due = Exclude<PlanDateRow['due'], { kind: 'unset' }>;

/** What nobody has entered yet begins without a day, in the year before the plan. */
const NO_DAY = { kind: 'day', monthDay: '', yearOffset: -1 } as const;

/** Another day of a plan year, with what it rests on and for which years it holds. */
export function DateDialog({ date, planYear, onClose }: { date: PlanDateRow; planYear: number; onClose: () => void }) {
  const { id } = date;
  const isUnset = date.due.kind === 'unset';
  const [due, setDue] = useState<Due | undefined>(date.due.kind === 'unset' ? undefined : date.due);
  const [span, setSpan] = useState<'from' | 'only'>('from');
  const [source, setSource] = useState(
    // Where it is said that the province sets it is not where its day stands.
    isUnset ? { document: '', article: '' } : { document: date.document, article: date.article ?? '' },
  );
  const [isConfirmed, setConfirmed] = useState(date.isConfirmed);
  const document = source.document.trim();
  const article = source.article.trim() === '' ? undefined : source.article.trim();
  const toYear = span === 'only' ? planYear : undefined;
  const deed =
    due === undefined || document === ''
      ? undefined
      : {
          content: { kind: 'plan-date' as const, id, due, fromYear: planYear, toYear, document, article, isConfirmed },
        };
  return (
    <EntryDialog
      title={t('calendar.form.dateTitle', { what: t(`calendar.date.${id}`) })}
      saveWords={t('calendar.form.save')}
      deed={deed}
      onClose={onClose}
    >
      <DueFields begin={date.due.kind === 'unset' ? NO_DAY : date.due} onChange={setDue} />
      <Radio.Group
        label={t('calendar.form.span')}
        value={span}
        onChange={(value) => setSpan(value === 'only' ? 'only' : 'from')}
      >
        <div className={classes.radios}>
          <Radio size="md" value="from" label={t('calendar.form.spanFrom', { year: planYear })} />
          <Radio size="md" value="only" label={t('calendar.form.spanOnly', { year: planYear })} />
        </div>
      </Radio.Group>
      <SourceFields value={source} hasArticle onChange={setSource} />
      <Checkbox
        size="md"
        label={t('calendar.form.confirm')}
        checked={isConfirmed}
        onChange={({ currentTarget: { checked } }) => setConfirmed(checked)}
      />
    </EntryDialog>
  );
}

/** The rule itself; undefined while no number stands in it. */
function DueFields({ begin, onChange }: { begin: Due; onChange: (due: Due | undefined) => void }) {
  const [number, setNumber] = useState(numberOf(begin));
  const [month, setMonth] = useState(begin.kind === 'day' ? Number(begin.monthDay.slice(0, 2)) || 1 : 1);
  const [offset, setOffset] = useState(begin.kind === 'day' ? begin.yearOffset : 0);
  const edit = (next: { number?: string; month?: number; offset?: number }): void => {
    const [toNumber, toMonth, toOffset] = [next.number ?? number, next.month ?? month, next.offset ?? offset];
    setNumber(toNumber);
    setMonth(toMonth);
    setOffset(toOffset);
    onChange(dueOf(begin.kind, toNumber, toMonth, toOffset));
  };
  const label = {
    ...{ day: t('calendar.form.day'), monthly: t('calendar.form.dayOfMonth') },
    'after-inspection': t('calendar.form.daysAfter'),
  }[begin.kind];
  const numberField = (
    <TextInput
      label={label}
      inputMode="numeric"
      maxLength={3}
      value={number}
      onChange={({ currentTarget: { value } }) => edit({ number: value })}
    />
  );
  if (begin.kind !== 'day') return numberField;
  return (
    <div className={classes.due}>
      {numberField}
      <NativeSelect
        label={t('calendar.form.month')}
        value={String(month)}
        data={MONTHS.map((value) => ({ value: String(value), label: t('calendar.form.monthOf', { month: value }) }))}
        onChange={({ currentTarget: { value } }) => edit({ month: Number(value) })}
      />
      <NativeSelect
        label={t('calendar.form.yearOf')}
        value={String(offset)}
        data={OFFSETS.map((value) => ({ value, label: t(`calendar.form.offset.${value}`) }))}
        onChange={({ currentTarget: { value } }) => edit({ offset: Number(value) })}
      />
    </div>
  );
}

function numberOf(due: Due): string {
  if (due.kind === 'day') return due.monthDay.slice(3).replace(/^0/, '');
  return String(due.kind === 'monthly' ? due.dayOfMonth : due.days);
}

function dueOf(kind: Due['kind'], typed: string, month: number, yearOffset: number): Due | undefined {
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  const most = { day: 31, monthly: 28, 'after-inspection': 180 }[kind];
  if (number < 1 || number > most) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  if (kind === 'day') return { kind, monthDay: `${two(month)}-${two(number)}`, yearOffset };
  return kind === 'monthly' ? { kind, dayOfMonth: number } : { kind, days: number };
}
