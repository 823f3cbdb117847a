import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import type { DataRequestData } from '../../api/data-queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import { sayDataError, sayIsoDays } from './say-data.ts';

export type Deed = 'answer' | 'extend' | 'done' | 'refused';

const LENGTH = 1000;

/** One deed about a request, with the words that the person will read. */
export function DeedDialog({ data, deed, onClose }: { data: DataRequestData; deed: Deed; onClose: () => void }) {
  const client = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId);
  const [text, setText] = useState('');
  const { putOff, sending } = data;
  const [to, setTo] = useState(putOff?.to ?? '');
  const param = { id: data.request.id };
  const save = useMutation<unknown>({
    mutationFn: () => {
      const route = api.data[':id'];
      if (deed === 'answer') return read(route.answer.$post({ param, json: { requestId, text } }));
      if (deed === 'extend') return read(route.extend.$post({ param, json: { requestId, to, reason: text } }));
      return read(route.finish.$post({ param, json: { requestId, as: deed, text } }));
    },
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries(),
  });
  const edit = (change: () => void): void => {
    change();
    // Other words are another request.
    setRequestId(newRequestId());
  };
  return (
    <ConfirmDialog
      title={t(`data.deed.${deed}`)}
      confirmWords={t('data.deed.send')}
      canConfirm={text.trim() !== '' && (deed !== 'extend' || to !== '')}
      isPending={save.isPending}
      error={save.isError ? sayDataError(save.error) : undefined}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      {deed === 'refused' ? <p>{t('data.deed.refusedHow')}</p> : null}
      {sending.kind === 'impossible' ? <p>{t('data.page.unreachable')}</p> : null}
      {deed === 'extend' && putOff !== null ? (
        <TextInput
          type="date"
          label={t('data.deed.to')}
          description={t('data.deed.toHow', { day: sayIsoDays([putOff.to]) })}
          min={putOff.from}
          max={putOff.to}
          value={to}
          onChange={({ currentTarget: { value } }) => edit(() => setTo(value))}
        />
      ) : null}
      <Textarea
        label={deed === 'extend' ? t('data.deed.reasonWords') : t('data.deed.words')}
        autosize
        minRows={3}
        maxLength={LENGTH}
        value={text}
        onChange={({ currentTarget: { value } }) => edit(() => setText(value))}
      />
    </ConfirmDialog>
  );
}
