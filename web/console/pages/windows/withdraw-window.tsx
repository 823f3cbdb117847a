import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import type { WindowData } from '../../api/window-queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import { sayWindowError } from './say-window.ts';

/** Calls a window off, after saying what that means and who will hear of it. */
export function WithdrawWindow({
  window: { id, toldNow, counts },
  onClose,
}: {
  window: WindowData;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const withdraw = useMutation({
    mutationFn: () => read(api.windows[':id'].withdraw.$post({ param: { id }, json: { requestId } })),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['windows'] }),
  });
  return (
    <ConfirmDialog
      title={t('windows.withdrawTitle')}
      confirmWords={t('windows.withdrawNow')}
      isPending={withdraw.isPending}
      error={withdraw.isError ? sayWindowError(withdraw.error) : undefined}
      onConfirm={() => withdraw.mutate()}
      onClose={onClose}
    >
      <p>{t('windows.withdrawExplain')}</p>
      {toldNow === 0 ? null : <p>{t('windows.withdrawTold', { count: toldNow })}</p>}
      {counts.waiting === 0 ? null : <p>{t('windows.withdrawWaiting', { count: counts.waiting })}</p>}
    </ConfirmDialog>
  );
}
