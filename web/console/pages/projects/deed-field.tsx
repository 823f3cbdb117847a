import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import type { ProjectData } from '../../api/project-queries.ts';
import { monthsUpTo, sayIsoDay, sayIsoMonth } from '../../text/iso-days.ts';
import { readMoney, sayExactly } from '../../text/money.ts';
import { toDayAndTime } from '../../text/office-time.ts';
import { t } from '../../words/words.ts';
import { AMENDMENTS, DECIDERS, type FieldName, FUNDS, KINDS, OPTIONAL } from './deed-fields.ts';
import classes from './projects.module.css';

/** As the server takes them. */
const WORDS_LENGTH = 600;
const NUMBER_LENGTH = 60;
const MONTHS = 12;

type Props = {
  name: FieldName;
  value: string;
  data: ProjectData;
  /** Where an officer begins to type. */
  isFirst: boolean;
  onChange: (value: string) => void;
};

/** One thing that a deed says, in the input that fits it. */
export function DeedField({ name, value, data, isFirst, onChange }: Props) {
  const focus = isFirst ? { 'data-autofocus': true } : {};
  const label = OPTIONAL.includes(name) ? t('projects.ifAny', { label: labelOf(name) }) : labelOf(name);
  const edit = ({ currentTarget }: { currentTarget: { value: string } }): void => onChange(currentTarget.value);
  switch (KINDS[name]) {
    case 'money':
      return <MoneyField label={label} value={value} focus={focus} onChange={onChange} />;
    case 'day':
      // A browser may write the month before the day.
      return (
        <TextInput
          {...focus}
          type="date"
          label={label}
          description={value === '' ? undefined : `= ${sayIsoDay(value)}`}
          inputWrapperOrder={['label', 'input', 'description']}
          value={value}
          onChange={edit}
        />
      );
    case 'line':
      return <TextInput {...focus} label={label} maxLength={NUMBER_LENGTH} value={value} onChange={edit} />;
    case 'words':
    case 'note':
      return (
        <Textarea
          {...focus}
          label={label}
          autosize
          minRows={2}
          maxLength={WORDS_LENGTH}
          value={value}
          onChange={edit}
        />
      );
    case 'choice': {
      const choices = choicesOf(name, data);
      if (name === 'planYear' || name === 'month') {
        return <NativeSelect {...focus} label={label} data={choices} value={value} onChange={edit} />;
      }
      return (
        <Radio.Group label={label} value={value} onChange={onChange}>
          <div className={classes.radios}>
            {choices.map((choice) => (
              <Radio key={choice.value} size="md" value={choice.value} label={choice.label} />
            ))}
          </div>
        </Radio.Group>
      );
    }
  }
}

type MoneyProps = { label: string; value: string; focus: object; onChange: (value: string) => void };

/** A sum as it is typed, and what it was understood as, to the đồng. */
function MoneyField({ label, value, focus, onChange }: MoneyProps) {
  const vnd = readMoney(value);
  const isUnread = value.trim() !== '' && vnd === undefined;
  return (
    <TextInput
      {...focus}
      label={label}
      placeholder={t('projects.money.example')}
      description={vnd === undefined ? undefined : `= ${sayExactly(vnd)}`}
      error={isUnread ? t(isNegative(value) ? 'projects.money.negative' : 'projects.money.unread') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function isNegative(typed: string): boolean {
  return /^\s*[-−–]\s*\d/u.test(typed);
}

function labelOf(name: FieldName): string {
  return t(`projects.field.${name}`);
}

function choicesOf(name: FieldName, { planYear, now }: ProjectData): { value: string; label: string }[] {
  switch (name) {
    case 'planYear':
      return [planYear.planYear - 1, planYear.planYear, planYear.next.planYear].map((year) => ({
        value: String(year),
        label: String(year),
      }));
    case 'month':
      return monthsUpTo(toDayAndTime(now).day, MONTHS).map((month) => ({ value: month, label: sayIsoMonth(month) }));
    case 'fund':
      return FUNDS.map((fund) => ({ value: fund, label: t(`projects.fund.${fund}`) }));
    case 'amendment':
      return AMENDMENTS.map((amendment) => ({ value: amendment, label: t(`projects.amendment.${amendment}`) }));
    default:
      return DECIDERS.map((decider) => ({ value: decider, label: t(`projects.decider.${decider}`) }));
  }
}
