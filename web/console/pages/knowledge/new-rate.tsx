import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import { useFilter } from '../../lists/use-filter.ts';
import { t } from '../../words/words.ts';
import { NewEntry } from './new-entry.tsx';
import { shippedRateQuery } from './queries.ts';
import { type RateContent, toContent, toFields } from './rate-fields.ts';
import { RateForm } from './rate-form.tsx';
import { useEntryForm } from './use-entry-form.ts';

/** A new rate, or the centre's own in the place of one that came with the product (`?from=`). */
export default function NewRate() {
  const from = useFilter().get('from');
  const shipped = useQuery(shippedRateQuery(from));
  return (
    <NewEntry
      title={shipped.data?.document ?? t('knowledge.new.rate')}
      backHref="/knowledge?tab=rates"
      from={from}
      shipped={shipped}
      form={(begin) => <Form begin={begin ?? {}} name={from === '' ? undefined : from} />}
    />
  );
}

function Form({ begin, name }: { begin: Partial<RateContent>; name: string | undefined }) {
  const [, go] = useLocation();
  const form = useEntryForm({
    draft: `knowledge/rate/new/${name ?? ''}`,
    begin: toFields(begin),
    toContent,
    saveWords: t('knowledge.form.saveNew'),
    send: ({ requestId, content }) => read(api.rates.$post({ json: { requestId, name, content } })),
    onSaved: ({ id }) => go(`/knowledge/rates/${id}`),
  });
  return <RateForm {...form} name={name} />;
}
