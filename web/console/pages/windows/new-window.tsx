import '../../words/windows.ts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import type { PreviewAsked } from '../../api/window-queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { tomorrow } from '../../text/office-time.ts';
import { t } from '../../words/words.ts';
import { sayWindowError } from './say-window.ts';
import { WindowForm } from './window-form.tsx';

export default function NewWindow() {
  const client = useQueryClient();
  const [, go] = useLocation();
  const [requestId, setRequestId] = useState(newRequestId);
  const save = useMutation({
    mutationFn: (fields: Omit<PreviewAsked, 'id'>) => read(api.windows.$post({ json: { requestId, ...fields } })),
    onSuccess: ({ id }) => go(`/windows/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['windows'] }),
  });
  return (
    <>
      <PageHead title={t('windows.new')} back={{ href: '/windows', label: t('windows.back') }} />
      <WindowForm
        begin={{
          kind: 'application',
          programme: 'advanced-equipment',
          opens: { day: tomorrow(), time: '08:00' },
          closes: { day: '', time: '17:00' },
          communeCodes: [],
          note: '',
          noteEn: '',
        }}
        saveWords={t('windows.form.save')}
        isSaving={save.isPending}
        error={save.isError ? sayWindowError(save.error) : undefined}
        onSave={(fields) => save.mutate(fields)}
        onEdit={() => setRequestId(newRequestId())}
        cancel={
          <Button component={Link} href="/windows" variant="default">
            {t('dialog.cancel')}
          </Button>
        }
      />
    </>
  );
}
