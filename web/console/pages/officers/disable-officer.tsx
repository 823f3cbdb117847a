import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import { type OfficerItem, officersQuery } from '../../api/queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
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
    <ConfirmDialog
      title={disabled ? t('officers.disableTitle', { name }) : t('officers.enableTitle', { name })}
      confirmWords={disabled ? t('officers.disable') : t('officers.enable')}
      isPending={change.isPending}
      error={change.isError ? errorWords(change.error) : undefined}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    >
      <p>{disabled ? t('officers.disableExplain') : t('officers.enableExplain')}</p>
    </ConfirmDialog>
  );
}
