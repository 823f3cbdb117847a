import { Alert, Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, read } from '../../api/client.ts';
import type { CertificateData } from '../../api/establishment-queries.ts';
import dialog from '../../parts/dialog.module.css';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';

const LEVELS = ['commune', 'province', 'region', 'national'] as const;
const MOST_DAYS = 180;

type Fields = Pick<CertificateData, 'product' | 'number' | 'level' | 'issuedOn' | 'validUntil'> & { leads: string };
type Props = {
  establishmentId: string;
  /** The request by which the product was put forward. */
  applicationId?: string;
  /** The one that is put right; without it a new one is written down. */
  certificate?: CertificateData;
  onClose: () => void;
};

const EMPTY: Fields = { product: '', number: '', level: 'province', issuedOn: '', validUntil: '', leads: '' };

/** What a paper says, typed as it is printed. */
export function CertificateDialog({ establishmentId, applicationId, certificate, onClose }: Props) {
  const client = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId);
  const [fields, setFields] = useState<Fields>(certificate === undefined ? EMPTY : fieldsOf(certificate));
  const edit = (change: Partial<Fields>): void => {
    setFields((before) => ({ ...before, ...change }));
    // Other words are another request.
    setRequestId(newRequestId());
  };
  const leads = readLeads(fields.leads);
  const send = useMutation({
    mutationFn: async (): Promise<object> => {
      const json = { requestId, ...fields, leads: leads ?? [] };
      return certificate === undefined
        ? await read(api.certificates.$post({ json: { ...json, establishmentId, applicationId } }))
        : await read(
            api.certificates[':id'].correct.$post({
              param: { id: certificate.id },
              json: { ...json, revision: certificate.revision },
            }),
          );
    },
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['establishments'] }),
  });
  const { product, number, issuedOn, validUntil } = fields;
  const isWhole = [product, number, issuedOn, validUntil].every((text) => text.trim() !== '') && leads !== undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) send.mutate();
  };
  const title = t(`establishment.certificate.form.${certificate === undefined ? 'addTitle' : 'correctTitle'}`);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('dialog.close') }}>
      <form className={dialog.form} onSubmit={submit}>
        <TextInput
          label={t('establishment.certificate.form.product')}
          maxLength={200}
          value={product}
          onChange={({ currentTarget: { value } }) => edit({ product: value })}
        />
        <NativeSelect
          label={t('establishment.certificate.form.level')}
          value={fields.level}
          data={LEVELS.map((value) => ({ value, label: t(`establishment.certificate.level.${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            edit({ level: LEVELS.find((each) => each === value) ?? fields.level })
          }
        />
        <TextInput
          label={t('establishment.certificate.form.number')}
          maxLength={60}
          value={number}
          onChange={({ currentTarget: { value } }) => edit({ number: value })}
        />
        <TextInput
          type="date"
          label={t('establishment.certificate.form.issuedOn')}
          value={issuedOn}
          onChange={({ currentTarget: { value } }) => edit({ issuedOn: value })}
        />
        <TextInput
          type="date"
          label={t('establishment.certificate.form.validUntil')}
          description={t('establishment.certificate.form.untilHow')}
          value={validUntil}
          onChange={({ currentTarget: { value } }) => edit({ validUntil: value })}
        />
        <TextInput
          label={t('establishment.certificate.form.leads')}
          description={t('establishment.certificate.form.leadsHow')}
          error={leads === undefined ? t('establishment.certificate.form.leadsWrong') : undefined}
          value={fields.leads}
          onChange={({ currentTarget: { value } }) => edit({ leads: value })}
        />
        {send.isError ? (
          <Alert color="amber" role="alert">
            {errorWords(send.error)}
          </Alert>
        ) : null}
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" disabled={!isWhole} loading={send.isPending}>
            {t('establishment.certificate.form.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function fieldsOf({ product, number, level, issuedOn, validUntil, leads }: CertificateData): Fields {
  return { product, number, level, issuedOn, validUntil, leads: leads.map(Number.parseFloat).join(', ') };
}

/** "90, 30" as leads; undefined when it says something else. */
function readLeads(typed: string): CertificateData['leads'] | undefined {
  const parts = typed.split(/[,;\s]+/).filter((part) => part !== '');
  const days = parts.map(Number);
  if (!days.every((count) => Number.isInteger(count) && count >= 1 && count <= MOST_DAYS)) return undefined;
  return days.map((count) => (count === 1 ? '1-day' : (`${count}-days` as const)));
}
