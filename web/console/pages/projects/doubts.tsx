import { Alert } from '@mantine/core';
import type { Doubt } from '../../api/project-queries.ts';
import { sayMoney } from '../../text/money.ts';
import { t } from '../../words/words.ts';
import { Source } from './deciders.tsx';
import classes from './projects.module.css';

/** What is odd about the sums; it may be right all the same, so nothing is held back. */
export function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  if (doubts.length === 0) return null;
  return (
    <Alert color="amber" title={t('projects.doubt.title')} role="status">
      <ul className={classes.lines}>
        {doubts.map((doubt) => (
          <li key={`${doubt.kind} ${'fund' in doubt ? doubt.fund : ''}`}>
            {sayDoubt(doubt)}
            {'document' in doubt ? <Source {...doubt} /> : null}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function sayDoubt(doubt: Doubt): string {
  return t(`projects.doubt.${doubt.kind}`, {
    sum: sayMoney(doubt.vnd),
    fund: 'fund' in doubt ? t(`projects.inFund.${doubt.fund}`) : '',
    percent: 'percent' in doubt ? doubt.percent : '',
    price: 'priceVnd' in doubt ? sayMoney(doubt.priceVnd) : '',
  });
}
