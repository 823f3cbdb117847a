import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import type { MergePreview } from '../../api/establishment-queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import { sayEstablishmentError, sayWhich } from './say-establishment.ts';

/** Asks once more, and merges what was seen. */
export function MergeDialog({ preview, onClose }: { preview: MergePreview; onClose: () => void }) {
  const { kept, merged, people, mark } = preview;
  const client = useQueryClient();
  const [, go] = useLocation();
  const [requestId] = useState(newRequestId);
  const merge = useMutation({
    mutationFn: () =>
      read(
        api.establishments[':id'].merge.$post({
          param: { id: kept.id },
          json: { requestId, mergedId: merged.id, mark },
        }),
      ),
    onSuccess: () => go(`/establishments/${kept.id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['establishments'] }),
  });
  const moving = people.filter(({ side }) => side === 'merged').length;
  return (
    <ConfirmDialog
      title={t('establishment.merge.confirmTitle')}
      confirmWords={t('establishment.merge.now')}
      isPending={merge.isPending}
      error={merge.isError ? sayEstablishmentError(merge.error) : undefined}
      onConfirm={() => merge.mutate()}
      onClose={onClose}
    >
      <p>{t('establishment.merge.confirm', { merged: sayWhich(merged), kept: sayWhich(kept) })}</p>
      <p>{t('establishment.merge.confirmMoves', { count: merged.requests.length, people: moving })}</p>
      <p>{t('establishment.merge.confirmUndo')}</p>
    </ConfirmDialog>
  );
}
