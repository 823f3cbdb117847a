import '../../words/windows.ts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import { type PreviewAsked, type WindowData, windowQuery } from '../../api/window-queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { toDayAndTime } from '../../text/office-time.ts';
import { t } from '../../words/words.ts';
import { sayKindAndProgramme, sayWindowError } from './say-window.ts';
import { WindowForm } from './window-form.tsx';

/** Other dates, another area or line; beside them who will be told and what is replaced. */
export default function ChangeWindow({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery({ ...windowQuery(id), refetchOnWindowFocus: false });
  return (
    <>
      <PageHead title={t('windows.changeTitle')} back={{ href: '/windows', label: t('windows.back') }}>
        {data === undefined ? null : sayKindAndProgramme(data.window)}
      </PageHead>
      {isPending ? <Loading rows={3} /> : null}
      {error === null ? null : <Failed error={error} retry={() => void refetch()} />}
      {data === undefined ? null : <ChangeForm window={data.window} />}
    </>
  );
}

function ChangeForm({ window: current }: { window: WindowData }) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const [requestId, setRequestId] = useState(newRequestId);
  // The dates that the officer began from, whatever a colleague does meanwhile: the server tells.
  const [seen] = useState(current);
  const { id, version } = seen;
  const save = useMutation({
    mutationFn: ({ programme: _, kind: __, ...fields }: Omit<PreviewAsked, 'id'>) =>
      read(api.windows[':id'].change.$post({ param: { id }, json: { requestId, version, ...fields } })),
    onSuccess: () => go(`/windows/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['windows'] }),
  });
  return (
    <WindowForm
      id={id}
      begin={{
        kind: seen.kind,
        programme: seen.programme,
        rule: seen.rule,
        opens: toDayAndTime(seen.opensAt),
        closes: toDayAndTime(seen.closesAt),
        communeCodes: seen.communeCodes,
        note: seen.note,
        noteEn: seen.noteEn,
      }}
      saveWords={t('windows.form.saveChange')}
      isSaving={save.isPending}
      error={save.isError ? sayWindowError(save.error) : undefined}
      onSave={(fields) => save.mutate(fields)}
      onEdit={() => setRequestId(newRequestId())}
      cancel={
        <Button component={Link} href={`/windows/${id}`} variant="default">
          {t('dialog.cancel')}
        </Button>
      }
    />
  );
}
