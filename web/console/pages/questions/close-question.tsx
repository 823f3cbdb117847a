import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';

/** Ends a question without a message: the person hears nothing, so it is asked once more. */
export function CloseQuestion({ id, isOpen, onDone }: { id: string; isOpen: boolean; onDone: () => void }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const close = useMutation({
    mutationFn: () => read(api.questions[':id'].close.$post({ param: { id }, json: { requestId } })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('question.close.title')}
      confirmWords={t('question.close.confirm')}
      isPending={close.isPending}
      error={close.isError ? errorWords(close.error) : undefined}
      onConfirm={() => close.mutate()}
      onClose={onDone}
    >
      <p>{t('question.close.explain')}</p>
    </ConfirmDialog>
  );
}
