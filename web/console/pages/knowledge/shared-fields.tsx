import { TextInput } from '@mantine/core';
import { t } from '../../words/words.ts';
import classes from './knowledge.module.css';

type Origin = { document: string; article: string };

/** The document that says something, and where in it. */
export function OriginFields({ value, onChange }: { value: Origin; onChange: (change: Partial<Origin>) => void }) {
  return (
    <>
      <TextInput
        label={t('knowledge.form.document')}
        required
        maxLength={200}
        value={value.document}
        onChange={(event) => onChange({ document: event.currentTarget.value })}
      />
      <TextInput
        label={t('knowledge.form.article')}
        maxLength={200}
        value={value.article}
        onChange={(event) => onChange({ article: event.currentTarget.value })}
      />
    </>
  );
}

type Span = { effectiveFrom: string; effectiveTo: string };

/** From when and until when; either may be left open. */
export function SpanFields(props: {
  labels: { from: string; to: string };
  value: Span;
  onChange: (change: Partial<Span>) => void;
}) {
  const { labels, value, onChange } = props;
  return (
    <div className={classes.pair}>
      <TextInput
        type="date"
        label={labels.from}
        value={value.effectiveFrom}
        onChange={(event) => onChange({ effectiveFrom: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={labels.to}
        value={value.effectiveTo}
        onChange={(event) => onChange({ effectiveTo: event.currentTarget.value })}
      />
    </div>
  );
}
