import { Radio } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../api/client.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { errorWords } from '../parts/states.tsx';
import { newRequestId } from '../text/drafts.ts';
import { t } from '../words/words.ts';

const REASONS = ['identity-card', 'not-needed'] as const;
type Reason = (typeof REASONS)[number];

/** Takes a photo away for good, after saying what that means; its reason is chosen, never assumed. */
export function RemovePhoto({ id, onDone, onClose }: { id: string; onDone: () => void; onClose: () => void }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [why, setWhy] = useState<Reason>();
  const remove = useMutation({
    mutationFn: (reason: Reason) =>
      read(api.files[':id'].remove.$post({ param: { id }, json: { requestId, why: reason } })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <ConfirmDialog
      title={t('data.photo.title')}
      confirmWords={t('data.photo.confirm')}
      isFinal
      canConfirm={why !== undefined}
      isPending={remove.isPending}
      error={remove.isError ? errorWords(remove.error) : undefined}
      onConfirm={() => (why === undefined ? undefined : remove.mutate(why))}
      onClose={onClose}
    >
      <p>{t('data.photo.explain')}</p>
      <Radio.Group
        label={t('data.photo.why')}
        value={why ?? ''}
        onChange={(value) => setWhy(REASONS.find((each) => each === value))}
      >
        {REASONS.map((reason) => (
          <Radio key={reason} size="md" mt="sm" value={reason} label={t(`data.photo.${reason}`)} />
        ))}
      </Radio.Group>
    </ConfirmDialog>
  );
}
