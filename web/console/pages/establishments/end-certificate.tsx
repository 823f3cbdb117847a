import { Alert, Button, Radio } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import type { CertificateData } from '../../api/establishment-queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import classes from './establishments.module.css';

const REASONS = ['replaced', 'withdrawn', 'mistaken'] as const;

/** Asks why a certificate counts no more; nobody is reminded of it then. */
export function EndCertificate({
  certificate: { id, revision },
  onClose,
}: {
  certificate: CertificateData;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [why, setWhy] = useState<(typeof REASONS)[number]>('replaced');
  const send = useMutation({
    mutationFn: () => read(api.certificates[':id'].end.$post({ param: { id }, json: { requestId, revision, why } })),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['establishments'] }),
  });
  return (
    <ConfirmDialog
      title={t('establishment.certificate.ending.title')}
      confirmWords={t('establishment.certificate.ending.now')}
      isPending={send.isPending}
      error={send.isError ? errorWords(send.error) : undefined}
      onConfirm={() => send.mutate()}
      onClose={onClose}
    >
      <p>{t('establishment.certificate.ending.explain')}</p>
      <Radio.Group
        label={t('establishment.certificate.ending.why')}
        value={why}
        onChange={(value) => setWhy(REASONS.find((each) => each === value) ?? why)}
      >
        <div className={classes.radios}>
          {REASONS.map((each) => (
            <Radio key={each} size="md" value={each} label={t(`establishment.certificate.ended.${each}`)} />
          ))}
        </div>
      </Radio.Group>
    </ConfirmDialog>
  );
}

/** Takes a slip back: it counts again, and its people are reminded as before. */
export function ResumeCertificate({ certificate: { id, revision } }: { certificate: CertificateData }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const send = useMutation({
    mutationFn: () => read(api.certificates[':id'].resume.$post({ param: { id }, json: { requestId, revision } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['establishments'] }),
  });
  return (
    <>
      <Button variant="default" loading={send.isPending} onClick={() => send.mutate()}>
        {t('establishment.certificate.resume')}
      </Button>
      {send.isError ? (
        <Alert color="amber" role="alert">
          {errorWords(send.error)}
        </Alert>
      ) : null}
    </>
  );
}
