import { Alert, Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import type { WindowData } from '../../api/window-queries.ts';
import dialog from '../../parts/dialog.module.css';
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
    <Modal
      opened
      onClose={onClose}
      title={t('windows.withdrawTitle')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <p className={dialog.words}>{t('windows.withdrawExplain')}</p>
      {toldNow === 0 ? null : <p className={dialog.words}>{t('windows.withdrawTold', { count: toldNow })}</p>}
      {counts.waiting === 0 ? null : (
        <p className={dialog.words}>{t('windows.withdrawWaiting', { count: counts.waiting })}</p>
      )}
      {withdraw.isError ? (
        <Alert color="amber" role="alert">
          {sayWindowError(withdraw.error)}
        </Alert>
      ) : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('windows.withdrawNow')}
        </Button>
      </div>
    </Modal>
  );
}
