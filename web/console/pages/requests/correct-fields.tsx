import { Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../words/words.ts';
import type { Entry, Fields } from './correction-draft.ts';
import classes from './items.module.css';

type Reading =
  | { kind: 'value'; text: string; warning: string | null }
  | { kind: 'choose'; options: string[] }
  | { kind: 'unread'; problem: string }
  | { kind: 'same' };

type Props = {
  label: string;
  entry: Entry;
  fields: Fields;
  /** What the form makes of it; undefined until it is known. */
  reading: Reading | undefined;
  edit: (changed: Partial<Fields>) => void;
};

const ANSWER_LENGTH = 500;

/** The new answer, entered as its question takes it, and what it was read as. */
export function CorrectFields({ label, entry, fields, reading, edit }: Props) {
  if (entry.kind === 'choice') {
    const empty = { value: '', label: '' };
    return (
      <NativeSelect
        data-autofocus
        label={t('review.correct.answer')}
        data={[...(fields.optionIds.length === 0 ? [empty] : []), ...entry.options.map(toChoice)]}
        value={fields.optionIds[0] ?? ''}
        onChange={({ currentTarget }) => edit({ optionIds: [currentTarget.value] })}
      />
    );
  }
  if (entry.kind === 'choices') {
    return (
      <Checkbox.Group
        label={t('review.correct.answer')}
        value={fields.optionIds}
        onChange={(optionIds) => edit({ optionIds })}
      >
        {entry.options.map((option) => (
          <Checkbox key={option.id} mt="xs" size="md" value={option.id} label={option.label} />
        ))}
      </Checkbox.Group>
    );
  }
  return (
    <>
      <TextInput
        data-autofocus
        label={t('review.correct.answer')}
        description={readAs(reading)}
        error={problemOf(reading)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={ANSWER_LENGTH}
        value={fields.text}
        onChange={({ currentTarget }) => edit({ text: currentTarget.value, pick: null })}
      />
      {reading?.kind === 'choose' ? (
        <Radio.Group
          label={`${t('review.correct.pick')}:`}
          aria-label={`${t('review.correct.pick')}: ${label}`}
          value={fields.pick === null ? '' : String(fields.pick)}
          onChange={(pick) => edit({ pick: Number(pick) })}
        >
          {reading.options.map((option, order) => (
            <Radio key={option} mt="xs" size="md" value={String(order)} label={option} />
          ))}
        </Radio.Group>
      ) : null}
    </>
  );
}

function toChoice({ id, label }: { id: string; label: string }): { value: string; label: string } {
  return { value: id, label };
}

function readAs(reading: Reading | undefined): ReactNode {
  if (reading?.kind !== 'value') return t('review.correct.textHint');
  return (
    <>
      {t('review.correct.reads', { text: reading.text })}
      {reading.warning === null ? null : <span className={classes.warning}>{reading.warning}</span>}
    </>
  );
}

function problemOf(reading: Reading | undefined): string | undefined {
  if (reading?.kind === 'same') return t('review.correct.same');
  return reading?.kind === 'unread' ? reading.problem : undefined;
}
