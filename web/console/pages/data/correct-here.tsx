import { useQuery } from '@tanstack/react-query';
import { personQuery } from '../../api/queries.ts';
import { FactLinks, requestLinks } from '../../person/facts.tsx';
import { t } from '../../words/words.ts';

/** Where what somebody asks to be put right is put right: beside each answer of their requests. */
export function CorrectHere({ personId }: { personId: string }) {
  const { data } = useQuery(personQuery(personId));
  return <FactLinks label={t('data.page.correctHere')} links={requestLinks(data?.requests ?? [])} />;
}
