import { Alert, Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import dialog from '../../parts/dialog.module.css';
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
    <Modal
      opened={isOpen}
      onClose={onDone}
      title={t('question.close.title')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <p className={dialog.words}>{t('question.close.explain')}</p>
      {close.isError ? <Alert color="amber">{errorWords(close.error)}</Alert> : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('dialog.cancel')}
        </Button>
        <Button loading={close.isPending} onClick={() => close.mutate()}>
          {t('question.close.confirm')}
        </Button>
      </div>
    </Modal>
  );
}
