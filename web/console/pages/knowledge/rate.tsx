import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../api/client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { Deeds } from './deeds.tsx';
import { nameOf } from './entry-lists.tsx';
import { type RateEntry, rateQuery } from './queries.ts';
import { type RateContent, toContent, toFields } from './rate-fields.ts';
import { RateForm } from './rate-form.tsx';
import { PendingMark, StandingMark } from './standing-mark.tsx';
import { useFields } from './use-fields.ts';
import { Versions } from './versions.tsx';

/** One of the centre's rates: its figures, what people read, and its versions. */
export default function RatePage({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(rateQuery(id));
  const back = { href: '/knowledge?tab=rates', label: t('knowledge.back') };
  if (data === undefined) {
    return (
      <>
        <PageHead title={t('knowledge.nav')} back={back} />
        {isPending ? <Loading rows={3} /> : <Failed error={error} retry={() => void refetch()} />}
      </>
    );
  }
  if ('title' in data.content) return null;
  return (
    <>
      <PageHead
        title={nameOf(data)}
        back={back}
        marks={
          <>
            <StandingMark standing={data.standing} />
            <PendingMark entry={data} />
          </>
        }
        actions={<Deeds kind="rate" entry={data} />}
      >
        {data.isInPlaceOfShipped ? t('knowledge.inPlaceRate') : undefined}
      </PageHead>
      <Form key={data.revision} entry={data} content={data.content} />
      <Versions versions={data.versions} />
    </>
  );
}

function Form({ entry, content: begin }: { entry: RateEntry; content: RateContent }) {
  const client = useQueryClient();
  const { id, revision, name } = entry;
  const { requestId, clear, ...form } = useFields(`knowledge/rate/${id}/${revision}`, toFields(begin));
  const save = useMutation({
    mutationFn: (content: RateContent) => {
      const deed = { kind: 'changed', content } as const;
      return read(api.rates[':id'].deeds.$post({ param: { id }, json: { requestId, revision, deed } }));
    },
    onSuccess: clear,
    onSettled: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
  });
  const content = toContent(form.fields);
  return (
    <RateForm
      {...form}
      name={name}
      saving={{
        words: t('knowledge.form.save'),
        isPending: save.isPending,
        error: save.error,
        save: () => content !== undefined && save.mutate(content),
      }}
    />
  );
}
