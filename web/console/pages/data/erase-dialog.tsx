import { Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import { type DataRequestData, deletionQuery } from '../../api/data-queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import classes from './data.module.css';
import { sayDataError } from './say-data.ts';

const LENGTH = 1000;

/** What would go, what must stay and why, and the words that the person reads; then it is deleted for good. */
export function EraseDialog({ data, onClose }: { data: DataRequestData; onClose: () => void }) {
  const client = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const { id } = data.request;
  const foreseen = useQuery(deletionQuery(id));
  const erase = useMutation({
    mutationFn: (mark: string) =>
      read(api.data[':id'].erase.$post({ param: { id }, json: { requestId, mark, reason } })),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries(),
  });
  const error = erase.error ?? foreseen.error;
  const mark = foreseen.data?.mark;
  return (
    <ConfirmDialog
      title={t('data.erase.title')}
      confirmWords={t('data.erase.now')}
      isFinal
      canConfirm={mark !== undefined && reason.trim() !== ''}
      isPending={erase.isPending}
      error={error === null ? undefined : sayDataError(error)}
      onConfirm={() => (mark === undefined ? undefined : erase.mutate(mark))}
      onClose={onClose}
    >
      {foreseen.data === undefined ? <Loading rows={2} /> : <Foreseen data={foreseen.data} />}
      {data.sending.kind === 'impossible' ? <p>{t('data.page.unreachable')}</p> : null}
      <Textarea
        label={t('data.erase.reason')}
        autosize
        minRows={2}
        maxLength={LENGTH}
        value={reason}
        onChange={({ currentTarget: { value } }) => {
          setReason(value);
          // Other words are another request.
          setRequestId(newRequestId());
        }}
      />
      <p>{t('data.erase.final')}</p>
    </ConfirmDialog>
  );
}

type Foreseen = {
  held: { messages: number; questions: number };
  goes: { codes: string[]; drafts: number; photos: number };
  stays: { codes: string[]; photos: number };
  message: string;
};

function Foreseen({ data: { held, goes, stays, message } }: { data: Foreseen }) {
  const { messages, questions } = held;
  return (
    <>
      <ul className={classes.foreseen}>
        <li>{t('data.erase.goes', { messages, questions, photos: goes.photos })}</li>
        {goes.codes.length === 0 ? null : <li>{t('data.erase.goesCodes', { codes: goes.codes.join(', ') })}</li>}
        {goes.drafts === 0 ? null : <li>{t('data.erase.goesDrafts', { count: goes.drafts })}</li>}
        {stays.codes.length === 0 ? null : (
          <li className={classes.stays}>
            {t('data.erase.stays', { codes: stays.codes.join(', '), photos: stays.photos })}
          </li>
        )}
      </ul>
      <p className={classes.quiet}>{t('data.erase.message')}</p>
      <p className={classes.notice}>{message}</p>
    </>
  );
}
