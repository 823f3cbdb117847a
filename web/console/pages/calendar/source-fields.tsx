import { TextInput } from '@mantine/core';
import { t } from '../../words/words.ts';

type Source = { document: string; article: string };

/** What an entry rests on. */
export function SourceFields({
  value,
  hasArticle = false,
  onChange,
}: {
  value: Source;
  hasArticle?: boolean;
  onChange: (value: Source) => void;
}) {
  return (
    <>
      <TextInput
        label={t('calendar.form.document')}
        description={t('calendar.form.documentHow')}
        maxLength={200}
        value={value.document}
        onChange={({ currentTarget }) => onChange({ ...value, document: currentTarget.value })}
      />
      {hasArticle ? (
        <TextInput
          label={t('calendar.form.article')}
          maxLength={100}
          value={value.article}
          onChange={({ currentTarget }) => onChange({ ...value, article: currentTarget.value })}
        />
      ) : null}
    </>
  );
}
