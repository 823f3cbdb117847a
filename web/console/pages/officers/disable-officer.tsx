import { Alert, Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import { type OfficerItem, officersQuery } from '../../api/queries.ts';
import dialog from '../../parts/dialog.module.css';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';

/** Shuts somebody out, or lets them in again, after saying what that means. */
export function DisableOfficer({ officer, onClose }: { officer: OfficerItem; onClose: () => void }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const disabled = officer.disabledAt === null;
  const change = useMutation({
    mutationFn: () =>
      read(api.officers[':id'].disabled.$post({ param: { id: officer.id }, json: { requestId, disabled } })),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: officersQuery.queryKey }),
  });
  const { name } = officer;
  return (
    <Modal
      opened
      onClose={onClose}
      title={disabled ? t('officers.disableTitle', { name }) : t('officers.enableTitle', { name })}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <p className={dialog.words}>{disabled ? t('officers.disableExplain') : t('officers.enableExplain')}</p>
      {change.isError ? (
        <Alert color="amber" role="alert">
          {errorWords(change.error)}
        </Alert>
      ) : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
        <Button loading={change.isPending} onClick={() => change.mutate()}>
          {disabled ? t('officers.disable') : t('officers.enable')}
        </Button>
      </div>
    </Modal>
  );
}
