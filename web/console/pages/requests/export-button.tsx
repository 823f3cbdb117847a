import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { download } from '../../api/download.ts';
import type { RequestFilter } from '../../api/queries.ts';
import { Icon } from '../../parts/icon.tsx';
import { errorWords } from '../../parts/states.tsx';
import '../../words/papers.ts';
import { t } from '../../words/words.ts';
import classes from './export-button.module.css';

/** Takes the requests of a list along as a workbook, and says how far it is. */
export function ExportButton({ filter }: { filter: RequestFilter }) {
  const [count, setCount] = useState<number>();
  const take = useMutation({
    mutationFn: () =>
      download(api.papers.requests.$get({ query: filter }), (headers) => setCount(Number(headers.get('x-requests')))),
    onMutate: () => setCount(undefined),
  });
  return (
    <div className={classes.export}>
      <Button
        variant="default"
        leftSection={<Icon name="download" />}
        loading={take.isPending}
        title={t('papers.page.exportHow')}
        onClick={() => take.mutate()}
      >
        {t('papers.page.export')}
      </Button>
      <p role="status" className={classes.state}>
        {take.isPending
          ? count === undefined
            ? t('papers.page.exporting')
            : t('papers.page.exportingCount', { count })
          : null}
        {take.isSuccess ? t('papers.page.exported', { count: count ?? 0 }) : null}
      </p>
      {take.isError ? (
        <p role="alert" className={classes.failed}>
          {errorWords(take.error)}
        </p>
      ) : null}
    </div>
  );
}
