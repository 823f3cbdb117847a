import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../api/client.ts';
import { download } from '../../api/download.ts';
import type { RequestData } from '../../api/queries.ts';
import { Icon } from '../../parts/icon.tsx';
import { errorWords } from '../../parts/states.tsx';
import '../../words/papers.ts';
import { t } from '../../words/words.ts';

/** The papers that can be made of a request. */
export function PaperLinks({ request: { id, status } }: { request: Pick<RequestData, 'id' | 'status'> }) {
  const outline = useMutation({
    mutationFn: () => download(api.papers.requests[':id'].outline.$get({ param: { id } })),
  });
  return (
    <>
      <Button component={Link} href={`/requests/${id}/paper`} variant="default" leftSection={<Icon name="print" />}>
        {t('papers.page.open')}
      </Button>
      <Button component={Link} href={`/requests/${id}/summary`} variant="default" leftSection={<Icon name="print" />}>
        {t('papers.summary.open')}
      </Button>
      {status === 'erased' ? null : (
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          loading={outline.isPending}
          title={t('papers.page.outlineHow')}
          onClick={() => outline.mutate()}
        >
          {t('papers.page.outline')}
        </Button>
      )}
      {outline.isError ? <span role="alert">{errorWords(outline.error)}</span> : null}
    </>
  );
}
