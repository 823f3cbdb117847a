import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { EntryForm, type Saving } from './entry-form.tsx';
import { nameOf } from './entry-lists.tsx';
import { PreviewOf } from './entry-preview.tsx';
import classes from './knowledge.module.css';
import { listQuery, overviewQuery, ratePreviewQuery } from './queries.ts';
import { type RateFields, readNumber, toContent } from './rate-fields.ts';
import { sayKind, sayProvince } from './say-knowledge.ts';
import { OriginFields, SpanFields } from './shared-fields.tsx';
import type { FieldsInForm } from './use-fields.ts';

const TYPING_MS = 400;
const NUMBERS = [
  ['percent', 'knowledge.form.percent'],
  ['ceilingVnd', 'knowledge.form.ceiling'],
  ['multiplier', 'knowledge.form.multiplier'],
] as const;

type Props = FieldsInForm<RateFields> & { name: string | undefined; saving: Saving };

/** A rate's figures, its document and its dates, and beside them what people will read. */
export function RateForm({ name, fields, edit, isChanged, saving }: Props) {
  const { provinces, rateKinds } = useQuery(overviewQuery).data ?? { provinces: [], rateKinds: [fields.kind] };
  const content = toContent(fields);
  return (
    <EntryForm
      saving={saving}
      canSave={content !== undefined && isChanged}
      preview={<Preview name={name} fields={fields} />}
    >
      <NativeSelect
        label={t('knowledge.form.kind')}
        value={fields.kind}
        onChange={(event) => edit({ kind: rateKinds.find((kind) => kind === event.currentTarget.value) })}
        data={rateKinds.map((value) => ({ value, label: sayKind(value) }))}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={t('knowledge.form.scope')}
          value={fields.scope}
          onChange={(event) => edit({ scope: event.currentTarget.value === 'national' ? 'national' : 'local' })}
          data={(['local', 'national'] as const).map((value) => ({ value, label: t(`knowledge.scope.${value}`) }))}
        />
        {fields.scope === 'national' ? null : (
          <NativeSelect
            label={t('knowledge.form.province')}
            value={fields.province}
            onChange={(event) => edit({ province: event.currentTarget.value })}
            data={[
              { value: '', label: '' },
              ...provinces.map((province) => ({ value: province.code, label: sayProvince(province) })),
            ]}
          />
        )}
      </div>
      <div className={classes.pair}>
        {NUMBERS.map(([field, label]) => (
          <TextInput
            key={field}
            label={t(label)}
            inputMode="decimal"
            value={fields[field]}
            error={readNumber(fields[field]) === null ? t('knowledge.form.numberWrong') : undefined}
            onChange={(event) => edit({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <OriginFields value={fields} onChange={edit} />
      <SpanFields
        labels={{ from: t('knowledge.form.from'), to: t('knowledge.form.to') }}
        value={fields}
        onChange={edit}
      />
      <ToldBy value={fields.articleId} onChange={(articleId) => edit({ articleId })} />
      <Supersedes name={name} fields={fields} onChange={(supersedes) => edit({ supersedes })} />
      <TextInput
        label={t('knowledge.form.confirmedBy')}
        maxLength={100}
        value={fields.confirmedBy}
        onChange={(event) => edit({ confirmedBy: event.currentTarget.value })}
      />
    </EntryForm>
  );
}

/** The article that tells this rate in words. */
function ToldBy({ value, onChange }: { value: string; onChange: (articleId: string) => void }) {
  const list = useQuery(listQuery('article', '')).data;
  const own = (list?.entries ?? []).map((entry) => ({ value: entry.name, label: nameOf(entry) }));
  const shipped = (list?.shipped ?? [])
    .filter(({ entryId }) => entryId === null)
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <NativeSelect
      label={t('knowledge.form.articleId')}
      description={t('knowledge.form.articleIdMeans')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: '' }, ...own, ...shipped]}
    />
  );
}

type SupersedesProps = { name: string | undefined; fields: RateFields; onChange: (rate: string) => void };

/** The rate that ends when this one begins. */
function Supersedes({ name, fields, onChange }: SupersedesProps) {
  const list = useQuery(listQuery('rate', '')).data;
  const own = (list?.entries ?? []).map((entry) => ({ value: entry.name, label: nameOf(entry) }));
  const shipped = (list?.shipped ?? []).map(({ id, title }) => ({ value: id, label: `${id} (${title})` }));
  const others = [...own, ...shipped].filter(({ value }) => value !== name);
  return (
    <NativeSelect
      label={t('knowledge.form.supersedes')}
      value={fields.supersedes}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: t('knowledge.form.supersedesNone') }, ...others]}
    />
  );
}

function Preview({ name, fields }: { name: string | undefined; fields: RateFields }) {
  const [settled] = useDebouncedValue(fields, TYPING_MS);
  const content = toContent(settled);
  const asked = content === undefined ? undefined : { name, content };
  const { data, error, isLoading, isPlaceholderData, refetch } = useQuery(ratePreviewQuery(asked));
  if (asked === undefined) return <p className={classes.quiet}>{t('knowledge.preview.wait')}</p>;
  if (isLoading) return <Loading rows={2} />;
  if (!data) return <Failed error={error} retry={() => void refetch()} />;
  return <PreviewOf preview={data} isStale={isPlaceholderData} />;
}
