import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import { sayEstablishmentError } from './say-establishment.ts';

type Props = {
  id: string;
  otherId: string;
  deed: 'not-same' | 'undo-not-same';
  onDone?: () => void;
};

/** Says that two are not the same, or takes that back: each undoes the other, so neither asks first. */
export function ApartButton({ id, otherId, deed, onDone }: Props) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const say = useMutation({
    mutationFn: () => read(api.establishments[':id'][deed].$post({ param: { id }, json: { requestId, otherId } })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['establishments'] }),
  });
  return (
    <>
      <Button variant="default" loading={say.isPending} onClick={() => say.mutate()}>
        {t(`establishment.apart.${deed}`)}
      </Button>
      {say.isError ? (
        <Alert color="amber" role="alert">
          {sayEstablishmentError(say.error)}
        </Alert>
      ) : null}
    </>
  );
}
