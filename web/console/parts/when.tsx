import { TextInput } from '@mantine/core';
import { type DayAndTime, toInstant } from '../text/office-time.ts';
import { sayInstant } from '../text/say-time.ts';
import { t } from '../words/words.ts';
import classes from './when.module.css';

/** A day and a clock time, and what they say together. */
export function When({
  label,
  value,
  onChange,
}: {
  label: string;
  value: DayAndTime;
  onChange: (value: DayAndTime) => void;
}) {
  const instant = toInstant(value);
  return (
    <fieldset className={classes.when}>
      <legend>{label}</legend>
      <TextInput
        type="date"
        label={t('when.day')}
        required
        value={value.day}
        onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t('when.time')}
        required
        value={value.time}
        onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
      />
      {/* A browser may write the month before the day. */}
      {instant === undefined ? null : <p className={classes.said}>{sayInstant(instant)}</p>}
    </fieldset>
  );
}
