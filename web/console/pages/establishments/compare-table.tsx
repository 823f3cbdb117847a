import type { ReactNode } from 'react';
import type { MergePreview } from '../../api/establishment-queries.ts';
import { t } from '../../words/words.ts';
import classes from './compare-table.module.css';

/** What is known of both, item by item, and what holds afterwards; on a phone each item is a card. */
export function CompareTable({ preview: { kept, merged, rows } }: { preview: MergePreview }) {
  const after = t('establishment.merge.after');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('establishment.merge.what')}</th>
          <th scope="col">{t('establishment.merge.keptColumn')}</th>
          <th scope="col">{t('establishment.merge.mergedColumn')}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            label={row.label}
            isSame={row.kept === row.merged}
            kept={row.kept ?? <NotSaid />}
            merged={row.merged ?? <NotSaid />}
            result={row.result ?? <NotSaid />}
          />
        ))}
        <Row
          label={t('establishment.merge.requests')}
          isSame={false}
          kept={<Codes requests={kept.requests} />}
          merged={<Codes requests={merged.requests} />}
          result={<Codes requests={[...kept.requests, ...merged.requests]} />}
        />
      </tbody>
    </table>
  );
}

type Cells = Record<'kept' | 'merged' | 'result', ReactNode>;

function Row({ label, isSame, kept, merged, result }: Cells & { label: string; isSame: boolean }) {
  return (
    <tr data-same={isSame ? '' : undefined}>
      <th scope="row">{label}</th>
      <td data-label={t('establishment.merge.keptColumn')}>{kept}</td>
      <td data-label={t('establishment.merge.mergedColumn')}>{merged}</td>
      <td data-label={t(isSame ? 'establishment.merge.same' : 'establishment.merge.after')}>{result}</td>
    </tr>
  );
}

function Codes({ requests }: { requests: readonly { id: string; code: string }[] }) {
  if (requests.length === 0) return <span className={classes.none}>{t('establishment.merge.noRequests')}</span>;
  return (
    <div className="numbers">
      {requests.map(({ id, code }) => (
        <div key={id}>{code}</div>
      ))}
    </div>
  );
}

function NotSaid() {
  return <span className={classes.none}>{t('establishment.merge.notSaid')}</span>;
}
