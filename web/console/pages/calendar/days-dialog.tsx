import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HolidayRun } from '../../api/calendar-queries.ts';
import { t } from '../../words/words.ts';
import classes from './calendar.module.css';
import { EntryDialog } from './entry-dialog.tsx';
import { sayWeekday } from './say-calendar.ts';
import { SourceFields } from './source-fields.tsx';

const KINDS = ['off', 'work', 'ordinary'] as const;

/** What the form begins with: a holiday that is changed, or nothing but a day. */
export type DaysDraft = Pick<HolidayRun, 'first' | 'last' | 'as' | 'name' | 'source' | 'isOfficial'>;

/** Days off, days that are worked in exchange, or days that are ordinary after all. */
export function DaysDialog({ begin, today, onClose }: { begin: DaysDraft; today: string; onClose: () => void }) {
  // What began before today is changed from today on.
  const [draft, setDraft] = useState({ ...begin, first: begin.first < today ? today : begin.first });
  // What a proposal rests on is not what decides it.
  const [source, setSource] = useState({ document: begin.isOfficial ? begin.source : '', article: '' });
  const edit = (change: Partial<DaysDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const { first, last, as, isOfficial } = draft;
  const [name, document] = [draft.name.trim(), source.document.trim()];
  const isWhole = first !== '' && last !== '' && name !== '' && document !== '';
  const isConfirmed = as === 'ordinary' || isOfficial;
  return (
    <EntryDialog
      title={t('calendar.form.daysTitle')}
      saveWords={t('calendar.form.save')}
      deed={
        isWhole ? { content: { kind: 'holiday' as const, first, last, as, name, document, isConfirmed } } : undefined
      }
      onClose={onClose}
    >
      <div className={classes.span}>
        <DayField
          label={t('calendar.form.first')}
          value={first}
          min={today}
          onChange={(value) => edit(value > last ? { first: value, last: value } : { first: value })}
        />
        <DayField
          label={t('calendar.form.last')}
          value={last}
          min={first}
          onChange={(value) => edit({ last: value })}
        />
      </div>
      <Radio.Group
        label={t('calendar.form.as')}
        value={as}
        onChange={(value) => edit({ as: KINDS.find((kind) => kind === value) ?? 'off' })}
      >
        <div className={classes.radios}>
          {KINDS.map((kind) => (
            <Radio key={kind} size="md" value={kind} label={t(`calendar.form.asHow.${kind}`)} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('calendar.form.name')}
        maxLength={200}
        value={draft.name}
        onChange={({ currentTarget: { value } }) => edit({ name: value })}
      />
      <SourceFields value={source} onChange={setSource} />
      {as === 'ordinary' ? null : (
        <Checkbox
          size="md"
          label={t('calendar.form.confirmDays')}
          checked={isOfficial}
          onChange={({ currentTarget: { checked } }) => edit({ isOfficial: checked })}
        />
      )}
    </EntryDialog>
  );
}

type DayFieldProps = { label: string; value: string; min: string; onChange: (value: string) => void };

function DayField({ label, value, min, onChange }: DayFieldProps) {
  return (
    <div>
      <TextInput
        type="date"
        label={label}
        min={min}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {/* A browser may write the month before the day. */}
      {value === '' ? null : <p className={classes.said}>{sayWeekday(value)}</p>}
    </div>
  );
}
