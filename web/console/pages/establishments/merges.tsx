import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import type { MergeData } from '../../api/establishment-queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { sayFullDate, sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './establishments.module.css';
import { sayEstablishmentError } from './say-establishment.ts';

type Props = { merges: MergeData[]; keptId: string };

/** So long it stands above everything else how to take back what was just done. */
const JUST_NOW_MS = 3_600_000;

function findLatest(merges: readonly MergeData[]): MergeData | undefined {
  const [latest] = merges;
  if (latest === undefined || !latest.isKept || latest.bar !== null) return undefined;
  return Date.now() - Date.parse(latest.mergedAt) < JUST_NOW_MS ? latest : undefined;
}

export function LatestMerge({ merges, keptId }: Props) {
  const latest = findLatest(merges);
  if (latest === undefined) return null;
  return (
    <Alert color="gray" className={classes.undo} role="status">
      <OneMerge merge={latest} keptId={keptId} />
    </Alert>
  );
}

/** What was merged into this establishment before, and whether it can be undone. */
export function Merges({ merges, keptId }: Props) {
  const latest = findLatest(merges);
  const others = merges.filter(({ id, isKept }) => isKept && id !== latest?.id);
  if (others.length === 0) return null;
  return (
    <section aria-label={t('establishment.merged.history')}>
      <h2>{t('establishment.merged.history')}</h2>
      <ul className={classes.duplicates}>
        {others.map((merge) => (
          <li key={merge.id}>
            <OneMerge merge={merge} keptId={keptId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneMerge({ merge, keptId }: { merge: MergeData; keptId: string }) {
  const [isAsking, setAsking] = useState(false);
  const by = (name: string | null): string => name ?? t('establishment.merged.somebody');
  const { officer, otherName, mergedAt, undoableUntil } = merge;
  return (
    <div className={classes.merge}>
      <div className={classes.what}>
        <p className={classes.line}>
          {t('establishment.merged.here', {
            officer: by(officer),
            name: otherName,
            moment: sayMoment(new Date(mergedAt)),
          })}
        </p>
        <p className={`${classes.line} ${classes.quiet}`}>
          {merge.bar === null
            ? t('establishment.merged.until', { day: sayFullDate(new Date(undoableUntil)) })
            : t(`establishment.merged.bar.${merge.bar}`, {
                officer: by(merge.undoneBy),
                moment: merge.undoneAt === null ? '' : sayMoment(new Date(merge.undoneAt)),
              })}
        </p>
      </div>
      {merge.bar === null ? (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('establishment.merged.undo')}
        </Button>
      ) : null}
      {isAsking ? <UndoDialog merge={merge} keptId={keptId} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

function UndoDialog({ merge, keptId, onClose }: { merge: MergeData; keptId: string; onClose: () => void }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const undo = useMutation({
    mutationFn: () =>
      read(
        api.establishments[':id']['undo-merge'].$post({
          param: { id: keptId },
          json: { requestId, mergeId: merge.id },
        }),
      ),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['establishments'] }),
  });
  return (
    <ConfirmDialog
      title={t('establishment.merged.undoing.title')}
      confirmWords={t('establishment.merged.undoing.now')}
      isPending={undo.isPending}
      error={undo.isError ? sayEstablishmentError(undo.error) : undefined}
      onConfirm={() => undo.mutate()}
      onClose={onClose}
    >
      <p>{t('establishment.merged.undoing.explain')}</p>
    </ConfirmDialog>
  );
}
