import { useQuery } from '@tanstack/react-query';
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
import { useEntryForm } from './use-entry-form.ts';
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
  const { id, revision, name } = entry;
  const form = useEntryForm({
    draft: `knowledge/rate/${id}/${revision}`,
    begin: toFields(begin),
    toContent,
    saveWords: t('knowledge.form.save'),
    send: ({ requestId, content }) => {
      const deed = { kind: 'changed', content } as const;
      return read(api.rates[':id'].deeds.$post({ param: { id }, json: { requestId, revision, deed } }));
    },
  });
  return <RateForm {...form} name={name} />;
}
