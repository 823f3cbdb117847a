import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import { useFilter } from '../../lists/use-filter.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { shippedRateQuery } from './queries.ts';
import { type RateContent, toContent, toFields } from './rate-fields.ts';
import { RateForm } from './rate-form.tsx';
import { useFields } from './use-fields.ts';

/** A new rate, or the centre's own in the place of one that came with the product (`?from=`). */
export default function NewRate() {
  const from = useFilter().get('from');
  const shipped = useQuery(shippedRateQuery(from));
  const back = { href: '/knowledge?tab=rates', label: t('knowledge.back') };
  return (
    <>
      <PageHead title={shipped.data?.document ?? t('knowledge.new.rate')} back={back}>
        {from === '' ? undefined : t('knowledge.overrideMeans')}
      </PageHead>
      {from === '' ? (
        <Form begin={{}} name={undefined} />
      ) : shipped.data !== undefined ? (
        <Form begin={shipped.data} name={from} />
      ) : shipped.isPending ? (
        <Loading rows={3} />
      ) : (
        <Failed error={shipped.error} retry={() => void shipped.refetch()} />
      )}
    </>
  );
}

function Form({ begin, name }: { begin: Partial<RateContent>; name: string | undefined }) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const { requestId, clear, ...form } = useFields(`knowledge/rate/new/${name ?? ''}`, toFields(begin));
  const save = useMutation({
    mutationFn: (content: RateContent) => read(api.rates.$post({ json: { requestId, name, content } })),
    onSuccess: ({ id }) => {
      clear();
      go(`/knowledge/rates/${id}`);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
  });
  const content = toContent(form.fields);
  return (
    <RateForm
      {...form}
      name={name}
      saving={{
        words: t('knowledge.form.saveNew'),
        isPending: save.isPending,
        error: save.error,
        save: () => content !== undefined && save.mutate(content),
      }}
    />
  );
}
