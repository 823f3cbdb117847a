import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import { newRequestId } from '../../text/drafts.ts';

type Deed =
  | { kind: 'confirmed'; seenAt: string; wantedAt?: string }
  | { kind: 'approved'; seenAt: string; people: number }
  | { kind: 'deleted' | 'taken-back' | 'paused' | 'resumed' | 'stopped' };

/** One press of a button, however often it is tried: the same request. */
export function useDeed(id: string, onDone: () => void = () => {}) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  return useMutation({
    mutationFn: (deed: Deed) =>
      read(api.announcements[':id'].deeds.$post({ param: { id }, json: { requestId, deed } })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries(),
  });
}
