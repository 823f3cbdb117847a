import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, read } from '../../api/client.ts';
import dialog from '../../parts/dialog.module.css';
import { Icon } from '../../parts/icon.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';

/** A one-time link to hand over. It stands here once; whoever loses it gets a new one, which ends the old. */
export function LinkDialog({ person, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (requestId: string) =>
      read(api.officers[':id'].link.$post({ param: { id: person.id }, json: { requestId } })),
  });
  useEffect(() => mutate(newRequestId()), [mutate]);
  const link = data === undefined ? '' : `${location.origin}/console/setup#${data.token}`;

  const copy = async (): Promise<void> => {
    field.current?.select();
    // The clipboard is closed to pages without https; then the link stands selected for Ctrl+C.
    await navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('officers.linkTitle', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {isPending ? <Loading rows={1} /> : null}
      {error === null ? null : <Failed error={error} retry={() => mutate(newRequestId())} />}
      {data === undefined ? null : (
        <>
          <p className={dialog.words}>{t('officers.linkExplain')}</p>
          <TextInput
            ref={field}
            readOnly
            aria-label={t('officers.link')}
            value={link}
            onFocus={(event) => event.target.select()}
          />
        </>
      )}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('dialog.done')}
        </Button>
        <Button
          leftSection={<Icon name={isCopied ? 'check' : 'copy'} />}
          disabled={data === undefined}
          onClick={() => void copy()}
        >
          {isCopied ? t('officers.copied') : t('officers.copy')}
        </Button>
      </div>
    </Modal>
  );
}
