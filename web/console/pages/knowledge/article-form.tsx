import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { type ArticleFields, NO_SOURCE, type SourceFields, toContent } from './article-fields.ts';
import { EntryForm, type Saving } from './entry-form.tsx';
import { PreviewOf } from './entry-preview.tsx';
import classes from './knowledge.module.css';
import { articlePreviewQuery, overviewQuery } from './queries.ts';
import { sayProvince } from './say-knowledge.ts';
import { OriginFields, SpanFields } from './shared-fields.tsx';
import type { FieldsInForm } from './use-fields.ts';

const TYPING_MS = 400;

type Props = FieldsInForm<ArticleFields> & { name: string | undefined; saving: Saving };

/** An article's words, its sources and its dates, and beside them how people will read it. */
export function ArticleForm({ name, fields, edit, isChanged, saving }: Props) {
  const provinces = useQuery(overviewQuery).data?.provinces ?? [];
  const content = toContent(fields);
  return (
    <EntryForm
      saving={saving}
      canSave={content !== undefined && isChanged}
      preview={<Preview name={name} fields={fields} />}
    >
      <TextInput
        label={t('knowledge.form.title')}
        description={t('knowledge.form.titleMeans')}
        required
        maxLength={120}
        value={fields.title}
        onChange={(event) => edit({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('knowledge.form.text')}
        description={t('knowledge.form.textMeans')}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={fields.text}
        onChange={(event) => edit({ text: event.currentTarget.value })}
      />
      <Textarea
        label={t('knowledge.form.asks')}
        description={t('knowledge.form.asksMeans')}
        autosize
        minRows={3}
        maxRows={12}
        value={fields.asks}
        onChange={(event) => edit({ asks: event.currentTarget.value })}
      />
      {fields.sources.map((source, at) => (
        <SourceFieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a source is known by its place alone.
          key={at}
          source={source}
          onChange={(change) =>
            edit({ sources: fields.sources.map((one, index) => (index === at ? { ...one, ...change } : one)) })
          }
          onRemove={
            fields.sources.length === 1
              ? undefined
              : () => edit({ sources: fields.sources.filter((_, index) => index !== at) })
          }
        />
      ))}
      <div>
        <Button variant="default" onClick={() => edit({ sources: [...fields.sources, NO_SOURCE] })}>
          {t('knowledge.form.moreSource')}
        </Button>
      </div>
      {fields.sources.length > 1 || fields.figures !== '' ? (
        <Textarea
          label={t('knowledge.form.figures')}
          description={t('knowledge.form.figuresMeans')}
          autosize
          minRows={2}
          maxRows={8}
          value={fields.figures}
          onChange={(event) => edit({ figures: event.currentTarget.value })}
        />
      ) : null}
      <NativeSelect
        label={t('knowledge.form.province')}
        value={fields.province}
        onChange={(event) => edit({ province: event.currentTarget.value })}
        data={[
          { value: '', label: t('knowledge.form.everywhere') },
          ...provinces.map((province) => ({ value: province.code, label: sayProvince(province) })),
        ]}
      />
      <SpanFields
        labels={{ from: t('knowledge.form.from'), to: t('knowledge.form.to') }}
        value={fields}
        onChange={edit}
      />
    </EntryForm>
  );
}

function SourceFieldset(props: {
  source: SourceFields;
  onChange: (change: Partial<SourceFields>) => void;
  onRemove: (() => void) | undefined;
}) {
  const { source, onChange, onRemove } = props;
  return (
    <fieldset className={classes.source}>
      <legend>{t('knowledge.form.sources')}</legend>
      <OriginFields value={source} onChange={onChange} />
      <SpanFields
        labels={{ from: t('knowledge.form.docFrom'), to: t('knowledge.form.docTo') }}
        value={source}
        onChange={onChange}
      />
      <Checkbox
        size="md"
        label={t('knowledge.form.superseded')}
        checked={source.superseded}
        onChange={(event) => onChange({ superseded: event.currentTarget.checked })}
      />
      {onRemove === undefined ? null : (
        <div>
          <Button variant="default" onClick={onRemove}>
            {t('knowledge.form.lessSource')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function Preview({ name, fields }: { name: string | undefined; fields: ArticleFields }) {
  const [settled] = useDebouncedValue(fields, TYPING_MS);
  const content = toContent(settled);
  const asked = content === undefined ? undefined : { name, content };
  const { data, error, isLoading, isPlaceholderData, refetch } = useQuery(articlePreviewQuery(asked));
  if (asked === undefined) return <p className={classes.quiet}>{t('knowledge.preview.wait')}</p>;
  if (isLoading) return <Loading rows={2} />;
  if (!data) return <Failed error={error} retry={() => void refetch()} />;
  return <PreviewOf preview={data} isStale={isPlaceholderData} />;
}
