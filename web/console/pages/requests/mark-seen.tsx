import { Alert, Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import { type RequestData, sendingQuery } from '../../api/queries.ts';
import dialog from '../../parts/dialog.module.css';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { sayDeparture } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';

/** Tells the person that somebody has looked; the very words stand here first. */
export function MarkSeen({ request, isOpen, onDone }: { request: RequestData; isOpen: boolean; onDone: () => void }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const sending = useQuery(sendingQuery(request.personId)).data;
  const mark = useMutation({
    mutationFn: () => read(api.requests[':id'].seen.$post({ param: { id: request.id }, json: { requestId } })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries(),
  });
  const isTold = sending?.kind === 'now' || sending?.kind === 'later';

  return (
    <Modal
      opened={isOpen}
      onClose={onDone}
      title={t('request.markSeen.title')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {isTold ? (
        <>
          <p className={dialog.words}>
            {sending.kind === 'now'
              ? t('request.markSeen.readsNow')
              : t('request.markSeen.readsLater', { moment: sayDeparture(new Date(sending.at)) })}
          </p>
          <div className={dialog.shown} data-testid="shown">
            {request.seenText}
          </div>
        </>
      ) : (
        <p className={dialog.words}>
          {sending?.kind === 'sample' ? t('request.markSeen.sample') : t('request.markSeen.nobody')}
        </p>
      )}
      {mark.isError ? (
        <Alert color="amber" role="alert">
          {errorWords(mark.error)}
        </Alert>
      ) : null}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('dialog.cancel')}
        </Button>
        <Button loading={mark.isPending} disabled={sending === undefined} onClick={() => mark.mutate()}>
          {isTold ? t('request.markSeen.confirm') : t('request.markSeen.confirmQuiet')}
        </Button>
      </div>
    </Modal>
  );
}
