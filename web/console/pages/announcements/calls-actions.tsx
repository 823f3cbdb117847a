import type { ComponentProps } from 'react';
import { TakeAlong } from '../../parts/take-along.tsx';
import { t } from '../../words/words.ts';
import classes from './calls.module.css';

/** Takes the sheets along: as a workbook, or on paper. */
export function CallsActions({ fetchWorkbook }: Pick<ComponentProps<typeof TakeAlong>, 'fetchWorkbook'>) {
  const words = {
    excel: t('announce.calls.excel'),
    excelDone: t('announce.calls.excelDone'),
    print: t('announce.calls.print'),
  };
  return <TakeAlong fetchWorkbook={fetchWorkbook} words={words} className={classes.quiet} />;
}
