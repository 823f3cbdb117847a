import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { download } from '../api/download.ts';
import { Icon } from './icon.tsx';
import { errorWords } from './states.tsx';

type Words = { excel: string; excelDone: string; print: string };

/** What stands on a page, to take along: as a workbook, or on paper. */
export function TakeAlong(props: {
  fetchWorkbook: () => Parameters<typeof download>[0];
  words: Words;
  /** Of the line that says that it was taken. */
  className?: string | undefined;
}) {
  const { fetchWorkbook, words, className } = props;
  const take = useMutation({ mutationFn: () => download(fetchWorkbook()) });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="download" />}
        loading={take.isPending}
        onClick={() => take.mutate()}
      >
        {words.excel}
      </Button>
      <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
        {words.print}
      </Button>
      <p role="status" className={className}>
        {take.isSuccess ? words.excelDone : null}
      </p>
      {take.isError ? <p role="alert">{errorWords(take.error)}</p> : null}
    </>
  );
}
