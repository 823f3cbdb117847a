import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from '../../api/client.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import type { Decision } from './decision.ts';
import { Told } from './told.tsx';

const TYPING_MS = 300;

/** The very message that the person would read, with its choices, and when it leaves; made by the server that will write it. */
export function Preview({ id, decision }: { id: string; decision: Decision }) {
  const [settled] = useDebouncedValue(decision, TYPING_MS);
  const preview = useQuery({
    queryKey: ['requests', id, 'preview', settled],
    queryFn: () => read(api.requests[':id'].preview.$post({ param: { id }, json: { decision: settled } })),
    placeholderData: keepPreviousData,
    // Evening comes while an officer writes.
    refetchInterval: 30_000,
    gcTime: 0,
  });
  if (preview.isPending) return <Loading rows={1} />;
  if (preview.data === undefined) {
    return <Failed error={preview.error} retry={() => void preview.refetch()} />;
  }
  return <Told told={preview.data.message} sending={preview.data.sending} />;
}
