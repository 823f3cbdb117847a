import { Alert, Button, Modal, Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, read } from '../../api/client.ts';
import { officersQuery } from '../../api/queries.ts';
import dialog from '../../parts/dialog.module.css';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';

type Props = { onClose: () => void; onInvited: (person: { id: string; name: string }) => void };

export function InviteOfficer({ onClose, onInvited }: Props) {
  const client = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId);
  const [role, setRole] = useState<'officer' | 'administrator'>('officer');
  const invite = useMutation({
    mutationFn: (json: { name: string; email: string }) =>
      read(api.officers.$post({ json: { requestId, role, ...json } })),
    onSuccess: ({ id }, { name }) => onInvited({ id, name }),
    onSettled: () => client.invalidateQueries({ queryKey: officersQuery.queryKey }),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    invite.mutate({ name: String(form.get('name')).trim(), email: String(form.get('email')).trim() });
  };

  return (
    <Modal opened onClose={onClose} title={t('officers.invite')} closeButtonProps={{ 'aria-label': t('dialog.close') }}>
      {/* Other words are another invitation. */}
      <form className={dialog.form} onSubmit={submit} onChange={() => setRequestId(newRequestId())}>
        <TextInput
          name="name"
          label={t('officers.name')}
          autoComplete="off"
          required
          minLength={2}
          maxLength={80}
          data-autofocus
        />
        <TextInput name="email" type="email" label={t('officers.email')} autoComplete="off" required maxLength={200} />
        <Radio.Group
          label={t('officers.role')}
          value={role}
          onChange={(value) => setRole(value === 'administrator' ? 'administrator' : 'officer')}
        >
          <div className={dialog.form} style={{ gap: 10, paddingTop: 8 }}>
            <Radio size="md" value="officer" label={t('role.officer')} description={t('officers.officerMay')} />
            <Radio
              size="md"
              value="administrator"
              label={t('role.administrator')}
              description={t('officers.administratorMay')}
            />
          </div>
        </Radio.Group>
        {invite.isError ? (
          <Alert color="amber" role="alert">
            {errorWords(invite.error)}
          </Alert>
        ) : null}
        <div className={dialog.buttons} style={{ marginTop: 4 }}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={invite.isPending}>
            {t('officers.makeLink')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
