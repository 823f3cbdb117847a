import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { download } from '../../api/download.ts';
import { Icon } from '../../parts/icon.tsx';
import { errorWords } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import classes from './calls.module.css';

/** Takes the sheets along: as a workbook, or on paper. */
export function CallsActions({ fetchWorkbook }: { fetchWorkbook: () => Parameters<typeof download>[0] }) {
  const take = useMutation({ mutationFn: () => download(fetchWorkbook()) });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="download" />}
        loading={take.isPending}
        onClick={() => take.mutate()}
      >
        {t('announce.calls.excel')}
      </Button>
      <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
        {t('announce.calls.print')}
      </Button>
      <p role="status" className={classes.quiet}>
        {take.isSuccess ? t('announce.calls.excelDone') : null}
      </p>
      {take.isError ? <p role="alert">{errorWords(take.error)}</p> : null}
    </>
  );
}
