import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';

type Props<Shipped> = {
  title: string;
  backHref: string;
  /** The name of what came with the product and is to be replaced; empty for something new. */
  from: string;
  shipped: UseQueryResult<Shipped>;
  form: (begin: Shipped | undefined) => ReactNode;
};

/** The page of a new entry, or of the centre's own in the place of one that came with the product. */
export function NewEntry<Shipped>({ title, backHref, from, shipped, form }: Props<Shipped>) {
  return (
    <>
      <PageHead title={title} back={{ href: backHref, label: t('knowledge.back') }}>
        {from === '' ? undefined : t('knowledge.overrideMeans')}
      </PageHead>
      {from === '' || shipped.data !== undefined ? (
        form(shipped.data)
      ) : shipped.isPending ? (
        <Loading rows={3} />
      ) : (
        <Failed error={shipped.error} retry={() => void shipped.refetch()} />
      )}
    </>
  );
}
